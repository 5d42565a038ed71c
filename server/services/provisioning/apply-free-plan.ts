/**
 * Gives a workspace the name, seats and limits of the plan that costs nothing.
 *
 * Safe to repeat: setting them again is setting them. Nothing is deleted, and nobody loses their seat: what is over a limit
 * stays, and nothing can be added. Gives up with `plan.unavailable` when the catalogue has no such plan.
 */
import type { ApplyFreePlan } from '../../../machines/account/account.types.ts'
import type { Catalogue } from '../../../machines/vocabulary/plans.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { giveUp, type Perform } from '../effect.ts'

export interface ApplyPlanParts {
  readonly catalogue: { read(): Promise<Catalogue> }
  readonly tenants: Pick<Tenants, 'changePlan'>
  readonly workspaces: Pick<Workspaces, 'setLimits'>
}

export const applyFreePlan =
  ({ catalogue, tenants, workspaces }: ApplyPlanParts): Perform<ApplyFreePlan> =>
  async ({ input: { tenantId } }) => {
    const { plans, version: catalogueVersion } = await catalogue.read()
    const free = plans.find(({ billing, offered }) => billing === 'none' && offered)
    if (!free) throw giveUp('plan.unavailable', 'The catalogue offers no plan that costs nothing.')
    await workspaces.setLimits(tenantId, free.limits)
    const { key: plan, name: planName, limits } = free
    return {
      output: { applied: true },
      writes: [tenants.changePlan({ id: tenantId, plan, planName, limits, seats: limits.seats, catalogueVersion })],
    }
  }
