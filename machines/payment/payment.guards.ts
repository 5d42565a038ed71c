/** Yes or no, from the context and the event alone. */
import { codeOf } from '../kit/effect.ts'
import type { PaymentContext } from './payment.types.ts'

interface Asked {
  context: PaymentContext
  event: unknown
}

/** Whether the provider's answer is in that state. */
export const hasState =
  (state: string) =>
  ({ event }: Asked) =>
    (event as { output?: { state?: string } }).output?.state === state

/** The price moved, or the plan is gone, since the person agreed to it. */
export const isOutdated = ({ event }: Asked) =>
  ['plan.priceChanged', 'plan.unavailable'].includes(codeOf((event as { error?: unknown }).error))

export const hasSubscription = ({ context }: Asked) => context.subscriptionId !== null
export const hasSetup = ({ context }: Asked) => context.setupIntentId !== null
