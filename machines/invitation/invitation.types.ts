/** What an invitation knows, hears and asks for. Times in milliseconds since 1970 unless they say otherwise. */
import type { MemberRole } from '../vocabulary/people.ts'

/** Given by the server when a member invites; the caller chooses only address, role and language. */
export interface InvitationInput {
  readonly invitationId: string
  readonly tenantId: string
  readonly email: string
  readonly role: MemberRole
  /** BCP 47, for mails. */
  readonly locale: string
  readonly inviter: { readonly userId: string; readonly name: string }
}

/** Why an invitation stands where it stands. */
export type InvitationProblem =
  | 'mail.failed'
  | 'rate.limited'
  | 'invitation.exists'
  | 'member.exists'
  | 'address.taken'
  | 'inviter.gone'
  | 'seats.full'
  | 'access.failed'

export interface InvitationContext extends InvitationInput {
  /** Mails with a link sent so far; names the link, so a repeated send is the same one. */
  readonly sends: number
  readonly name: string
  /** Where the hash of the chosen password waits until the account exists. */
  readonly passwordRef: string | null
  /** Who accepted; null until they have an account. */
  readonly userId: string | null
  readonly problem: InvitationProblem | null
}

export type InvitationEvent =
  /** `userId`: signed in with the invited address. `name` and `passwordRef`: a new account is to be made. */
  | { type: 'invitation.accepted'; userId?: string; name?: string; passwordRef?: string }
  | { type: 'invitation.declined' }
  | { type: 'invitation.resent' }
  | { type: 'invitation.revoked' }
  | { type: 'acceptance.retried' }
  | { type: 'operator.retried' }

/** Every effect knows the invitation it works for. */
export interface Invited {
  readonly invitationId: string
  readonly tenantId: string
  readonly email: string
  readonly role: MemberRole
  readonly inviter: InvitationInput['inviter']
}
export interface Joining extends Invited {
  readonly userId: string
  /** How the person is called, where an account was made for this invitation. */
  readonly name: string
}

export interface SendInvitation {
  input: Invited & { readonly number: number; readonly worksForMs: number }
  output: { sent: true }
}
/** `number` names the send whose link is mailed once more; it stops working after `leftMs`. */
export interface RemindInvited {
  input: Invited & { readonly number: number; readonly leftMs: number }
  output: { sent: true }
}
export interface MakeAccount {
  input: { readonly invitationId: string; readonly email: string; readonly name: string; readonly passwordRef: string }
  output: { userId: string }
}
/** Refused with `seats.full` and `inviter.gone`. `taken` is false for somebody who works there already. */
export interface TakeSeat {
  input: Joining
  output: { taken: boolean }
}
/** Lets a member into the workspace itself. */
export interface GiveAccess {
  input: { readonly tenantId: string; readonly userId: string }
  output: { given: true }
}
/** Gives the seat back, where the access could not be given. */
export interface LeaveSeat {
  input: { readonly tenantId: string; readonly userId: string }
  output: { left: true }
}
export type InvitationEnd = 'accepted' | 'declined' | 'revoked' | 'expired' | 'refused'
/** What is done once it is over: its links are dead, it stands on no list, and the inviter hears of it. */
export interface CloseInvitation extends Invited {
  readonly outcome: InvitationEnd
  readonly name: string
}
