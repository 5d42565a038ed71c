/**
 * better-auth for operators: a database, cookies and addresses of their own, so that a member's session is worth nothing
 * in the console and an operator's nothing in the portal.
 *
 * Nobody signs up here, and nobody is let in by a password alone: whoever has no second factor yet may set one up and do
 * nothing else (see `operators.ts`).
 */
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from 'better-sqlite3'
import { clientAddressHeader } from './auth.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { signInTries } from './sign-in-limit.ts'

/** Paths under `/operator/auth` that answer. */
export const reachable: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
])

const hour = 60 * 60

/** Shown beside the account in the app that makes the codes. */
const ISSUER = 'Tenure operators'

/** Wrong passwords per address, and no device that may skip the second factor. */
function guards() {
  const count = signInTries()
  return createAuthMiddleware(async (context) => {
    if ((context.body as { trustDevice?: unknown } | undefined)?.trustDevice)
      throw new APIError('BAD_REQUEST', {
        code: 'device.untrusted',
        message: 'Every sign-in needs its code. Leave `trustDevice` out.',
      })
    count(context)
  })
}

export interface OperatorAuthParts {
  readonly db: Database
  readonly secret: string
  /** Where people reach us; cookies are `Secure` exactly when it is https. */
  readonly publicUrl: string
  readonly log: (message: string) => void
}

export type OperatorAuth = ReturnType<typeof openOperatorAuth>

export function openOperatorAuth({ db, secret, publicUrl, log }: OperatorAuthParts) {
  return betterAuth({
    appName: ISSUER,
    database: db,
    secret,
    baseURL: publicUrl,
    basePath: '/operator/auth',
    trustedOrigins: [publicUrl],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
      maxPasswordLength: 200,
    },
    // a working day; whoever holds the keys to everybody's data signs in again tomorrow
    session: { expiresIn: 12 * hour, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/get-session': false,
      },
    },
    hooks: { before: guards() },
    advanced: {
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      cookiePrefix: 'tenure-operator',
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log(message) },
    onAPIError: { onError: (error) => (error instanceof APIError ? undefined : log(String(error))) },
    plugins: [twoFactor({ issuer: ISSUER, backupCodeOptions: { amount: 8 } })],
  })
}
