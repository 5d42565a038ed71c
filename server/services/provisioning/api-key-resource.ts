/** The workspace's first API key. Safe to repeat: the key is named by the tenant, and commits with the result. */
import type { ApiKeys } from '../../records/apiKeys/api-keys.ts'
import type { ResourceKind } from '../resource.ts'

export const apiKeyResource = (apiKeys: Pick<ApiKeys, 'create' | 'current' | 'remove'>): ResourceKind => ({
  execute: async ({ input: { order } }) => ({ output: {}, writes: [apiKeys.create(order.tenantId)] }),

  async probe({ input: { order } }) {
    const key = await apiKeys.current(order.tenantId)
    return { output: key ? { found: 'present', facts: {} } : { found: 'absent' } }
  },

  async verify({ input: { order } }) {
    return { output: { sound: (await apiKeys.current(order.tenantId)) !== null } }
  },

  compensate: async ({ input: { order } }) => ({
    output: { released: true },
    writes: [apiKeys.remove(order.tenantId)],
  }),
})
