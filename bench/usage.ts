/** Usage records a second through the product's own HTTP server: batches, each from a workspace of its own, each on disk when answered. */
import { loadFrom } from './http.ts'
import type { Measured } from './measure.ts'
import { withProduct } from './product.ts'

export const BATCH = 100
const limits = { seats: 1, projects: 1, requestsPerMonth: 1_000_000_000, storageBytes: 1 }

/** `perSecond` counts records, the times are those of a batch. */
export const usageRecords = (clients: number, seconds: number): Promise<Measured> =>
  withProduct(async ({ port, records: { apiKeys, workspaces }, write }) => {
    const tokens = await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const tenant = `ten_bench${client}`
        await workspaces.create(tenant)
        await workspaces.setLimits(tenant, limits)
        await write([apiKeys.create(tenant)])
        return (await apiKeys.reveal(tenant)) ?? ''
      }),
    )
    const batch = Array.from({ length: BATCH }, (_, n) => ({ meter: 'requests', quantity: 1, key: `$t-${n}` }))
    const body = JSON.stringify({ records: batch })
    const measured = await loadFrom({ port, path: '/v1/usage', clients, seconds, body, tokens, expect: '"accepted"' })
    return { ...measured, perSecond: measured.perSecond * BATCH, requests: measured.requests * BATCH }
  })
