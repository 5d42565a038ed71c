/**
 * better-auth as Tenure runs it: users, passwords and sessions in a database of their own, because its transactions are
 * asynchronous and must not share a connection with the group commit.
 *
 * Accounts come from a finished sign-up only. Whatever better-auth offers beyond signing in and out is switched off here
 * and not reachable from outside (see `reachable`), so a new endpoint of a later version is closed until we open it.
 */
import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { signInLimit } from './sign-in-limit.ts'
import { hashPassword, verifyPassword } from './password.ts'

/** Our own server writes it from the socket; a forwarded header would let anybody choose their address. */
export const clientAddressHeader = 'x-tenure-client-ip'

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

export interface AuthParts {
  readonly db: Database
  readonly secret: string
  /** Where people reach us; cookies are `Secure` exactly when it is https. */
  readonly publicUrl: string
  readonly log: (message: string) => void
}

export type Auth = ReturnType<typeof openAuth>

export function openAuth({ db, secret, publicUrl, log }: AuthParts) {
  return betterAuth({
    database: db,
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [publicUrl],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
      maxPasswordLength: 200,
    },
    user: {
      additionalFields: {
        // the sign-up that made the account: a repeated attempt finds its own again
        onboardingId: { type: 'string', required: false, input: false, returned: false },
      },
    },
    // as often as somebody is told when a session was last seen
    session: { expiresIn: 7 * day, updateAge: hour },
    rateLimit: {
      enabled: true,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/get-session': false },
    },
    hooks: { before: signInLimit() },
    advanced: {
      // said aloud, because a process with NODE_ENV=test would otherwise run without
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      cookiePrefix: 'tenure',
    },
    telemetry: { enabled: false },
    // its arguments may hold an address or a query's values: only the sentence is kept
    logger: { level: 'error', log: (_, message) => log(message) },
    // an answer like 401 or 429 is no error of ours
    onAPIError: { onError: (error) => (error instanceof APIError ? undefined : log(String(error))) },
    plugins: [handOver],
  })
}
