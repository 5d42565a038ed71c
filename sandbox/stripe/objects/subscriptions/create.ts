/**
 * Starting a subscription: it is billed at once, and lives when the first invoice is paid.
 *
 *   default_incomplete    waits for somebody to confirm the payment
 *   allow_incomplete      tries the card; a refusal leaves it incomplete
 *   error_if_incomplete   tries the card; a refusal leaves nothing at all
 *
 * Source: Stripe API reference, "Create a subscription" (payment_behavior); docs, "How subscriptions work".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { pendingLines } from '../invoices/items.ts'
import { sum } from '../invoices/lines.ts'
import { newInvoice } from '../invoices/new-invoice.ts'
import { collect } from '../invoices/pay.ts'
import { defaultMethodOf } from '../invoices/payment.ts'
import { finalize } from '../invoices/settle.ts'
import { newSetupIntent } from '../setup-intents.ts'
import { type Asked, build } from './asked.ts'
import { forecast } from './forecast.ts'
import { periodLines, plannedFrom } from './items.ts'
import { scheduleFinalization, scheduleLife } from './schedule.ts'

export function createSubscription(account: Account, asked: Asked): Stripe.Subscription {
  const customer = account.customers.get(asked.customer, 'customer')
  const subscription = build(account, asked, customer)
  const collectionMethod = subscription.collection_method
  const isCharged = collectionMethod === 'charge_automatically'
  checkCurrency(customer, subscription)
  const behaviour = asked.payment_behavior ?? 'allow_incomplete'
  const lines = firstLines(account, subscription)
  const due = sum(lines) + customer.balance
  if (isCharged) refuseEarly(account, subscription, { behaviour, amount: due, offSession: asked.off_session ?? false })

  account.keep(account.subscriptions, subscription, 'customer.subscription.created')
  scheduleLife(account, subscription)
  const invoice = newInvoice(account, {
    customer: customer.id,
    reason: 'subscription_create',
    currency: subscription.currency,
    lines,
    subscription,
    period: { start: subscription.start_date, end: subscription.start_date },
    collectionMethod,
    daysUntilDue: subscription.days_until_due,
  })
  if (!isCharged) {
    scheduleFinalization(account, invoice)
    return subscription
  }
  finalize(account, invoice)
  if (invoice.status === 'open' && behaviour !== 'default_incomplete')
    collect(account, invoice, { offSession: asked.off_session ?? false })
  if (subscription.status === 'trialing' && behaviour === 'default_incomplete') askForCard(account, subscription)
  return subscription
}

function checkCurrency(customer: Stripe.Customer, { currency }: Stripe.Subscription): void {
  if (customer.currency && customer.currency !== currency)
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, invoice item, or balance with currency ${customer.currency}.`,
      { param: 'currency' },
    )
}

const firstLines = (account: Account, subscription: Stripe.Subscription) => {
  const period = { start: subscription.start_date, end: subscription.items.data[0]!.current_period_end }
  const isTrial = subscription.trial_end !== null
  const items = subscription.items.data.map(plannedFrom)
  return [
    ...periodLines(account, subscription.id, items, period, { isTrial }),
    ...pendingLines(account, idOf(subscription.customer)!, subscription.id),
  ]
}

/** What has to be known before anything exists: no card at all, or a refusal that must leave nothing behind. */
function refuseEarly(
  account: Account,
  subscription: Stripe.Subscription,
  { behaviour, amount, offSession }: { behaviour: string; amount: number; offSession: boolean },
): void {
  if (behaviour === 'default_incomplete') return
  const customer = account.customers.get(idOf(subscription.customer)!)
  const paymentMethod =
    idOf(subscription.default_payment_method) ?? idOf(customer.invoice_settings.default_payment_method)
  const refused = forecast(account, { amount, paymentMethod, offSession })
  if (refused && (behaviour === 'error_if_incomplete' || paymentMethod === null)) throw refused
}

/** A trial costs nothing now, so the card is asked for by a setup intent. */
function askForCard(account: Account, subscription: Stripe.Subscription): void {
  const invoice = account.invoices.get(idOf(subscription.latest_invoice)!)
  if (defaultMethodOf(account, invoice) !== null) return
  const intent = newSetupIntent(account, { customer: idOf(subscription.customer) })
  account.change(subscription, 'customer.subscription.updated', { pending_setup_intent: intent.id })
}
