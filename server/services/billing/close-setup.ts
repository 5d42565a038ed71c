/**
 * Takes back whatever was opened for a payment that was left. Safe to repeat: what is closed already stays closed. Of a
 * tenant that is no newcomer only this payment's own subscriptions are ended: what was paid before stays paid.
 */
import type { CloseSetup } from '../../../machines/payment/payment.types.ts'
import type { Write } from '../../records/query.ts'
import type { Perform } from '../effect.ts'
import { takeBack, type TakeBackParts } from './take-back.ts'

export const closeSetup =
  (parts: TakeBackParts): Perform<CloseSetup> =>
  async ({ input: { paymentId, tenantId: tenant, email, customerId, ownOnly = false }, signal }) => {
    // an attempt that was cut off may have made a customer nobody told us of
    const customers = customerId === null ? await parts.provider.customersOf(email, tenant, signal) : [customerId]
    const isOurs = (identity: string) => !ownOnly || identity.startsWith(`subscription/${paymentId}/`)
    const writes: Write[] = []
    for (const customer of customers) writes.push(...(await takeBack(parts, { customer, tenant, isOurs }, signal)))
    return { output: { closed: true }, writes }
  }
