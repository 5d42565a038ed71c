/** Stripe's subscriptions and invoices as we keep them. Its whole seconds become milliseconds here. */
import type { Stripe } from 'stripe'
import type { Card } from '../../../records/billing/billing.ts'
import { EffectError } from '../../effect.ts'
import type { InvoiceNow, SubscriptionNow } from '../mirror.ts'
import { idOf } from './calls.ts'

const toMs = (seconds: number | null | undefined): number | null => (seconds == null ? null : seconds * 1000)

/** We sell one plan a subscription: its first item. `method`: what a renewal will be tried with. */
export function toSubscription(there: Stripe.Subscription, method: Stripe.PaymentMethod | null): SubscriptionNow {
  const [item] = there.items.data
  const end = item?.current_period_end
  return {
    id: there.id,
    customer: customerOf(there),
    status: there.status,
    lookupKey: item?.price.lookup_key ?? null,
    interval: item?.price.recurring?.interval ?? null,
    quantity: item?.quantity ?? 0,
    price: { amountMinor: item?.price.unit_amount ?? 0, currency: there.currency },
    periodEnd: toMs(end),
    cancelAt: toMs(there.cancel_at ?? (there.cancel_at_period_end ? end : null)),
    card: toCard(method?.card),
  }
}

const toCard = (card: { brand: string | null; last4: string | null } | null | undefined): Card | null =>
  card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : null

/** `payments`: those that paid it, with their charges. */
export function toInvoice(there: Stripe.Invoice, payments: readonly Stripe.InvoicePayment[]): InvoiceNow {
  const charges = payments.flatMap(({ payment: { payment_intent: intent } }) => {
    const charge = intent && typeof intent !== 'string' ? intent.latest_charge : null
    return charge && typeof charge !== 'string' ? [charge] : []
  })
  // a line that corrects an earlier period is not what is paid for now
  const lines = there.lines.data.filter(({ parent }) => !parent?.subscription_item_details?.proration)
  const [line] = lines
  return {
    id: String(there.id),
    customer: customerOf(there),
    number: there.number,
    status: there.status ?? 'draft',
    total: { amountMinor: there.total, currency: there.currency },
    refundedMinor: charges.reduce((sum, { amount_refunded: refunded }) => sum + refunded, 0),
    createdAt: there.created * 1000,
    paidAt: toMs(there.status_transitions.paid_at),
    hostedUrl: there.hosted_invoice_url ?? null,
    pdfUrl: there.invoice_pdf ?? null,
    paidMinor: there.amount_paid,
    seats: lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    period: line ? { fromMs: line.period.start * 1000, toMs: line.period.end * 1000 } : null,
    card: toCard(charges[0]?.payment_method_details?.card),
  }
}

function customerOf({ id, customer }: { id?: string; customer: string | { id?: string } | null }): string {
  const owner = idOf(customer)
  if (owner === null) throw new EffectError('payment.unreachable', `${id} came back without a customer.`)
  return owner
}
