/**
 * Anthropic, by an API key.
 *
 * Source: Anthropic API reference, "List Models" and "Versions". It has no call that takes a key back.
 */
import * as z from 'zod'
import { name, readAs } from './answers.ts'
import { call } from './call.ts'
import type { Provider } from './provider.ts'

const company = 'Anthropic'
const VERSION = '2023-06-01'
/** Enough to see what the key is good for. */
const SHOWN = 5

const models = z.object({ data: z.array(z.object({ id: name, display_name: name.optional() })), has_more: z.boolean() })

export const anthropic = (url: string): Provider => ({
  async check({ key }, signal) {
    const headers = { 'x-api-key': key, 'anthropic-version': VERSION }
    const answer = await call({ company, url: `${url}/v1/models?limit=${SHOWN}`, headers, signal })
    const { data, has_more: hasMore } = readAs(company, models, answer.body)
    return {
      // which organisation a key belongs to says a header alone
      account: answer.headers.get('anthropic-organization-id')?.slice(0, 100) ?? 'API key',
      found: data.slice(0, SHOWN).map((model) => ({ name: model.display_name ?? model.id, isPrivate: false })),
      hasMore: hasMore || data.length > SHOWN,
    }
  },
  revoke: async () => 'by hand',
})
