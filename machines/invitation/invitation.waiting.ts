/** A link is out, and we wait for whoever holds the address. */
import * as act from './invitation.actions.ts'
import { invitation } from './invitation.words.ts'

const row = { screen: 'InvitationRow' }
const resend = { guard: 'hasSendsLeft', target: '#invitation.mailing', actions: 'clearProblem' } as const

export const waiting = invitation.createStateConfig({
  description: 'A link is out. It works until it is used, replaced, taken back, or a week old.',
  initial: 'cooling',
  after: { invitationLifetime: '#invitation.expired' },
  on: {
    'invitation.accepted': [
      { guard: 'isSignedIn', target: '#invitation.accepting.seat', actions: 'keepPerson' },
      { target: '#invitation.accepting.account', actions: 'keepPerson' },
    ],
    'invitation.declined': '#invitation.declined',
    'invitation.revoked': '#invitation.revoked',
  },
  states: {
    cooling: {
      description: 'A new mail cannot be asked for yet.',
      tags: 'waiting on person',
      meta: row,
      after: { resendCooldown: 'ready' },
    },
    ready: {
      description: 'The mail may be sent again.',
      tags: 'waiting on person',
      meta: row,
      after: { reminderDelay: 'reminding' },
      on: { 'invitation.resent': resend },
    },
    reminding: {
      description: 'They are told that two days are left.',
      tags: 'waiting on person',
      meta: row,
      invoke: {
        id: 'remindInvited',
        src: 'remindInvited',
        input: ({ context }) => act.reminderToSend(context),
        onDone: 'reminded',
        // the link works all the same
        onError: 'reminded',
      },
      on: { 'invitation.resent': resend },
    },
    reminded: {
      description: 'They were told; the link works for two more days.',
      tags: 'waiting on person',
      meta: row,
      on: { 'invitation.resent': resend },
    },
  },
})
