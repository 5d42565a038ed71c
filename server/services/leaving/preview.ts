/** Looks up what there is, and so what goes and what stays. Safe to repeat: it only reads. Gives up with `tenant.absent`. */
import type { Preview } from '../../../machines/offboarding/offboarding.types.ts'
import type { Plan } from '../../../machines/vocabulary/plans.ts'
import type { Billing } from '../../records/billing/billing.ts'
import type { ClosedTenants } from '../../records/billing/closed-tenants.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { giveUp, type Perform } from '../effect.ts'

export interface PreviewParts {
  readonly tenants: Pick<Tenants, 'get'>
  readonly workspaces: Pick<Workspaces, 'projects'>
  readonly billing: Pick<Billing, 'summaryOf'>
  readonly closedTenants: Pick<ClosedTenants, 'keptOf'>
  /** The plan that costs nothing, when one is on offer. */
  readonly freePlan: () => Promise<Plan | null>
}

export const preview =
  ({ tenants, workspaces, billing, closedTenants, freePlan }: PreviewParts): Perform<Preview> =>
  async ({ input: { tenantId } }) => {
    const tenant = await tenants.get(tenantId)
    if (!tenant) throw giveUp('tenant.absent', `There is no tenant ${tenantId}.`)
    const [{ subscription }, projects, kept, free] = await Promise.all([
      billing.summaryOf(tenantId),
      workspaces.projects.list(tenantId),
      closedTenants.keptOf(tenantId),
      freePlan(),
    ])
    const fits = free && tenant.seatsUsed <= free.limits.seats && projects.length <= free.limits.projects
    return {
      output: {
        company: tenant.name,
        planName: tenant.planName,
        periodEnd: subscription?.periodEnd ?? null,
        isPastDue: subscription?.status === 'past_due' || subscription?.status === 'unpaid',
        members: tenant.seatsUsed,
        projects: projects.length,
        invoices: kept?.count ?? 0,
        invoicesUntil: kept?.until ?? null,
        freePlanName: fits ? free.name : null,
      },
    }
  }
