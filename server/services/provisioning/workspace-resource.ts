/** The workspace's own database. Safe to repeat: one that was begun is completed, one that is gone stays gone. */
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import type { ResourceKind } from '../resource.ts'

export const workspaceResource = (workspaces: Pick<Workspaces, 'create' | 'isSound' | 'remove'>): ResourceKind => ({
  async execute({ input: { order } }) {
    await workspaces.create(order.tenantId)
    return { output: {} }
  },

  async probe({ input: { order } }) {
    const sound = await workspaces.isSound(order.tenantId)
    return { output: sound ? { found: 'present', facts: {} } : { found: 'absent' } }
  },

  async verify({ input: { order } }) {
    return { output: { sound: await workspaces.isSound(order.tenantId) } }
  },

  async compensate({ input: { order } }) {
    await workspaces.remove(order.tenantId)
    return { output: { released: true } }
  },
})
