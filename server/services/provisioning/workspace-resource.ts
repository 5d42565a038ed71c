/**
 * The workspace's own database, with its owner on the list of those it lets in. Safe to repeat: one that was begun is
 * completed, one that is gone stays gone.
 */
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { giveUp } from '../effect.ts'
import type { ResourceKind, StepJob } from '../resource.ts'

export const workspaceResource = (
  workspaces: Pick<Workspaces, 'create' | 'isSound' | 'remove' | 'admit' | 'letsIn'>,
): ResourceKind => ({
  async execute({ input: { order, facts } }) {
    await workspaces.create(order.tenantId)
    if (facts['userId'] === undefined) throw giveUp('order.invalid', `Run ${order.runId} has no account to let in.`)
    await workspaces.admit(order.tenantId, facts['userId'])
    return { output: {} }
  },

  async probe(job) {
    const sound = await isWhole(workspaces, job)
    return { output: sound ? { found: 'present', facts: {} } : { found: 'absent' } }
  },

  async verify(job) {
    return { output: { sound: await isWhole(workspaces, job) } }
  },

  async compensate({ input: { order } }) {
    await workspaces.remove(order.tenantId)
    return { output: { released: true } }
  },
})

async function isWhole(
  workspaces: Pick<Workspaces, 'isSound' | 'letsIn'>,
  { input: { order, facts } }: StepJob,
): Promise<boolean> {
  const { userId } = facts
  if (userId === undefined || !(await workspaces.isSound(order.tenantId))) return false
  return workspaces.letsIn(order.tenantId, userId)
}
