/** What may be seen of a payment. An allow-list: ids at the provider are for our own server and for nobody else. */
import type { CallerKind } from '../kit/flow.ts'
import type { PaymentContext } from './payment.types.ts'

/** A visitor's own payment. */
export type PaymentView = Pick<
  PaymentContext,
  'plan' | 'planName' | 'interval' | 'seats' | 'price' | 'attempt' | 'card' | 'problem'
>
/** What the server needs to open the card form. */
export type PaymentHandles = Pick<PaymentContext, 'tenantId' | 'setupIntentId' | 'subscriptionId'>

export function paymentView(context: PaymentContext, caller: CallerKind): PaymentView | PaymentHandles {
  const { plan, planName, interval, seats, price, attempt, card, problem } = context
  if (caller === 'system') {
    const { tenantId, setupIntentId, subscriptionId } = context
    return { tenantId, setupIntentId, subscriptionId }
  }
  return { plan, planName, interval, seats, price, attempt, card, problem }
}
