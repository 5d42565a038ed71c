/**
 * An Open VSX registry, by an access token that is good for a namespace.
 *
 * Source: Open VSX's API documentation, `/api/{namespace}/verify-pat` and `/api/{namespace}`. It has no call that takes a
 * token back, and takes the token in the address: the address is therefore kept out of whatever is logged.
 */
import * as z from 'zod'
import { giveUp } from '../effect.ts'
import { name, readAs } from './answers.ts'
import { call } from './call.ts'
import { MOST_FOUND, type Provider } from './provider.ts'

const company = 'Open VSX'
const namespaceSchema = z.object({ name, extensions: z.record(z.string(), z.unknown()).default({}) })

export const openvsx = (url: string): Provider => ({
  async check({ key, namespace }, signal) {
    if (namespace === null) throw giveUp('namespace.unknown', 'No namespace was given.')
    const place = `${url}/api/${encodeURIComponent(namespace)}`
    const verify = `${place}/verify-pat?token=${encodeURIComponent(key)}`
    const { status } = await call({ company, url: verify, signal, expected: [400, 404] })
    if (status === 404) throw giveUp('namespace.unknown', `${company} has no such namespace.`)
    if (status === 400) throw giveUp('credential.refused', `${company} does not take this token for the namespace.`)
    const { body } = await call({ company, url: place, signal })
    const found = readAs(company, namespaceSchema, body)
    const names = Object.keys(found.extensions).sort()
    return {
      account: found.name,
      found: names.slice(0, MOST_FOUND).map((one) => ({ name: one.slice(0, 200), isPrivate: false })),
      hasMore: names.length > MOST_FOUND,
    }
  },
  revoke: async () => 'by hand',
})
