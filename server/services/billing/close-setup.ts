/** Takes back whatever was opened for a payment that was left. Safe to repeat: what is closed already stays closed. */
import type { CloseSetup } from '../../../machines/payment/payment.types.ts'
import type { Perform } from '../effect.ts'
import { takeBack, type TakeBackParts } from './take-back.ts'

export const closeSetup =
  (parts: TakeBackParts): Perform<CloseSetup> =>
  async ({ input: { tenantId: tenant, email, customerId }, signal }) => {
    // an attempt that was cut off may have made a customer nobody told us of
    const customer = customerId ?? (await parts.provider.findCustomer(email, tenant, signal))
    const writes = customer === null ? [] : await takeBack(parts, { customer, tenant }, signal)
    return { output: { closed: true }, writes }
  }
