/** Yes or no, from the context: what was read of the provider is in there before anybody asks. */
import type { AccountContext } from './account.types.ts'

interface Asked {
  context: AccountContext
  event: unknown
}

export const isOwing = ({ context }: Asked) => context.debt !== null
export const isSettled = ({ context }: Asked) => context.debt === null
/** Whoever was never told of a debt is not thanked for it either. */
export const isSettledAfterNotice = ({ context }: Asked) => context.debt === null && context.notices.length > 0
export const hasSubscription = ({ context }: Asked) => context.subscription !== null
/** On the plan that costs nothing, and nothing is open: what is owed is settled before more is bought. */
export const mayGrow = ({ context: { planIsPaid, subscription, debt } }: Asked) =>
  !planIsPaid && subscription === null && debt === null
export const isPaid = ({ event }: Asked) => (event as { output?: { result?: string } }).output?.result === 'paid'
export const hasCrossing = ({ context }: Asked) => context.crossings.length > 0
/** Besides the one that was just told. */
export const hasMoreCrossings = ({ context }: Asked) => context.crossings.length > 1
/** The workspace still has a plan that nobody pays for any more. */
export const hasLostPlan = ({ context }: Asked) => context.planIsPaid && context.subscription === null
export const isEnding = ({ context: { subscription } }: Asked) =>
  subscription !== null && subscription.cancelAt !== null
export const isGoingOn = ({ context: { subscription } }: Asked) =>
  subscription !== null && subscription.cancelAt === null
