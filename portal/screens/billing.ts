/** The server's billing summary as the card shows it. */
import type { Outputs } from '../../widget/client/wire.ts'
import type { Billing, InvoiceLine, PaidPlan } from '../views/billing-types.ts'

type Summary = Outputs['billing']['summary']
type Invoice = Summary['invoices'][number]

export const billingOf = ({ planName, seats, hasCustomer, invoices, ...rest }: Summary): Billing => ({
  planName,
  seats,
  paid: paidOf(rest) ?? (hasCustomer ? 'arriving' : 'free'),
  invoices: invoices.map(lineOf),
})

function paidOf({ subscription, nextCharge, card }: Pick<Summary, 'subscription' | 'nextCharge' | 'card'>) {
  if (!subscription) return null
  const { price, interval, quantity, cancelAt, status } = subscription
  const paid: PaidPlan = {
    price,
    interval: interval === 'year' ? 'year' : 'month',
    seats: quantity,
    next: nextCharge && { total: nextCharge.total, at: iso(nextCharge.at) },
    endsAt: cancelAt === null ? null : iso(cancelAt),
    card,
    overdue: status === 'past_due' || status === 'unpaid',
  }
  return paid
}

const lineOf = (invoice: Invoice): InvoiceLine => ({
  number: invoice.number ?? 'No number',
  createdAt: iso(invoice.createdAt),
  total: invoice.total,
  state: stateOf(invoice),
  href: invoice.hostedUrl,
  pdf: invoice.pdfUrl,
})

/** A part of it that was given back leaves it paid. */
function stateOf({ status, refundedMinor, total }: Invoice): InvoiceLine['state'] {
  if (status === 'paid') return refundedMinor > 0 && refundedMinor >= total.amountMinor ? 'refunded' : 'paid'
  if (status === 'void') return 'void'
  return status === 'uncollectible' ? 'unpaid' : 'open'
}

const iso = (at: number) => new Date(at).toISOString()
