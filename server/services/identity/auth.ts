/**
 * better-auth as Tenure runs it: users, passwords and sessions in a database of their own, because its transactions are
 * asynchronous and must not share a connection with the group commit.
 *
 * Accounts come from a finished sign-up only. Whatever better-auth offers beyond signing in and out is switched off here
 * and not reachable from outside (see `reachable`), so a new endpoint of a later version is closed until we open it.
 */
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as z from 'zod'
import { type AuthParts, authBase, guesses } from './auth-base.ts'
import { signInLimit } from './sign-in-limit.ts'

/** Paths under `/api/auth` that answer. */
export const reachable: ReadonlySet<string> = new Set(['/sign-in/email', '/sign-out', '/get-session'])

const hour = 60 * 60
const day = 24 * hour

/** Begins a session for somebody who proved who they are in another way: a finished sign-up, or a mailed code. */
const handOver = {
  id: 'hand-over',
  endpoints: {
    // without a path it exists for our own server only
    beginSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async ({ body, context, ...rest }) => {
        const user = await context.internalAdapter.findUserById(body.userId)
        if (!user) return { begun: false }
        const session = await context.internalAdapter.createSession(user.id)
        await setSessionCookie({ body, context, ...rest }, { session, user })
        return { begun: true }
      },
    ),
  },
}

export type Auth = ReturnType<typeof openAuth>

export function openAuth(parts: AuthParts) {
  return betterAuth({
    ...authBase(parts, { cookiePrefix: 'tenure', sameSite: 'lax' }),
    basePath: '/api/auth',
    user: {
      additionalFields: {
        // the sign-up that made the account: a repeated attempt finds its own again
        onboardingId: { type: 'string', required: false, input: false, returned: false },
      },
    },
    // as often as somebody is told when a session was last seen
    session: { expiresIn: 7 * day, updateAge: hour },
    rateLimit: { enabled: true, customRules: { '/sign-in/email': guesses, '/get-session': false } },
    hooks: { before: signInLimit() },
    plugins: [handOver],
  })
}
