/** Customers: one of each tenant, told apart by our own metadata. */
import type { Stripe } from 'stripe'
import type { Customers } from '../provider.ts'
import { listed, object, once, orAbsent, PAGE, within } from './calls.ts'
import { translated } from './errors.ts'

export function stripeCustomers(stripe: Stripe): Customers {
  return {
    // listing by address is exact at once; Stripe's search may be a minute behind
    async customersOf(email, tenant, signal) {
      const customers = await listed(stripe.customers.list({ email, limit: PAGE }, within(signal)))
      return customers
        .filter(({ metadata }) => metadata['tenant'] === tenant)
        .toReversed()
        .map(({ id }) => id)
    },

    async createCustomer({ identity, tenant, email, name, locale }, signal) {
      const given = { email, name, preferred_locales: [locale], metadata: { tenant } }
      return (await object('customer', stripe.customers.create(given, once(identity, signal)))).id
    },

    async stopCollecting(id, signal) {
      // what is owed stays in the books; only nobody tries to collect it any more
      for (const invoice of await listed(
        stripe.invoices.list({ customer: id, status: 'open', limit: PAGE }, within(signal)),
      ))
        await object('invoice', stripe.invoices.markUncollectible(String(invoice.id), {}, within(signal)))
      for (const card of await listed(stripe.paymentMethods.list({ customer: id, limit: PAGE }, within(signal))))
        await translated(orAbsent(stripe.paymentMethods.detach(card.id, {}, within(signal))))
    },

    async forgetCustomer(id, signal) {
      const charges = await listed(stripe.charges.list({ customer: id, limit: 1 }, within(signal)))
      if (charges.some(({ paid }) => paid)) return
      await translated(orAbsent(stripe.customers.del(id, {}, within(signal))))
    },
  }
}
