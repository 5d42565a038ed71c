/** What the team's page shows. Moments are ISO; the views write them. */
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import type { PortalProblem } from './problems.ts'

export interface Seats {
  used: number
  /** Open invitations; each takes a seat only when it is accepted. */
  held: number
  all: number
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
