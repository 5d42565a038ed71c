/** Asks the provider whether a subscription's first charge was confirmed. Safe to repeat: it only reads. */
import type { ReadSubscription } from '../../../machines/payment/payment.types.ts'
import type { Perform } from '../effect.ts'
import type { Provider } from './provider.ts'

export const readSubscription =
  (provider: Provider): Perform<ReadSubscription> =>
  async ({ input, signal }) => {
    const found = await provider.subscription(input.subscriptionId, signal)
    if (!found) return { output: { state: 'gone', problem: null } }
    const { state, problem } = found
    // a charge that was refused wants a card again, and there is nothing left that the bank could be let ask about: the
    // next attempt ends this subscription and makes another
    return {
      output: state === 'declined' ? { state: 'gone', problem: problem ?? 'card.declined' } : { state, problem },
    }
  }
