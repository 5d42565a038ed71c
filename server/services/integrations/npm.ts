/**
 * A registry of npm packages, by an access token.
 *
 * Source: npm docs, "npm whoami" and "npm token" (a token is revoked by itself or by its id).
 */
import * as z from 'zod'
import { name, readAs } from './answers.ts'
import { call } from './call.ts'
import type { Provider } from './provider.ts'

const company = 'npm'
const user = z.object({ username: name })

/** Not known there any more. */
const GONE = [401, 404]
/** Some tokens may not take tokens back, not even themselves. */
const NOT_ALLOWED = [400, 403, 405]

export const npm = (url: string): Provider => ({
  async check({ key }, signal) {
    const answer = await call({ company, url: `${url}/-/whoami`, headers: bearer(key), signal })
    return { account: readAs(company, user, answer.body).username, found: [], hasMore: false }
  },
  async revoke({ key }, signal) {
    const { status } = await call({
      company,
      url: `${url}/-/npm/v1/tokens/token/${encodeURIComponent(key)}`,
      method: 'DELETE',
      headers: bearer(key),
      signal,
      expected: [...GONE, ...NOT_ALLOWED],
    })
    if (NOT_ALLOWED.includes(status)) return 'by hand'
    return GONE.includes(status) ? 'gone' : 'revoked'
  },
})

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
