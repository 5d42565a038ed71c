/**
 * Ends the subscription of a workspace that could not be made, and gives back what was paid for it.
 *
 * Safe to repeat: one that is over stays over, and a refund is asked for under the subscription's name. Fails with
 * `payment.unreachable`.
 */
import type { GiveBack } from '../../../machines/onboarding/onboarding.types.ts'
import type { Perform } from '../effect.ts'
import { takeBack, type TakeBackParts } from './take-back.ts'

export const giveBack =
  (parts: TakeBackParts): Perform<GiveBack> =>
  async ({ input: { tenantId: tenant, customerId: customer, subscriptionId }, signal }) => {
    const money = await parts.provider.endSubscription(subscriptionId, signal)
    return { output: { money }, writes: await takeBack(parts, { customer, tenant }, signal) }
  }
