/**
 * Ends subscriptions: with their period, when a member asks for it, or at once, when collecting is given up.
 *
 * Safe to repeat: each says how it shall be, and one that is over stays over. Fails with `payment.unreachable`.
 */
import type { SetPlanEnd, StopCollections } from '../../../machines/account/account.types.ts'
import type { Billing } from '../../records/billing/billing.ts'
import type { Perform } from '../effect.ts'
import type { Desk } from './desk.ts'

export interface PlanEndParts {
  readonly desk: Pick<Desk, 'setEnd' | 'endAll'>
  readonly billing: Pick<Billing, 'customerOf'>
}

export const setPlanEnd =
  ({ desk }: PlanEndParts): Perform<SetPlanEnd> =>
  async ({ input: { subscriptionId, ends }, signal }) => ({
    output: { cancelAt: await desk.setEnd(subscriptionId, ends, signal) },
  })

export const stopCollections =
  ({ desk, billing }: PlanEndParts): Perform<StopCollections> =>
  async ({ input: { tenantId }, signal }) => {
    const customer = await billing.customerOf(tenantId)
    if (customer !== null) await desk.endAll(customer, signal)
    return { output: { stopped: true } }
  }
