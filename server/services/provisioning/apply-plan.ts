/**
 * Gives a workspace the name, seats and limits of the plan it was paid for, or of the one that costs nothing.
 *
 * Safe to repeat: setting them again is setting them. Nothing is deleted, and nobody loses their seat: what is over a limit
 * stays, and nothing can be added. Gives up with `plan.unavailable` when the catalogue has no plan that costs nothing.
 */
import type { ApplyPlan } from '../../../machines/account/account.types.ts'
import type { Catalogue } from '../../../machines/vocabulary/plans.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { giveUp, type Perform } from '../effect.ts'

export interface ApplyPlanParts {
  readonly catalogue: { read(): Promise<Catalogue> }
  readonly tenants: Pick<Tenants, 'changePlan'>
  readonly workspaces: Pick<Workspaces, 'setLimits' | 'openCrossings'>
}

export const applyPlan =
  ({ catalogue, tenants, workspaces }: ApplyPlanParts): Perform<ApplyPlan> =>
  async ({ input: { tenantId: id, offer } }) => {
    const chosen = offer ?? freeIn(await catalogue.read())
    await workspaces.setLimits(id, chosen.limits)
    const crossed = await workspaces.openCrossings(id)
    const { plan, planName, limits, seats, catalogueVersion } = chosen
    return {
      output: { applied: true, crossed },
      writes: [tenants.changePlan({ id, plan, planName, limits, seats, catalogueVersion })],
    }
  }

function freeIn({ plans, version: catalogueVersion }: Catalogue) {
  const free = plans.find(({ billing, offered }) => billing === 'none' && offered)
  if (!free) throw giveUp('plan.unavailable', 'The catalogue offers no plan that costs nothing.')
  const { key: plan, name: planName, limits, startSeats: seats } = free
  return { plan, planName, limits, seats, catalogueVersion }
}
