/**
 * Makes the customer and the card set-up a form needs.
 *
 * Safe to repeat: the customer is looked for by tenant and the set-up by this effect's identity before either is made, so a
 * crash between making and reporting finds the same ones. Fails with `payment.unreachable`; gives up with `billing.refused`.
 */
import type { OpenSetup } from '../../../machines/payment/payment.types.ts'
import type { Perform } from '../effect.ts'
import type { Provider } from './provider.ts'

export const openSetup =
  (provider: Provider): Perform<OpenSetup> =>
  async ({ input, identity, signal }) => {
    const { tenantId: tenant, email, company, locale } = input
    const customerId =
      input.customerId ??
      (await provider.findCustomer(email, tenant, signal)) ??
      (await provider.createCustomer({ identity: `customer/${tenant}`, tenant, email, name: company, locale }, signal))
    const setup =
      (await provider.findSetup(customerId, identity, signal)) ??
      (await provider.createSetup(customerId, identity, signal))
    return { output: { customerId, setupIntentId: setup.id } }
  }
