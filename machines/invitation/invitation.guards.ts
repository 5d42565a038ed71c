/** Yes or no, from the context and the event alone. */
import { codeOf } from '../kit/effect.ts'
import { INVITATION_SENDS } from './invitation.delays.ts'
import type { InvitationContext, TakeSeat } from './invitation.types.ts'

interface Asked {
  context: InvitationContext
  event: unknown
}
const failure = ({ event }: Asked) => codeOf((event as { error?: unknown }).error)

export const hasSendsLeft = ({ context }: Asked) => context.sends < INVITATION_SENDS

/** Another invitation waits for the same address, or its holder works here already. */
export const isNeedless = (asked: Asked) => ['invitation.exists', 'member.exists'].includes(failure(asked))

/** Whoever accepts has an account, and proved that the address is theirs by signing in. */
export const isSignedIn = ({ event }: Asked) => (event as { userId?: string }).userId !== undefined

/** The address has got an account since the link was opened: its owner signs in, with a link of its own. */
export const isAddressTaken = (asked: Asked) => failure(asked) === 'address.taken'

/** They work there already, with a seat of their own; an invitation lowers no role. */
export const isMember = ({ event }: Asked) => !(event as { output: TakeSeat['output'] }).output.taken

export const isFull = (asked: Asked) => failure(asked) === 'seats.full'
export const isInviterGone = (asked: Asked) => failure(asked) === 'inviter.gone'
