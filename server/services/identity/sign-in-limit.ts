/**
 * Bounds how often a password is tried for one address, from wherever it is tried: better-auth counts by client address
 * only, and a guesser has many of those.
 */
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { tries } from './tries.ts'

const MOST = 20
const WINDOW_MS = 15 * 60_000

export function signInLimit() {
  const count = signInTries()
  return createAuthMiddleware(async (context) => count(context))
}

/** Counts a try for its address. Throws `rate.limited` when there were too many. */
export function signInTries() {
  const tried = tries(WINDOW_MS)
  return ({ path, body }: { path: string; body: unknown }): void => {
    if (path !== '/sign-in/email') return
    const address = String((body as { email?: unknown } | undefined)?.email ?? '').toLowerCase()
    if (tried.count(address, Date.now()) > MOST)
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'rate.limited',
        message: 'Too many tries for this address. Wait a quarter of an hour, or sign in with a code.',
      })
  }
}
