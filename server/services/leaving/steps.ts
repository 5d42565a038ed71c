/**
 * What a leaving does outside before anything is deleted: lets the plan end, takes that back, stops billing, or moves
 * the workspace to the plan that costs nothing.
 *
 * Each is safe to repeat: the provider's subscription is set to a state, not changed by an amount. Fails with
 * `payment.unreachable`; gives up with `plan.unavailable` when there is nothing free to move to.
 */
import type {
  BeginLeaving,
  MoveToFree,
  StopBilling,
  UndoLeaving,
} from '../../../machines/offboarding/offboarding.types.ts'
import type { Plan } from '../../../machines/vocabulary/plans.ts'
import type { Licences } from '../../records/licences/licences.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { giveUp, type Perform } from '../effect.ts'
import type { LeavingMoney, TellAccount } from './money.ts'

/** A plan, and the version of the catalogue it was read in. */
export type CataloguedPlan = Plan & { readonly catalogueVersion: string }

export interface LeavingParts {
  readonly money: LeavingMoney
  readonly tenants: Pick<Tenants, 'changePlan'>
  readonly workspaces: Pick<Workspaces, 'setLimits' | 'setLicences'>
  readonly licences: Pick<Licences, 'setPools'>
  readonly freePlan: () => Promise<CataloguedPlan | null>
  readonly tellAccount: TellAccount
  readonly now: () => number
}

export const beginLeaving =
  ({ money, tellAccount, now }: LeavingParts): Perform<BeginLeaving> =>
  async ({ input: { tenantId, when }, identity, signal }) => {
    const end = when === 'now' ? null : await money.endAtPeriodEnd(tenantId, true, signal)
    await tellAccount(tenantId, 'leaving.began', identity)
    const cancelledAt = now()
    const endsAt = Math.max(end ?? cancelledAt, cancelledAt)
    return { output: { cancelledAt, endsAt, inMs: endsAt - cancelledAt } }
  }

export const undoLeaving =
  ({ money, tellAccount }: LeavingParts): Perform<UndoLeaving> =>
  async ({ input: { tenantId }, identity, signal }) => {
    await money.endAtPeriodEnd(tenantId, false, signal)
    await tellAccount(tenantId, 'leaving.undone', identity)
    return { output: { undone: true } }
  }

export const stopBilling =
  ({ money, now }: LeavingParts): Perform<StopBilling> =>
  async ({ input: { tenantId, retrievalMs }, signal }) => {
    const { writes } = await money.stop(tenantId, signal)
    const stoppedAt = now()
    return { output: { stoppedAt, retrievalEndsAt: stoppedAt + retrievalMs }, writes }
  }

export const moveToFree =
  ({ money, tenants, workspaces, licences, freePlan, tellAccount }: LeavingParts): Perform<MoveToFree> =>
  async ({ input: { tenantId }, identity, signal }) => {
    const free = await freePlan()
    if (!free) throw giveUp('plan.unavailable', 'No plan that costs nothing is on offer.')
    const { writes } = await money.stop(tenantId, signal)
    await workspaces.setLimits(tenantId, free.limits)
    await workspaces.setLicences(tenantId, free.licences)
    await tellAccount(tenantId, 'leaving.undone', identity)
    const plan = [...tenants.changePlan(planOf(tenantId, free)), ...licences.setPools(tenantId, free.licences)]
    return { output: { moved: true }, writes: [...writes, ...plan] }
  }

const planOf = (id: string, { key, name, limits, startSeats, catalogueVersion }: CataloguedPlan) => ({
  id,
  plan: key,
  planName: name,
  limits,
  seats: startSeats,
  catalogueVersion,
})
