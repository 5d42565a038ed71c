/**
 * Gives a workspace the name, seats, limits and licences of the plan it was paid for, or of the one that costs nothing.
 *
 * Safe to repeat: setting them again is setting them. Nothing is deleted, and nobody loses their seat or licence: what is
 * over a limit stays, and nothing can be added. Gives up with `plan.unavailable` when the catalogue has no plan that costs
 * nothing.
 */
import type { ApplyPlan } from '../../../machines/account/account.types.ts'
import type { Catalogue } from '../../../machines/vocabulary/plans.ts'
import type { Licences } from '../../records/licences/licences.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { giveUp, type Perform } from '../effect.ts'

export interface ApplyPlanParts {
  readonly catalogue: { read(): Promise<Catalogue> }
  readonly tenants: Pick<Tenants, 'changePlan'>
  readonly workspaces: Pick<Workspaces, 'setLimits' | 'setLicences' | 'openCrossings'>
  readonly licences: Pick<Licences, 'setPools'>
}

export const applyPlan =
  ({ catalogue, tenants, workspaces, licences: records }: ApplyPlanParts): Perform<ApplyPlan> =>
  async ({ input: { tenantId: id, offer } }) => {
    const chosen = offer ?? freeIn(await catalogue.read())
    const { plan, planName, limits, seats, catalogueVersion, licences = [] } = chosen
    await workspaces.setLimits(id, limits)
    await workspaces.setLicences(id, licences)
    const crossed = await workspaces.openCrossings(id)
    return {
      output: { applied: true, crossed },
      writes: [
        ...tenants.changePlan({ id, plan, planName, limits, seats, catalogueVersion }),
        ...records.setPools(id, licences),
      ],
    }
  }

function freeIn({ plans, version: catalogueVersion }: Catalogue) {
  const free = plans.find(({ billing, offered }) => billing === 'none' && offered)
  if (!free) throw giveUp('plan.unavailable', 'The catalogue offers no plan that costs nothing.')
  const { key: plan, name: planName, limits, startSeats: seats, licences } = free
  return { plan, planName, limits, seats, licences, catalogueVersion }
}
