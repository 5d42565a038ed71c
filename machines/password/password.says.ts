/** A change of password in plain language. */
import type { Says } from '../kit/says.ts'

export const passwordSays: Says = {
  title: 'Changing a password',
  summary:
    'From the moment the old password was right: the new one is set, other sessions end, and they are told by mail.',
  events: { 'operator.retried': 'An operator asked to set the new password again.' },
  delays: {},
  answers: {
    'setPassword done': 'The new password works, and other sessions ended.',
    'setPassword failed': 'The new password could not be set.',
    'tellPassword done': 'They were told by mail.',
    'tellPassword failed': 'They could not be told; the new password works all the same.',
  },
  guards: {},
  effects: {
    setPassword: 'sets the new password and ends other sessions',
    tellPassword: 'mails that the password was changed',
  },
}
