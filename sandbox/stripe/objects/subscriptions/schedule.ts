/** What time will do to a subscription and its invoices. All in whole seconds. */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { periodOf } from './items.ts'

const HOUR = 3_600
const DAY = 86_400

/** Source: Stripe docs, "How subscriptions work": an incomplete subscription expires after 23 hours. */
const INCOMPLETE = 23 * HOUR
/** Source: Stripe API reference, "customer.subscription.trial_will_end": three days before. */
const TRIAL_NOTICE = 3 * DAY
/** Source: Stripe docs, "Status transitions and finalization": a draft is finalized after about an hour. */
const DRAFT = HOUR
/** Days between the attempts to collect. Source: Stripe docs, "Automate payment retries" (custom schedule). */
const RETRIES = [3, 5, 7]

export function scheduleLife(account: Account, subscription: Stripe.Subscription): void {
  const { id, trial_end: trialEnd, cancel_at: cancelAt, status } = subscription
  const { clock } = account
  clock.schedule('subscription.period_ends', id, periodOf(subscription).end)
  if (status === 'incomplete') clock.schedule('subscription.incomplete_expires', id, clock.seconds() + INCOMPLETE)
  if (trialEnd === null) clock.cancel('subscription.trial_will_end', id)
  else clock.schedule('subscription.trial_will_end', id, Math.max(clock.seconds(), trialEnd - TRIAL_NOTICE))
  scheduleCancel(account, id, subscription.cancel_at_period_end ? null : cancelAt)
}

/** `at`: a date of its own; one at the period's end is seen to when the period ends. */
export function scheduleCancel(account: Account, id: string, at: number | null): void {
  if (at === null) account.clock.cancel('subscription.cancels', id)
  else account.clock.schedule('subscription.cancels', id, at)
}

export function schedulePendingUpdate(account: Account, id: string): number {
  const at = account.clock.seconds() + INCOMPLETE
  account.clock.schedule('subscription.pending_update_expires', id, at)
  return at
}

export function scheduleFinalization(account: Account, invoice: Stripe.Invoice): void {
  const at = account.clock.seconds() + DRAFT
  account.change(invoice, null, { automatically_finalizes_at: at })
  account.clock.schedule('invoice.finalizes', invoice.id, at)
}

/** False when there have been enough. */
export function scheduleRetry(account: Account, invoice: Stripe.Invoice): boolean {
  const days = RETRIES[Math.max(0, invoice.attempt_count - 1)]
  const at = days === undefined ? null : account.clock.seconds() + days * DAY
  account.change(invoice, 'invoice.updated', { next_payment_attempt: at })
  if (at === null) return false
  account.clock.schedule('invoice.retries', invoice.id, at)
  return true
}
