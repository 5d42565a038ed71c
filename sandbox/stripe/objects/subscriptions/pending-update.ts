/**
 * A change that takes effect when its invoice is paid, and is forgotten when it is not.
 *
 * Source: Stripe docs, "Pending updates".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { listOf } from '../../wire/list.ts'
import { voidInvoice } from '../invoices/settle.ts'
import { scheduleLife } from './schedule.ts'

export const pendingUpdateOf = (
  items: Stripe.SubscriptionItem[],
  anchor: number | null,
  expiresAt: number,
): Stripe.Subscription.PendingUpdate => ({
  billing_cycle_anchor: anchor,
  cancel_at_period_end: null,
  discount: null,
  discounts: null,
  expires_at: expiresAt,
  metadata: null,
  subscription_items: items,
  trial_end: null,
  trial_from_plan: null,
})

export function applyPendingUpdate(account: Account, subscription: Stripe.Subscription): void {
  const pending = subscription.pending_update
  if (!pending?.subscription_items) return
  account.clock.cancel('subscription.pending_update_expires', subscription.id)
  account.change(subscription, 'customer.subscription.updated', {
    items: listOf(pending.subscription_items, subscription.items.url),
    ...(pending.billing_cycle_anchor !== null && { billing_cycle_anchor: pending.billing_cycle_anchor }),
    pending_update: null,
  })
  account.tell('customer.subscription.pending_update_applied', subscription)
  scheduleLife(account, subscription)
}

export function pendingUpdateExpires(account: Account, subscription: Stripe.Subscription): void {
  if (!subscription.pending_update) return
  account.change(subscription, 'customer.subscription.updated', { pending_update: null })
  account.tell('customer.subscription.pending_update_expired', subscription)
  const invoice = account.invoices.find(idOf(subscription.latest_invoice) ?? '')
  if (invoice?.status === 'open') voidInvoice(account, invoice)
}
