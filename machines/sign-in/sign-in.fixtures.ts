/** One moment for every state of a sign-in that has a screen. */
import type { Fixture } from '../kit/fixture.ts'
import { done, failed, type Told } from '../kit/walk.ts'
import type { SignInInput } from './sign-in.types.ts'

export const input: SignInInput = { signInId: 'sgn_1', email: 'mara@fernhill.studio', locale: 'en' }
export const sent = done('sendSignInCode', { sent: true })
export const rejected: Told = { type: 'code.rejected' }
export const accepted: Told = { type: 'code.accepted' }

export const signInFixtures: readonly Fixture[] = [
  { name: 'Sending', state: 'sendingCode', events: [] },
  { name: 'Code', state: 'verifying', events: [sent] },
  { name: 'Code, wrong', state: 'verifying', events: [sent, rejected] },
  { name: 'Mail failed', state: 'mailFailed', events: [failed('sendSignInCode', 'mail.failed')] },
  { name: 'Accepted', state: 'accepted', events: [sent, accepted] },
  { name: 'Refused', state: 'refused', events: [sent, rejected, rejected, rejected, rejected, rejected] },
]
