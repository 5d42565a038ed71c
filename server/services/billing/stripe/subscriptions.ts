/** Subscriptions and what was paid for them. Amounts are in the currency's minor unit, as Stripe has them. */
import type { Stripe } from 'stripe'
import type { Money } from '../../../../machines/vocabulary/plans.ts'
import type { Subscriptions } from '../provider.ts'
import { found, idOf, listed, object, once, PAGE, within } from './calls.ts'
import { translated } from './errors.ts'
import { isOver, toSubscription } from './values.ts'

export function stripeSubscriptions(stripe: Stripe): Subscriptions {
  /** How a subscription's first charge stands: the newest payment of its newest invoice says so. */
  async function paymentOf({ latest_invoice }: Stripe.Subscription, signal: AbortSignal) {
    const invoice = idOf(latest_invoice)
    if (invoice === null) return null
    const asked = { invoice, limit: 1, expand: ['data.payment.payment_intent'] }
    const [payment] = await listed(stripe.invoicePayments.list(asked, within(signal)))
    const intent = payment?.payment.payment_intent
    return intent && typeof intent !== 'string' ? intent : null
  }

  const described = async (subscription: Stripe.Subscription, signal: AbortSignal) =>
    toSubscription(subscription, await paymentOf(subscription, signal))

  async function giveBack(subscription: Stripe.Subscription, signal: AbortSignal): Promise<Money | null> {
    const intent = await paymentOf(subscription, signal)
    if (intent?.status !== 'succeeded') return null
    const asked = { payment_intent: intent.id, reason: 'requested_by_customer' } as const
    await translated(
      stripe.refunds.create(asked, once(`refund/${subscription.id}`, signal)).catch((error: { code?: string }) => {
        // an attempt whose key Stripe has forgotten by now
        if (error.code !== 'charge_already_refunded') throw error
      }),
    )
    return { amountMinor: intent.amount_received, currency: intent.currency }
  }

  const read = (id: string, signal: AbortSignal) =>
    found('subscription', stripe.subscriptions.retrieve(id, {}, within(signal)))

  return {
    async subscriptionsOf(customer, tenant, signal) {
      const all = await listed(stripe.subscriptions.list({ customer, status: 'all', limit: PAGE }, within(signal)))
      const mine = all.filter(({ metadata }) => metadata['tenant'] === tenant)
      return Promise.all(mine.toSorted((a, b) => a.created - b.created).map((one) => described(one, signal)))
    },

    async createSubscription({ identity, tenant, customer, price, seats, paymentMethod }, signal) {
      const asked = {
        customer,
        items: [{ price, quantity: seats }],
        default_payment_method: paymentMethod,
        // a charge that needs the person, or is refused, leaves an incomplete subscription we can look at
        payment_behavior: 'allow_incomplete' as const,
        // the bank was asked while the card was set up for this; whom it lets through is not asked a second time
        off_session: true,
        metadata: { tenant, identity },
      }
      const made = await object('subscription', stripe.subscriptions.create(asked, once(identity, signal)))
      return described(made, signal)
    },

    async subscription(id, signal) {
      const subscription = await read(id, signal)
      return subscription && described(subscription, signal)
    },

    async endSubscription(id, signal) {
      const subscription = await read(id, signal)
      if (!subscription) return null
      if (!isOver(subscription)) await object('subscription', stripe.subscriptions.cancel(id, {}, within(signal)))
      // after the end, so that a crash in between is made good by the next attempt
      return giveBack(subscription, signal)
    },

    async endAtPeriodEnd(id, ends, signal) {
      const subscription = await read(id, signal)
      if (!subscription || isOver(subscription)) return null
      const asked = { cancel_at_period_end: ends }
      const { items } = await object('subscription', stripe.subscriptions.update(id, asked, within(signal)))
      const end = items.data[0]?.current_period_end
      return end === undefined ? null : end * 1000
    },

    async stopSubscription(id, signal) {
      const subscription = await read(id, signal)
      if (subscription && !isOver(subscription))
        await object('subscription', stripe.subscriptions.cancel(id, {}, within(signal)))
    },

    async actionSecret(id, signal) {
      const subscription = await read(id, signal)
      const intent = subscription && (await paymentOf(subscription, signal))
      return intent?.status === 'requires_action' ? intent.client_secret : null
    },
  }
}
