/**
 * What the provider's card form needs of us: the secret of the one intent the person may act on now. It is fetched when it
 * is asked for and kept nowhere.
 */
import type { CardHandles } from '../../../machines/card/card.view.ts'
import type { PaymentHandles } from '../../../machines/payment/payment.view.ts'
import type { Provider } from './provider.ts'

export interface OpenForm {
  readonly kind: 'setup' | 'payment'
  readonly clientSecret: string
}

/** Null when the provider waits for nobody. Throws `payment.unreachable`. */
export async function openForm(
  provider: Provider,
  { setupIntentId, subscriptionId }: PaymentHandles | CardHandles,
  signal: AbortSignal,
): Promise<OpenForm | null> {
  if (subscriptionId !== null) {
    const clientSecret = await provider.actionSecret(subscriptionId, signal)
    return clientSecret === null ? null : { kind: 'payment', clientSecret }
  }
  if (setupIntentId === null) return null
  const clientSecret = await provider.setupSecret(setupIntentId, signal)
  return clientSecret === null ? null : { kind: 'setup', clientSecret }
}
