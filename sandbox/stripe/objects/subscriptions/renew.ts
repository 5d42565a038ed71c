/**
 * The end of a period: the next one begins, and a draft for it is made, finalized an hour later and collected.
 *
 * Source: Stripe docs, "How subscriptions work" (subscription lifecycle), "Use trial periods on subscriptions".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { pendingLines } from '../invoices/items.ts'
import { newInvoice } from '../invoices/new-invoice.ts'
import { cancelNow } from './cancel.ts'
import { periodLines, periodOf, plannedFrom, recurringOf } from './items.ts'
import { endOf, type Period } from './period.ts'
import { scheduleFinalization, scheduleLife } from './schedule.ts'

type Subscription = Stripe.Subscription

const ended = ['canceled', 'incomplete_expired', 'incomplete', 'paused']

export function periodEnds(account: Account, subscription: Subscription): void {
  if (ended.includes(subscription.status)) return
  if (subscription.cancel_at_period_end) {
    cancelNow(account, subscription, {})
    return
  }
  if (subscription.status === 'trialing' && trialEndsWithoutCard(account, subscription)) return
  const { end: start } = periodOf(subscription)
  const items = subscription.items.data.map(plannedFrom)
  const period = { start, end: endOf(subscription.billing_cycle_anchor, recurringOf(items), start) }
  const previous = periodOf(subscription)
  account.change(subscription, 'customer.subscription.updated', {
    items: inPeriod(subscription, period),
    ...(subscription.status === 'trialing' && { status: 'active' }),
  })
  scheduleLife(account, { ...subscription, trial_end: null })
  bill(account, subscription, { period, previous })
}

export const inPeriod = (subscription: Subscription, { start, end }: Period): Subscription['items'] => ({
  ...subscription.items,
  data: subscription.items.data.map((item) => ({ ...item, current_period_start: start, current_period_end: end })),
})

function bill(
  account: Account,
  subscription: Subscription,
  { period, previous }: { period: Period; previous: Period },
) {
  const customer = idOf(subscription.customer)!
  const items = subscription.items.data.map(plannedFrom)
  const isUnpaid = subscription.status === 'unpaid'
  const invoice = newInvoice(account, {
    customer,
    reason: 'subscription_cycle',
    currency: subscription.currency,
    lines: [
      ...pendingLines(account, customer, subscription.id),
      ...periodLines(account, subscription.id, items, period),
    ],
    subscription,
    period: previous,
    collectionMethod: subscription.collection_method,
    daysUntilDue: subscription.days_until_due,
    // the invoices of an unpaid subscription stay drafts until somebody takes care of it
    autoAdvance: !isUnpaid,
  })
  if (!isUnpaid) scheduleFinalization(account, invoice)
}

/** True when the trial's end ended or paused the subscription. */
function trialEndsWithoutCard(account: Account, subscription: Subscription): boolean {
  const customer = account.customers.find(idOf(subscription.customer)!)
  const card = idOf(subscription.default_payment_method) ?? idOf(customer?.invoice_settings.default_payment_method)
  const behaviour = subscription.trial_settings?.end_behavior.missing_payment_method
  if (card !== null || behaviour === 'create_invoice' || subscription.collection_method === 'send_invoice') return false
  if (behaviour === 'cancel') {
    cancelNow(account, subscription, {})
    return true
  }
  account.change(subscription, 'customer.subscription.updated', { status: 'paused' })
  account.tell('customer.subscription.paused', subscription)
  return true
}

export const trialWillEnd = (account: Account, subscription: Subscription): void => {
  if (subscription.status === 'trialing') account.tell('customer.subscription.trial_will_end', subscription)
}
