/** Yes or no, from the context and the event alone. */
import { codeOf } from '../kit/effect.ts'
import type { CardContext } from './card.types.ts'

interface Asked {
  context: CardContext
  event: unknown
}

/** Whether the provider's answer is in that state. */
export const hasState =
  (state: string) =>
  ({ event }: Asked) =>
    (event as { output?: { state?: string } }).output?.state === state

export const hasSetup = ({ context }: Asked) => context.setupIntentId !== null
/** Nobody pays for this workspace, so there is no card to replace. */
export const hasNoCustomer = ({ event }: Asked) => codeOf((event as { error?: unknown }).error) === 'customer.none'
