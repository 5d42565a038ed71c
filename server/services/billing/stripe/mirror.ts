/** How things stand at Stripe. */
import type { Stripe } from 'stripe'
import type { Mirror, OwnedKind } from '../mirror.ts'
import { found, idOf, listed, PAGE, within } from './calls.ts'
import { toInvoice, toSubscription } from './mirror-values.ts'

export function stripeMirror(stripe: Stripe): Mirror {
  const owners: Record<OwnedKind, (id: string, signal: AbortSignal) => Promise<{ customer: string | null } | null>> = {
    async customer(id, signal) {
      // one that was deleted is still told of, and its id is all there is to know
      return (await found('customer', stripe.customers.retrieve(id, {}, within(signal)))) && { customer: id }
    },
    async setup_intent(id, signal) {
      return ownerOf(await found('setup_intent', stripe.setupIntents.retrieve(id, {}, within(signal))))
    },
    async payment_intent(id, signal) {
      return ownerOf(await found('payment_intent', stripe.paymentIntents.retrieve(id, {}, within(signal))))
    },
    async payment_method(id, signal) {
      return ownerOf(await found('payment_method', stripe.paymentMethods.retrieve(id, {}, within(signal))))
    },
  }

  /** The payments of a paid invoice: only their charges know the card, and what was given back. */
  const paymentsOf = (invoice: string, signal: AbortSignal) =>
    listed(
      stripe.invoicePayments.list(
        { invoice, status: 'paid', limit: PAGE, expand: ['data.payment.payment_intent.latest_charge'] },
        within(signal),
      ),
    )

  /**
   * What a renewal will be tried with. Source: Stripe docs, "Default payment methods" (order of use). The customer's own is
   * not expanded with the rest: a customer that was deleted has none.
   */
  async function methodFor({ default_payment_method: own, customer }: Stripe.Subscription, signal: AbortSignal) {
    if (own && typeof own !== 'string') return own
    if (typeof customer === 'string' || customer.deleted) return null
    const fallback = idOf(customer.invoice_settings.default_payment_method)
    if (fallback === null) return null
    return found('payment_method', stripe.paymentMethods.retrieve(fallback, {}, within(signal)))
  }

  return {
    async subscription(id, signal) {
      const expand = ['default_payment_method', 'customer']
      const there = await found('subscription', stripe.subscriptions.retrieve(id, { expand }, within(signal)))
      return there && toSubscription(there, await methodFor(there, signal))
    },
    async invoice(id, signal) {
      const there = await found('invoice', stripe.invoices.retrieve(id, {}, within(signal)))
      return there && toInvoice(there, there.status === 'paid' ? await paymentsOf(id, signal) : [])
    },
    owned: (kind, id, signal) => owners[kind](id, signal),
    async charge(id, signal) {
      const there = await found('charge', stripe.charges.retrieve(id, {}, within(signal)))
      if (!there) return null
      const intent = idOf(there.payment_intent)
      const payment = { type: 'payment_intent', payment_intent: intent ?? '' } as const
      const paid =
        intent === null
          ? []
          : await listed(stripe.invoicePayments.list({ payment, status: 'paid', limit: PAGE }, within(signal)))
      return {
        customer: idOf(there.customer),
        invoices: paid.flatMap(({ invoice }) => idOf(invoice) ?? []),
      }
    },
    async subscriptionsOf(customer, signal) {
      const live = await listed(stripe.subscriptions.list({ customer, limit: PAGE }, within(signal)))
      return live.map(({ id }) => id)
    },
  }
}

const ownerOf = (there: { customer: string | { id?: string } | null } | null) =>
  there && { customer: idOf(there.customer) }
