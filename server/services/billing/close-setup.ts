/**
 * Takes back what was opened for a payment that was left: the card set-up, and a subscription if there is one. Should the
 * charge have gone through after all, it is given back.
 *
 * Safe to repeat: what is closed already stays closed.
 */
import type { CloseSetup } from '../../../machines/payment/payment.types.ts'
import type { Perform } from '../effect.ts'
import type { Provider } from './provider.ts'

export const closeSetup =
  (provider: Provider): Perform<CloseSetup> =>
  async ({ input: { setupIntentId, subscriptionId }, signal }) => {
    if (subscriptionId !== null) await provider.endSubscription(subscriptionId, signal)
    if (setupIntentId !== null) await provider.cancelSetup(setupIntentId, signal)
    return { output: { closed: true } }
  }
