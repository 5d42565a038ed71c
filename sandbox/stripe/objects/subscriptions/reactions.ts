/**
 * What an invoice's fate does to its subscription.
 *
 * Source: Stripe docs, "How subscriptions work" (subscription statuses), "Pending updates".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { isFinal } from '../charges.ts'
import { collect } from '../invoices/pay.ts'
import { defaultMethodOf, intentOf, subscriptionOf } from '../invoices/payment.ts'
import { finalize } from '../invoices/settle.ts'
import { cancelNow } from './cancel.ts'
import { applyPendingUpdate } from './pending-update.ts'
import { scheduleRetry } from './schedule.ts'

type Invoice = Stripe.Invoice
type Subscription = Stripe.Subscription

export function invoiceMoved(account: Account, invoice: Invoice): void {
  const subscription = subscriptionOf(account, invoice)
  if (!subscription || subscription.ended_at !== null) return
  if (invoice.status === 'paid') paid(account, subscription, invoice)
  else if (invoice.status === 'open') failed(account, subscription, invoice)
  else if (invoice.id === subscription.latest_invoice) givenUp(account, subscription)
}

function paid(account: Account, subscription: Subscription, invoice: Invoice): void {
  saveCard(account, subscription, invoice)
  if (subscription.pending_update && invoice.id === subscription.latest_invoice)
    applyPendingUpdate(account, subscription)
  // an older debt settled does not make the newest one paid
  if (invoice.id !== subscription.latest_invoice) return
  account.clock.cancel('subscription.incomplete_expires', subscription.id)
  if (['incomplete', 'past_due', 'unpaid'].includes(subscription.status))
    account.change(subscription, 'customer.subscription.updated', { status: 'active' })
  setDelinquent(account, invoice, false)
}

function saveCard(account: Account, subscription: Subscription, invoice: Invoice): void {
  const card = idOf(intentOf(account, invoice)?.payment_method)
  const wanted = subscription.payment_settings?.save_default_payment_method === 'on_subscription'
  if (wanted && card) account.change(subscription, 'customer.subscription.updated', { default_payment_method: card })
}

function failed(account: Account, subscription: Subscription, invoice: Invoice): void {
  if (subscription.status === 'incomplete' || subscription.pending_update) return
  if (invoice.id !== subscription.latest_invoice) return
  if (subscription.status === 'active' || subscription.status === 'trialing')
    account.change(subscription, 'customer.subscription.updated', { status: 'past_due' })
  setDelinquent(account, invoice, true)
  // a person who tries in between does not move the schedule
  const isPlanned = account.clock.timers().some(({ kind, id }) => kind === 'invoice.retries' && id === invoice.id)
  if (invoice.auto_advance && !isPlanned && !scheduleRetry(account, invoice)) giveUp(account, subscription)
}

/** The account's setting decides. Source: Stripe docs, "Automate payment retries" (if all retries fail). */
function giveUp(account: Account, subscription: Subscription): void {
  const { whenRetriesFail } = account.options
  if (whenRetriesFail === 'cancel') cancelNow(account, subscription, { reason: 'payment_failed' })
  if (whenRetriesFail === 'unpaid') account.change(subscription, 'customer.subscription.updated', { status: 'unpaid' })
}

function givenUp(account: Account, subscription: Subscription): void {
  if (subscription.status === 'past_due' || subscription.status === 'unpaid')
    account.change(subscription, 'customer.subscription.updated', { status: 'active' })
}

const setDelinquent = (account: Account, invoice: Invoice, delinquent: boolean): void => {
  const customer = account.customers.find(idOf(invoice.customer)!)
  if (customer) account.change(customer, 'customer.updated', { delinquent })
}

/** A draft's hour is over. */
export function invoiceFinalizes(account: Account, invoice: Invoice): void {
  if (invoice.status !== 'draft') return
  finalize(account, invoice)
  if (invoice.status !== 'open') return
  if (invoice.collection_method === 'charge_automatically') tryToCollect(account, invoice)
  else account.tell('invoice.sent', invoice)
}

/** The same card after a final refusal is not tried again, but the days go on. */
export function invoiceRetries(account: Account, invoice: Invoice): void {
  if (invoice.status !== 'open') return
  const error = intentOf(account, invoice)?.last_payment_error
  const isPointless = isFinal(error?.decline_code) && error?.payment_method?.id === defaultMethodOf(account, invoice)
  if (!isPointless) {
    tryToCollect(account, invoice)
    return
  }
  account.change(invoice, null, { attempt_count: invoice.attempt_count + 1 })
  invoiceMoved(account, invoice)
}

function tryToCollect(account: Account, invoice: Invoice): void {
  try {
    collect(account, invoice, { offSession: true })
  } catch {
    // no card at all: `collect` has told the invoice and its subscription already
  }
}

/** Stripe has no status for it: the invoice stays open, its subscription becomes past due. */
export function invoiceFallsDue(account: Account, invoice: Invoice): void {
  if (invoice.status !== 'open') return
  account.tell('invoice.overdue', invoice)
  const subscription = subscriptionOf(account, invoice)
  if (subscription?.status === 'active')
    account.change(subscription, 'customer.subscription.updated', { status: 'past_due' })
}

/** The card asked for during a trial is there. */
export function setupSucceeded(account: Account, intent: Stripe.SetupIntent): void {
  const subscription = account.subscriptions
    .oldestFirst()
    .find(({ pending_setup_intent: pending }) => pending === intent.id)
  if (!subscription) return
  account.change(subscription, 'customer.subscription.updated', {
    pending_setup_intent: null,
    default_payment_method: idOf(intent.payment_method),
  })
}
