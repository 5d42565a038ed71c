/**
 * Changing a subscription.
 *
 *   create_prorations       the difference waits for the next invoice
 *   always_invoice          the difference is billed now
 *   none                    there is no difference
 *
 * When something is billed now, `payment_behavior` says what a refusal leads to: `allow_incomplete` and
 * `default_incomplete` to a subscription that is past due, `error_if_incomplete` to nothing at all,
 * `pending_if_incomplete` to a change that waits for its payment.
 *
 * Source: Stripe API reference, "Update a subscription"; docs, "Prorations", "Pending updates".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { listOf } from '../../wire/list.ts'
import { newInvoiceItem, pendingLines } from '../invoices/items.ts'
import { type PlannedLine, sum } from '../invoices/lines.ts'
import { newInvoice } from '../invoices/new-invoice.ts'
import { collect } from '../invoices/pay.ts'
import { finalize } from '../invoices/settle.ts'
import { type Change, planChange } from './change.ts'
import { forecast } from './forecast.ts'
import { periodOf, subscriptionItem } from './items.ts'
import { pendingUpdateOf } from './pending-update.ts'
import { type Asked, plainPatch } from './plain-update.ts'
import { scheduleLife, schedulePendingUpdate } from './schedule.ts'

type Subscription = Stripe.Subscription

export function updateSubscription(account: Account, subscription: Subscription, asked: Asked): Subscription {
  refuseWhenOver(subscription, asked)
  const change = planChange(account, subscription, {
    items: asked.items,
    prorate: asked.proration_behavior !== 'none',
    prorationDate: asked.proration_date,
    endsTrial: asked.trial_end === 'now' && subscription.status === 'trialing',
  })
  const billsNow =
    change.newPeriod !== null || (asked.proration_behavior === 'always_invoice' && change.prorations.length > 0)
  const plain = plainPatch(account, subscription, asked)
  const refused = billsNow ? refusalOf(account, subscription, { change, asked }) : null
  if (refused && asked.payment_behavior === 'error_if_incomplete') throw refused
  if (refused && asked.payment_behavior === 'pending_if_incomplete') {
    account.change(subscription, 'customer.subscription.updated', plain)
    return waitForPayment(account, subscription, change)
  }
  const items = asked.items || change.newPeriod ? itemsPatch(account, subscription, change) : {}
  account.change(subscription, 'customer.subscription.updated', { ...plain, ...items })
  if (asked.items || change.newPeriod || asked.trial_end !== undefined || 'cancel_at' in plain)
    scheduleLife(account, subscription)
  noteProrations(account, subscription, change.prorations)
  if (billsNow) bill(account, subscription, { change, asked })
  return subscription
}

function refuseWhenOver({ status }: Subscription, asked: Asked): void {
  const allowed = ['expand', 'metadata', 'cancellation_details']
  const isOver = status === 'canceled' || status === 'incomplete_expired'
  if (isOver && Object.keys(asked).some((key) => !allowed.includes(key)))
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.')
  if (status === 'incomplete' && asked.items)
    throw invalid('You cannot change the items of a subscription that is incomplete: pay its first invoice first.', {
      param: 'items',
    })
}

function itemsPatch(account: Account, subscription: Subscription, change: Change): Partial<Subscription> {
  const period = change.newPeriod ?? periodOf(subscription)
  const data = change.items.map((item) => ({
    ...subscriptionItem(account, subscription.id, item, period),
    created: subscription.items.data.find(({ id }) => id === item.id)?.created ?? account.clock.seconds(),
  }))
  return {
    items: listOf(data, subscription.items.url),
    ...(change.newPeriod && { billing_cycle_anchor: change.newPeriod.start }),
  }
}

function refusalOf(account: Account, subscription: Subscription, { change, asked }: { change: Change; asked: Asked }) {
  if (subscription.collection_method === 'send_invoice') return null
  const customer = account.customers.get(idOf(subscription.customer)!)
  const pending = pendingLines(account, customer.id, subscription.id)
  return forecast(account, {
    amount: sum([...change.prorations, ...change.periodLines, ...pending]) + customer.balance,
    paymentMethod:
      asked.default_payment_method ??
      idOf(subscription.default_payment_method) ??
      idOf(customer.invoice_settings.default_payment_method),
    offSession: asked.off_session ?? false,
  })
}

const noteProrations = (account: Account, subscription: Subscription, lines: readonly PlannedLine[]): void => {
  for (const line of lines) newInvoiceItem(account, { ...line, customer: idOf(subscription.customer)! })
}

function invoiceNow(account: Account, subscription: Subscription, lines: readonly PlannedLine[]): Stripe.Invoice {
  const invoice = newInvoice(account, {
    customer: idOf(subscription.customer)!,
    reason: 'subscription_update',
    currency: subscription.currency,
    lines,
    subscription,
    period: periodOf(subscription),
    collectionMethod: subscription.collection_method,
    daysUntilDue: subscription.days_until_due,
  })
  return finalize(account, invoice)
}

function bill(account: Account, subscription: Subscription, { change, asked }: { change: Change; asked: Asked }): void {
  const pending = pendingLines(account, idOf(subscription.customer)!, subscription.id)
  const invoice = invoiceNow(account, subscription, [...pending, ...change.periodLines])
  if (invoice.status !== 'open' || subscription.collection_method === 'send_invoice') return
  if (asked.payment_behavior === 'default_incomplete') account.reactions.invoiceMoved(account, invoice)
  else collect(account, invoice, { offSession: asked.off_session ?? false })
}

/** The invoice is there and open; the change is not. */
function waitForPayment(account: Account, subscription: Subscription, change: Change): Subscription {
  const period = change.newPeriod ?? periodOf(subscription)
  const items = change.items.map((item) => subscriptionItem(account, subscription.id, item, period))
  const expiresAt = schedulePendingUpdate(account, subscription.id)
  account.change(subscription, 'customer.subscription.updated', {
    pending_update: pendingUpdateOf(items, change.newPeriod?.start ?? null, expiresAt),
  })
  const invoice = invoiceNow(account, subscription, [...change.prorations, ...change.periodLines])
  if (invoice.status === 'open') collect(account, invoice, { offSession: false })
  return subscription
}
