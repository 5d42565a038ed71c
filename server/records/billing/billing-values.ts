/** Billing as the rest of the server knows it; columns become values here and nowhere else. */
import type { Money } from '../../../machines/vocabulary/plans.ts'
import type { InvoiceRow, SubscriptionRow } from './billing-table.ts'

export interface Card {
  readonly brand: string
  readonly last4: string
}
/** A subscription as it was read. Times in milliseconds since 1970. */
export interface BilledSubscription {
  readonly id: string
  readonly tenant: string
  readonly customer: string
  /** The provider's own word. */
  readonly status: string
  /** Names the price at the provider. */
  readonly lookupKey: string | null
  readonly interval: string | null
  readonly quantity: number
  /** Per seat and interval. */
  readonly price: Money
  readonly periodEnd: number | null
  /** When it ends, for one that was cancelled to a date. */
  readonly cancelAt: number | null
  readonly card: Card | null
}
/** An invoice as it was read. Times in milliseconds since 1970. */
export interface BilledInvoice {
  readonly id: string
  readonly tenant: string
  readonly number: string | null
  readonly status: string
  readonly total: Money
  /** Of what was paid for it, in minor units. */
  readonly refundedMinor: number
  readonly createdAt: number
  readonly paidAt: number | null
  readonly hostedUrl: string | null
  readonly pdfUrl: string | null
}
export interface BillingSummary {
  /** The newest one that is not over, or null: nothing is paid for, or the provider has not told us of it yet. */
  readonly subscription: BilledSubscription | null
  /** What will be charged next, when nothing changes before; null when nothing will be. */
  readonly nextCharge: { readonly total: Money; readonly at: number } | null
  readonly card: Card | null
  /** The newest, newest first. */
  readonly invoices: readonly BilledInvoice[]
}

export const toSubscriptionRow = (state: BilledSubscription, number: number): SubscriptionRow => ({
  id: state.id,
  tenant: state.tenant,
  customer: state.customer,
  status: state.status,
  lookup_key: state.lookupKey,
  interval: state.interval,
  quantity: state.quantity,
  amount: state.price.amountMinor,
  currency: state.price.currency,
  period_end: state.periodEnd,
  cancel_at: state.cancelAt,
  card_brand: state.card?.brand ?? null,
  card_last4: state.card?.last4 ?? null,
  read_number: number,
})

export const toSubscription = (row: SubscriptionRow): BilledSubscription => ({
  id: row.id,
  tenant: row.tenant,
  customer: row.customer,
  status: row.status,
  lookupKey: row.lookup_key,
  interval: row.interval,
  quantity: row.quantity,
  price: { amountMinor: row.amount, currency: row.currency },
  periodEnd: row.period_end,
  cancelAt: row.cancel_at,
  card: row.card_brand !== null && row.card_last4 !== null ? { brand: row.card_brand, last4: row.card_last4 } : null,
})

export const toInvoiceRow = (state: BilledInvoice, number: number): InvoiceRow => ({
  id: state.id,
  tenant: state.tenant,
  number: state.number,
  status: state.status,
  total: state.total.amountMinor,
  refunded: state.refundedMinor,
  currency: state.total.currency,
  created_at: state.createdAt,
  paid_at: state.paidAt,
  hosted_url: state.hostedUrl,
  pdf_url: state.pdfUrl,
  read_number: number,
})

export const toInvoice = (row: InvoiceRow): BilledInvoice => ({
  id: row.id,
  tenant: row.tenant,
  number: row.number,
  status: row.status,
  total: { amountMinor: row.total, currency: row.currency },
  refundedMinor: row.refunded,
  createdAt: row.created_at,
  paidAt: row.paid_at,
  hostedUrl: row.hosted_url,
  pdfUrl: row.pdf_url,
})

/** Nobody owes or gets anything for these any more, or never did. Source: Stripe docs, "How subscriptions work". */
const over = new Set(['canceled', 'incomplete_expired', 'incomplete', 'unread'])
/** A charge comes by itself at the period's end. */
const charging = new Set(['active', 'trialing', 'past_due'])

/** Puts together what a tenant is shown. */
export function summaryFrom(
  subscriptions: readonly BilledSubscription[],
  invoices: readonly BilledInvoice[],
): BillingSummary {
  const live = subscriptions.filter(({ status }) => !over.has(status))
  const [subscription = null] = live.toSorted((a, b) => (b.periodEnd ?? 0) - (a.periodEnd ?? 0))
  return {
    subscription,
    nextCharge: subscription && chargeAfter(subscription),
    card: subscription?.card ?? null,
    invoices,
  }
}

function chargeAfter({ status, periodEnd, cancelAt, price, quantity }: BilledSubscription) {
  if (!charging.has(status) || periodEnd === null || (cancelAt !== null && cancelAt <= periodEnd)) return null
  return { total: { ...price, amountMinor: price.amountMinor * quantity }, at: periodEnd }
}
