/** Yes or no, from the context alone: what was read of the provider is in there before anybody asks. */
import type { AccountContext } from './account.types.ts'

interface Asked {
  context: AccountContext
}

export const isOwing = ({ context }: Asked) => context.debt !== null
export const isSettled = ({ context }: Asked) => context.debt === null
/** Whoever was never told of a debt is not thanked for it either. */
export const isSettledAfterNotice = ({ context }: Asked) => context.debt === null && context.notices.length > 0
export const hasSubscription = ({ context }: Asked) => context.subscription !== null
/** The workspace still has a plan that nobody pays for any more. */
export const hasLostPlan = ({ context }: Asked) => context.planIsPaid && context.subscription === null
export const isEnding = ({ context: { subscription } }: Asked) =>
  subscription !== null && subscription.cancelAt !== null
export const isGoingOn = ({ context: { subscription } }: Asked) =>
  subscription !== null && subscription.cancelAt === null
