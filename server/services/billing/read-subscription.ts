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
    // a confirmation that failed can be tried again while the provider keeps the charge open
    return {
      output:
        state === 'declined'
          ? { state: 'needs action', problem: problem ?? 'card.notAuthenticated' }
          : { state, problem },
    }
  }
