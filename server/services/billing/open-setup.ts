/**
 * Makes the customer and the card set-up a form needs, and the price that will be asked.
 *
 * Safe to repeat: the customer is looked for by tenant and the set-up by this effect's identity before either is made, so a
 * crash between making and reporting finds the same ones. Fails with `payment.unreachable`; gives up with
 * `plan.priceChanged`, `plan.unavailable` and `billing.refused`.
 */
import type { OpenSetup } from '../../../machines/payment/payment.types.ts'
import type { Job, Perform } from '../effect.ts'
import { type Sale, stillAgreed } from './agreed.ts'
import { type Book, customerIdentity } from './book.ts'
import type { Provider } from './provider.ts'

export interface OpenSetupParts extends Book {
  readonly provider: Provider
  readonly sale: Sale
}

export const openSetup =
  (parts: OpenSetupParts): Perform<OpenSetup> =>
  async (job) => {
    const { provider, sale, billing, ledger } = parts
    const { input, identity, signal } = job
    const { tenantId: tenant, plan, planName, lookupKey, interval, price: money } = input
    await stillAgreed(sale, input)
    await provider.ensurePrice({ plan, planName, lookupKey, interval, money }, signal)
    const customerId = input.customerId ?? (await customerFor(parts, job))
    const setup =
      (await provider.findSetup(customerId, identity, signal)) ??
      (await provider.createSetup(customerId, identity, signal))
    return {
      output: { customerId, setupIntentId: setup.id },
      writes: [
        billing.keepCustomer({ tenant, customer: customerId }),
        ledger.present(customerIdentity(tenant), { customerId }),
      ],
    }
  }

async function customerFor({ provider, ledger }: OpenSetupParts, { input, signal }: Job<OpenSetup['input']>) {
  const { tenantId: tenant, paymentId, email, company: name, locale } = input
  await ledger.intend({ identity: customerIdentity(tenant), tenant, kind: 'customer' })
  const known = await theCustomer(provider, input, signal)
  if (known !== null) return known
  // named after the payment: under the tenant's name alone, Stripe would answer with a customer deleted within a day
  const made = await provider.createCustomer({ identity: `customer/${paymentId}`, tenant, email, name, locale }, signal)
  return (await theCustomer(provider, input, signal)) ?? made
}

/** What counts is what the provider did, not what it answered: should there be two, the younger goes. */
async function theCustomer(
  provider: Provider,
  { email, tenantId }: Pick<OpenSetup['input'], 'email' | 'tenantId'>,
  signal: AbortSignal,
): Promise<string | null> {
  const [oldest = null, ...surplus] = await provider.customersOf(email, tenantId, signal)
  for (const customer of surplus) await provider.forgetCustomer(customer, signal)
  return oldest
}
