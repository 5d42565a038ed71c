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
import { type AuthParts, authBase, guesses } from './auth-base.ts'
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

export type OperatorAuth = ReturnType<typeof openOperatorAuth>

export function openOperatorAuth(parts: AuthParts) {
  return betterAuth({
    ...authBase(parts, { cookiePrefix: 'tenure-operator', sameSite: 'strict' }),
    appName: ISSUER,
    basePath: '/operator/auth',
    // a working day; whoever holds the keys to everybody's data signs in again tomorrow
    session: { expiresIn: 12 * hour, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      customRules: { '/sign-in/email': guesses, '/two-factor/*': guesses, '/get-session': false },
    },
    hooks: { before: guards() },
    plugins: [twoFactor({ issuer: ISSUER, backupCodeOptions: { amount: 8 } })],
  })
}
