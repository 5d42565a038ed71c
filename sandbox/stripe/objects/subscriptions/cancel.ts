/**
 * Ending a subscription. One that was never paid for expires instead, and its first invoice is void.
 *
 * Source: Stripe docs, "Cancel subscriptions"; API reference, "Cancel a subscription".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { newInvoiceItem, pendingLines } from '../invoices/items.ts'
import { newInvoice } from '../invoices/new-invoice.ts'
import { collect } from '../invoices/pay.ts'
import { finalize, voidInvoice } from '../invoices/settle.ts'
import { periodOf, plannedFrom } from './items.ts'
import { creditLines } from './proration.ts'

export interface Cancellation {
  readonly details?: Partial<Stripe.Subscription.CancellationDetails>
  /** Credit the time that was paid and not used. */
  readonly prorate?: boolean | undefined
  /** Bill what is still pending at once. */
  readonly invoiceNow?: boolean | undefined
  readonly reason?: Stripe.Subscription.CancellationDetails.Reason
}

const timers = [
  'subscription.incomplete_expires',
  'subscription.trial_will_end',
  'subscription.period_ends',
  'subscription.cancels',
  'subscription.pending_update_expires',
] as const

export function cancelNow(
  account: Account,
  subscription: Stripe.Subscription,
  asked: Cancellation,
): Stripe.Subscription {
  if (subscription.status === 'incomplete') return expire(account, subscription)
  if (asked.prorate) credit(account, subscription)
  end(account, subscription, 'canceled', asked)
  account.tell('customer.subscription.deleted', subscription)
  stopCollecting(account, subscription)
  if (asked.invoiceNow) billPending(account, subscription)
  return subscription
}

/** Nobody paid within 23 hours, or gave up before. Terminal: a new attempt needs a new subscription. */
export function expire(account: Account, subscription: Stripe.Subscription): Stripe.Subscription {
  end(account, subscription, 'incomplete_expired', {})
  account.tell('customer.subscription.updated', subscription, { status: 'incomplete' })
  const invoice = account.invoices.find(idOf(subscription.latest_invoice) ?? '')
  if (invoice?.status === 'open') voidInvoice(account, invoice)
  return subscription
}

function end(
  account: Account,
  subscription: Stripe.Subscription,
  status: 'canceled' | 'incomplete_expired',
  asked: Cancellation,
) {
  for (const kind of timers) account.clock.cancel(kind, subscription.id)
  const now = account.clock.seconds()
  account.change(subscription, null, {
    status,
    ended_at: now,
    canceled_at: subscription.canceled_at ?? now,
    cancel_at_period_end: subscription.cancel_at_period_end,
    pending_update: null,
    cancellation_details: {
      comment: asked.details?.comment ?? subscription.cancellation_details?.comment ?? null,
      feedback: asked.details?.feedback ?? subscription.cancellation_details?.feedback ?? null,
      feedback_option: null,
      reason: asked.reason ?? 'cancellation_requested',
    },
  })
}

/** Open invoices stay owed, but nobody tries to collect them any more. */
function stopCollecting(account: Account, { id }: Stripe.Subscription): void {
  for (const invoice of account.invoices.oldestFirst()) {
    if (invoice.parent?.subscription_details?.subscription !== id) continue
    if (invoice.status !== 'open' && invoice.status !== 'draft') continue
    account.clock.cancel('invoice.retries', invoice.id)
    account.clock.cancel('invoice.finalizes', invoice.id)
    account.change(invoice, 'invoice.updated', { auto_advance: false, next_payment_attempt: null })
  }
}

function credit(account: Account, subscription: Stripe.Subscription): void {
  if (subscription.status === 'trialing') return
  const items = subscription.items.data.map(plannedFrom)
  for (const line of creditLines(account, subscription.id, items, periodOf(subscription), account.clock.seconds()))
    newInvoiceItem(account, { ...line, customer: idOf(subscription.customer)! })
}

function billPending(account: Account, subscription: Stripe.Subscription): void {
  const customer = idOf(subscription.customer)!
  const lines = pendingLines(account, customer, subscription.id)
  if (lines.length === 0) return
  const invoice = newInvoice(account, {
    customer,
    reason: 'subscription_update',
    currency: subscription.currency,
    lines,
    subscription,
    period: periodOf(subscription),
  })
  finalize(account, invoice)
  if (invoice.status === 'open') collect(account, invoice, { offSession: true })
}
