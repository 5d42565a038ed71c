/**
 * Ends whatever a sign-up that nobody finished left at the provider, and the customer with it, unless it has paid for
 * something: then its invoices have to stay. Safe to repeat: "already gone" is success.
 */
import type { CloseCustomer } from '../../../machines/onboarding/onboarding.types.ts'
import type { Write } from '../../records/query.ts'
import type { Perform } from '../effect.ts'
import { customerIdentity } from './book.ts'
import { takeBack, type TakeBackParts } from './take-back.ts'

export const closeCustomer =
  (parts: TakeBackParts): Perform<CloseCustomer> =>
  async ({ input: { tenantId: tenant, email }, signal }) => {
    const { provider, billing, ledger } = parts
    const writes: Write[] = []
    for (const customer of await provider.customersOf(email, tenant, signal)) {
      writes.push(...(await takeBack(parts, { customer, tenant }, signal)))
      await provider.forgetCustomer(customer, signal)
    }
    return {
      output: { closed: true },
      writes: [...writes, billing.dropCustomer(tenant), ledger.release(customerIdentity(tenant))],
    }
  }
