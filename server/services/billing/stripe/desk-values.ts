/** What is owed and subscribed to at Stripe, in our words. Its whole seconds become milliseconds here. */
import type { Stripe } from 'stripe'
import type { Debt, LiveSubscription } from '../../../../machines/account/account.types.ts'
import { problemOf } from './errors.ts'

const toMs = (seconds: number | null | undefined): number | null => (seconds == null ? null : seconds * 1000)

/** `invoices`: oldest first, at least one. `intent`: the payment of the oldest, which says why it failed. */
export function toDebt(invoices: readonly Stripe.Invoice[], intent: Stripe.PaymentIntent | null): Debt {
  const oldest = invoices[0]!
  const next = invoices.flatMap(({ next_payment_attempt: at }) => at ?? []).sort((a, b) => a - b)
  const { brand, last4 } = intent?.last_payment_error?.payment_method?.card ?? {}
  return {
    invoiceId: String(oldest.id),
    number: oldest.number,
    owed: {
      amountMinor: invoices.reduce((sum, { amount_remaining: rest }) => sum + rest, 0),
      currency: oldest.currency,
    },
    invoices: invoices.length,
    since: oldest.created * 1000,
    attempts: oldest.attempt_count,
    nextTryAt: toMs(next[0]),
    problem: problemOf(intent?.last_payment_error),
    card: brand && last4 ? { brand, last4 } : null,
    payUrl: oldest.hosted_invoice_url ?? null,
  }
}

export function toLive({ id, items, cancel_at, cancel_at_period_end }: Stripe.Subscription): LiveSubscription {
  const end = toMs(items.data[0]?.current_period_end)
  return { subscriptionId: id, periodEnd: end, cancelAt: toMs(cancel_at) ?? (cancel_at_period_end ? end : null) }
}
