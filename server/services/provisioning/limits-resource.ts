/** The plan's limits, set where they are enforced. Safe to repeat: setting them again is setting them. */
import { isDeepStrictEqual } from 'node:util'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import type { ResourceKind, StepJob } from '../resource.ts'

export function limitsResource(
  workspaces: Pick<Workspaces, 'exists' | 'hasLimits' | 'limits' | 'setLimits' | 'dropLimits'>,
): ResourceKind {
  async function areSet({ input: { order } }: StepJob): Promise<boolean> {
    const { tenantId, plan } = order
    if (!(await workspaces.exists(tenantId)) || !(await workspaces.hasLimits(tenantId))) return false
    return isDeepStrictEqual(await workspaces.limits(tenantId), plan.limits)
  }
  return {
    async execute({ input: { order } }) {
      await workspaces.setLimits(order.tenantId, order.plan.limits)
      return { output: {} }
    },

    probe: async (job) => ({ output: (await areSet(job)) ? { found: 'present', facts: {} } : { found: 'absent' } }),

    verify: async (job) => ({ output: { sound: await areSet(job) } }),

    async compensate({ input: { order } }) {
      if (await workspaces.exists(order.tenantId)) await workspaces.dropLimits(order.tenantId)
      return { output: { released: true } }
    },
  }
}
