/** The plan's limits and licences, set where they are enforced. Safe to repeat: setting them again is setting them. */
import { isDeepStrictEqual } from 'node:util'
import type { Licences } from '../../records/licences/licences.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import type { ResourceKind, StepJob } from '../resource.ts'

export function limitsResource(
  workspaces: Pick<
    Workspaces,
    'exists' | 'hasLimits' | 'limits' | 'setLimits' | 'dropLimits' | 'licences' | 'setLicences'
  >,
  records: Pick<Licences, 'pools' | 'setPools' | 'removeAll'>,
): ResourceKind {
  async function areSet({ input: { order } }: StepJob): Promise<boolean> {
    const { tenantId, plan } = order
    if (!(await workspaces.exists(tenantId)) || !(await workspaces.hasLimits(tenantId))) return false
    if (!isDeepStrictEqual(await workspaces.limits(tenantId), plan.limits)) return false
    // somebody may hold one already by the time this is looked at again
    const wanted = countsOf(plan.licences ?? [])
    const [pools, kinds] = await Promise.all([records.pools(tenantId), workspaces.licences(tenantId)])
    return [pools, kinds].every((found) => isDeepStrictEqual(countsOf(found), wanted))
  }
  return {
    async execute({ input: { order } }) {
      const { tenantId, plan } = order
      const { limits, licences = [] } = plan
      await workspaces.setLimits(tenantId, limits)
      await workspaces.setLicences(tenantId, licences)
      return { output: {}, writes: records.setPools(tenantId, licences) }
    },

    probe: async (job) => ({ output: (await areSet(job)) ? { found: 'present', facts: {} } : { found: 'absent' } }),

    verify: async (job) => ({ output: { sound: await areSet(job) } }),

    async compensate({ input: { order } }) {
      if (await workspaces.exists(order.tenantId)) await workspaces.dropLimits(order.tenantId)
      return { output: { released: true }, writes: records.removeAll(order.tenantId) }
    },
  }
}

/** How many there are of each kind, in one order. */
const countsOf = (kinds: readonly { readonly key: string; readonly count: number }[]) =>
  kinds.map(({ key, count }) => `${key} ${count}`).toSorted()
