/**
 * Bounds how often a password is tried for one address, from wherever it is tried: better-auth counts by client address
 * only, and a guesser has many of those.
 */
import { APIError, createAuthMiddleware } from 'better-auth/api'

const MOST = 20
const WINDOW_MS = 15 * 60_000
const REMEMBERED = 50_000

export function signInLimit() {
  const tries = new Map<string, { count: number; until: number }>()

  function count(address: string, now: number): number {
    const known = tries.get(address)
    const entry = known && known.until > now ? known : { count: 0, until: now + WINDOW_MS }
    tries.delete(address)
    if (tries.size >= REMEMBERED) tries.delete(tries.keys().next().value!)
    tries.set(address, entry)
    return ++entry.count
  }

  return createAuthMiddleware(async ({ path, body }) => {
    if (path !== '/sign-in/email') return
    const address = String((body as { email?: unknown } | undefined)?.email ?? '').toLowerCase()
    if (count(address, Date.now()) > MOST)
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'rate.limited',
        message: 'Too many tries for this address. Wait a quarter of an hour, or sign in with a code.',
      })
  })
}
