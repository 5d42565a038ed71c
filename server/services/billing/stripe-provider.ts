/** The payment provider on Stripe's API. Amounts are in the currency's minor unit, as Stripe has them. */
import type { Stripe } from 'stripe'
import type { Interval } from '../../../machines/payment/payment.types.ts'
import type { NewCustomer, NewSubscription, Price, Provider } from './provider.ts'
import { expectObject, translated } from './stripe-errors.ts'
import { isOver, liveStatuses, toSetup, toSubscription } from './stripe-values.ts'

/** Customers of one address are few; more than a page of them is somebody else's mistake. */
const PAGE = 100

/** `stripe` retries nothing by itself: the engine does, under the same identity. */
export function stripeProvider(stripe: Stripe): Provider {
  const within = (signal: AbortSignal) => ({ signal }) as Stripe.RequestOptions
  const once = (identity: string, signal: AbortSignal) => ({ ...within(signal), idempotencyKey: identity })

  async function listed<T>(call: Promise<Stripe.ApiList<T>>): Promise<T[]> {
    return expectObject(await translated(call), 'list').data
  }

  /** Null when Stripe says that there is no such thing. */
  async function orAbsent<T>(call: Promise<T>): Promise<T | null> {
    return call.catch((error: { code?: string; statusCode?: number }) => {
      if (error.code === 'resource_missing' || error.statusCode === 404) return null
      throw error
    })
  }

  /** How a subscription's first charge stands: its newest payment says so. */
  async function paymentOf(invoice: Stripe.Invoice | string | null | undefined, signal: AbortSignal) {
    if (!invoice) return null
    const id = typeof invoice === 'string' ? invoice : invoice.id
    const [payment] = await listed(
      stripe.invoicePayments.list(
        { invoice: String(id), limit: 1, expand: ['data.payment.payment_intent'] },
        within(signal),
      ),
    )
    const intent = payment?.payment.payment_intent
    return intent && typeof intent !== 'string' ? intent : null
  }

  const described = async (subscription: Stripe.Subscription, signal: AbortSignal) =>
    toSubscription(subscription, await paymentOf(subscription.latest_invoice, signal))

  async function giveBack(subscription: Stripe.Subscription, signal: AbortSignal) {
    const intent = await paymentOf(subscription.latest_invoice, signal)
    if (intent?.status !== 'succeeded') return
    const reason = { payment_intent: intent.id, reason: 'requested_by_customer' } as const
    expectObject(await translated(stripe.refunds.create(reason, once(`refund/${subscription.id}`, signal))), 'refund')
  }

  return {
    async findCustomer(email, tenant, signal) {
      const customers = await listed(stripe.customers.list({ email, limit: PAGE }, within(signal)))
      return customers.find(({ metadata }) => metadata['tenant'] === tenant)?.id ?? null
    },
    async createCustomer({ identity, tenant, email, name, locale }: NewCustomer, signal) {
      const given = { email, name, preferred_locales: [locale], metadata: { tenant } }
      return expectObject(await translated(stripe.customers.create(given, once(identity, signal))), 'customer').id
    },

    async findSetup(customer, identity, signal) {
      const setups = await listed(
        stripe.setupIntents.list({ customer, limit: PAGE, expand: ['data.payment_method'] }, within(signal)),
      )
      const found = setups.find(({ metadata, status }) => metadata?.['identity'] === identity && status !== 'canceled')
      return found ? toSetup(found) : null
    },
    async createSetup(customer, identity, signal) {
      const given = { customer, usage: 'off_session', metadata: { identity } } as const
      const made = stripe.setupIntents.create(given, once(identity, signal))
      return toSetup(expectObject(await translated(made), 'setup_intent'))
    },
    async setup(id, signal) {
      const found = await translated(
        orAbsent(stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }, within(signal))),
      )
      return found && toSetup(expectObject(found, 'setup_intent'))
    },
    async cancelSetup(id, signal) {
      const found = await translated(orAbsent(stripe.setupIntents.retrieve(id, {}, within(signal))))
      if (!found || found.status === 'canceled' || found.status === 'succeeded') return
      expectObject(await translated(stripe.setupIntents.cancel(id, {}, within(signal))), 'setup_intent')
    },

    async price(lookupKey, signal): Promise<Price | null> {
      const [price] = await listed(
        stripe.prices.list({ lookup_keys: [lookupKey], active: true, limit: 1 }, within(signal)),
      )
      const interval = price?.recurring?.interval
      if (!price || price.unit_amount === null || (interval !== 'month' && interval !== 'year')) return null
      return {
        id: price.id,
        interval: interval as Interval,
        money: { amountMinor: price.unit_amount, currency: price.currency },
      }
    },

    async liveSubscriptions(customer, tenant, signal) {
      const all = await listed(stripe.subscriptions.list({ customer, status: 'all', limit: PAGE }, within(signal)))
      const mine = all.filter(({ status, metadata }) => liveStatuses.has(status) && metadata['tenant'] === tenant)
      return Promise.all(mine.toSorted((a, b) => a.created - b.created).map((one) => described(one, signal)))
    },
    async createSubscription({ identity, tenant, customer, price, seats, paymentMethod }: NewSubscription, signal) {
      const made = stripe.subscriptions.create(
        {
          customer,
          items: [{ price, quantity: seats }],
          default_payment_method: paymentMethod,
          // a charge that needs the person, or is refused, leaves an incomplete subscription we can look at
          payment_behavior: 'allow_incomplete',
          metadata: { tenant, identity },
        },
        once(identity, signal),
      )
      return described(expectObject(await translated(made), 'subscription'), signal)
    },
    async subscription(id, signal) {
      const found = await translated(orAbsent(stripe.subscriptions.retrieve(id, {}, within(signal))))
      return found && described(expectObject(found, 'subscription'), signal)
    },
    async endSubscription(id, signal) {
      const found = await translated(orAbsent(stripe.subscriptions.retrieve(id, {}, within(signal))))
      if (!found) return
      if (!isOver(found))
        expectObject(await translated(stripe.subscriptions.cancel(id, {}, within(signal))), 'subscription')
      // after the end, so that a crash in between is made good by the next attempt
      await giveBack(found, signal)
    },
  }
}
