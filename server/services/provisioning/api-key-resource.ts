/** The workspace's first API key. Safe to repeat: the key is named by the tenant, and commits with the result. */
import type { ApiKeys } from '../../records/apiKeys/api-keys.ts'
import type { ResourceKind } from '../resource.ts'

export const apiKeyResource = (apiKeys: Pick<ApiKeys, 'create' | 'list' | 'remove'>): ResourceKind => ({
  execute: async ({ input: { order } }) => ({ output: {}, writes: [apiKeys.create(order.tenantId)] }),

  async probe({ input: { order } }) {
    const [key] = await apiKeys.list(order.tenantId)
    return { output: key ? { found: 'present', facts: {} } : { found: 'absent' } }
  },

  async verify({ input: { order } }) {
    return { output: { sound: (await apiKeys.list(order.tenantId)).length > 0 } }
  },

  compensate: async ({ input: { order } }) => ({
    output: { released: true },
    writes: [apiKeys.remove(order.tenantId)],
  }),
})
