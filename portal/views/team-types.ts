/** What the team's page shows. Moments are ISO; the views write them. */
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import type { PortalProblem } from './problems.ts'

export interface Seats {
  used: number
  /** Open invitations; each takes a seat only when it is accepted. */
  held: number
  all: number
}

/** Licences of one kind. */
export interface LicencePool {
  key: string
  /** For one of them: "Agent". */
  name: string
  /** What whoever holds one may do. */
  summary: string
  count: number
  /** More than there are after a change to a smaller plan. */
  used: number
}

/** Where a member's licence stands. The last two wait for one of our people. */
export type LicenceState = 'held' | 'giving' | 'taking' | 'notGiven' | 'notTaken'

export interface MemberLicence {
  key: string
  name: string
  state: LicenceState
}
/** What this reader may do with a licence of a member. */
export interface LicenceOffer {
  key: string
  name: string
  to: 'give' | 'take'
}

export interface TeamMember {
  userId: string
  name: string
  email: string
  role: MemberRole
  joinedAt: string
  isYou: boolean
  /** The roles this reader may give them; none: it is only shown. */
  roles: readonly MemberRole[]
  /** Whether this reader may remove them. */
  removable: boolean
  licences: readonly MemberLicence[]
  licenceOffers: readonly LicenceOffer[]
}

/** Where an invitation stands, as its chart says. */
export type InvitationState = 'sending' | 'waiting' | 'undelivered' | 'joining' | 'full' | 'failed' | 'stuck'

export interface TeamInvitation {
  id: string
  email: string
  role: MemberRole
  inviter: string
  sentAt: string
  state: InvitationState
  /** When it ends by itself; null while we work on it. */
  expiresAt: string | null
  /** What can be done with it now. */
  can: readonly ('resend' | 'revoke' | 'retry')[]
}

/** What became of one address of a dialog. */
export interface Invited {
  email: string
  /** Null: the mail is out. */
  problem: PortalProblem | null
}
