/** What an invitation is told, and one moment for every state that stands on the team's page. */
import type { Fixture } from '../kit/fixture.ts'
import { done, elapsed, failed, type Told } from '../kit/walk.ts'
import { invitationMachine } from './invitation.machine.ts'
import type { InvitationInput } from './invitation.types.ts'

export const input: InvitationInput = {
  invitationId: 'inv_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  email: 'ana@fernhill.studio',
  role: 'member',
  locale: 'en',
  inviter: { userId: 'usr_1', name: 'Mara Lindqvist' },
}

const lapse = (delay: string, state: string) => elapsed(invitationMachine, delay, state)

export const sent = done('sendInvitation', { sent: true })
export const notSent = (code = 'mail.failed'): Told => failed('sendInvitation', code)
export const cooled = lapse('resendCooldown', 'waiting.cooling')
export const due = lapse('reminderDelay', 'waiting.ready')
export const reminded = done('remindInvited', { sent: true })
export const lapsed = lapse('invitationLifetime', 'waiting')
/** By somebody who is signed in with the address. */
export const accepted: Told = { type: 'invitation.accepted', userId: 'usr_2' }
/** By somebody new. */
export const joined: Told = { type: 'invitation.accepted', name: 'Ana Reis', passwordRef: 'pwd_1' }
export const account = done('makeAccount', { userId: 'usr_2' })
export const noAccount = (code: string): Told => failed('makeAccount', code)
export const seated = done('takeSeat', { taken: true })
export const seatedBefore = done('takeSeat', { taken: false })
export const notSeated = (code: string): Told => failed('takeSeat', code)
export const letIn = done('giveAccess', { given: true })
export const notLetIn = failed('giveAccess', 'workspace.absent')
export const left = done('leaveSeat', { left: true })
export const notLeft = failed('leaveSeat')
export const declined: Told = { type: 'invitation.declined' }
export const resent: Told = { type: 'invitation.resent' }
export const revoked: Told = { type: 'invitation.revoked' }
export const retried: Told = { type: 'acceptance.retried' }
export const operator: Told = { type: 'operator.retried' }

const undone = [sent, accepted, seated, notLetIn]

export const invitationFixtures: readonly Fixture[] = [
  { name: 'Mailing', state: 'mailing', events: [] },
  { name: 'Mail failed', state: 'mailFailed', events: [notSent()] },
  { name: 'Just sent', state: 'waiting.cooling', events: [sent] },
  { name: 'Waiting', state: 'waiting.ready', events: [sent, cooled] },
  { name: 'Reminding', state: 'waiting.reminding', events: [sent, cooled, due] },
  { name: 'Reminded', state: 'waiting.reminded', events: [sent, cooled, due, reminded] },
  { name: 'No seat', state: 'full', events: [sent, accepted, notSeated('seats.full')] },
  { name: 'No access', state: 'failed', events: [...undone, left] },
  { name: 'Seat not given back', state: 'stuck', events: [...undone, notLeft] },
]
