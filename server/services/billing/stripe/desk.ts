/** The account's desk at Stripe. */
import type { Stripe } from 'stripe'
import type { Desk, Upcoming } from '../desk.ts'
import { idOf, listed, object, once, PAGE, within } from './calls.ts'
import { toDebt, toLive } from './desk-values.ts'
import { orNothingToCome, orRefused } from './errors.ts'

/** A subscription that gives something: not over, and past its first payment. Stripe, "Subscription lifecycle". */
const giving: ReadonlySet<string> = new Set(['active', 'trialing', 'past_due', 'unpaid', 'paused'])

export function stripeDesk(stripe: Stripe): Desk {
  const live = async (customer: string, signal: AbortSignal) =>
    (await listed(stripe.subscriptions.list({ customer, limit: PAGE }, within(signal))))
      .filter(({ status }) => giving.has(status))
      .toSorted((a, b) => b.created - a.created)

  /** Oldest first. A first invoice that waits for its payment is no debt: nothing was given for it yet. */
  const owed = async (customer: string, signal: AbortSignal) =>
    (await listed(stripe.invoices.list({ customer, status: 'open', limit: PAGE }, within(signal))))
      .filter(({ attempted, billing_reason: reason }) => attempted && reason !== 'subscription_create')
      .toSorted((a, b) => a.created - b.created)

  async function intentOf(invoice: string, signal: AbortSignal) {
    const asked = { invoice, limit: 1, expand: ['data.payment.payment_intent'] }
    const [payment] = await listed(stripe.invoicePayments.list(asked, within(signal)))
    const intent = payment?.payment.payment_intent
    return intent && typeof intent !== 'string' ? intent : null
  }

  return {
    async debtOf(customer, signal) {
      const invoices = await owed(customer, signal)
      const [oldest] = invoices
      return oldest ? toDebt(invoices, await intentOf(String(oldest.id), signal)) : null
    },
    async subscriptionOf(customer, signal) {
      const [newest] = await live(customer, signal)
      return newest ? toLive(newest) : null
    },
    async endAll(customer, signal) {
      for (const { id } of await live(customer, signal))
        await object('subscription', stripe.subscriptions.cancel(id, {}, within(signal)))
    },
    async setEnd(subscription, ends, signal) {
      const there = await object('subscription', stripe.subscriptions.retrieve(subscription, {}, within(signal)))
      if (!giving.has(there.status)) return toLive(there).cancelAt
      const asked = { cancel_at_period_end: ends }
      return toLive(await object('subscription', stripe.subscriptions.update(subscription, asked, within(signal))))
        .cancelAt
    },
    async upcoming(customer, signal) {
      const [newest] = await live(customer, signal)
      if (!newest) return null
      const call = stripe.invoices.createPreview({ customer, subscription: newest.id }, within(signal))
      const preview = await orNothingToCome(call)
      return preview && toUpcoming(preview, newest)
    },
    async payOpen(customer, { method, identity }, signal) {
      for (const { id } of await owed(customer, signal)) {
        const paid = stripe.invoices.pay(String(id), { payment_method: method }, once(`${identity}/${id}`, signal))
        const problem = await orRefused(paid)
        if (problem) return problem
      }
      return null
    },
    async setDefault(customer, method, signal) {
      const settings = { invoice_settings: { default_payment_method: method } }
      await object('customer', stripe.customers.update(customer, settings, within(signal)))
      // a subscription's own card goes before the customer's
      for (const { id, default_payment_method: own } of await live(customer, signal))
        if (own && idOf(own) !== method)
          await object(
            'subscription',
            stripe.subscriptions.update(id, { default_payment_method: method }, within(signal)),
          )
    },
  }
}

const toUpcoming = ({ lines, total, currency }: Stripe.Invoice, subscription: Stripe.Subscription): Upcoming => ({
  at: toLive(subscription).periodEnd,
  lines: lines.data.map(({ description, amount }) => ({ text: description ?? '', amountMinor: amount })),
  total: { amountMinor: total, currency },
})
