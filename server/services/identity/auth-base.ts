/**
 * What better-auth is for members and for operators alike: passwords by argon2id, nobody signs up, origins and forged
 * requests are checked, nothing is told to anybody else. Both add what is their own.
 */
import type { BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { Database } from 'better-sqlite3'
import { hashPassword, verifyPassword } from './password.ts'

/** Our own server writes it from the socket; a forwarded header would let anybody choose their address. */
export const clientAddressHeader = 'x-tenure-client-ip'

export interface AuthParts {
  readonly db: Database
  readonly secret: string
  /** Where people reach us; cookies are `Secure` exactly when it is https. */
  readonly publicUrl: string
  readonly log: (message: string) => void
}

interface Own {
  readonly cookiePrefix: string
  /** Whether a link on another page brings the session along. */
  readonly sameSite: 'lax' | 'strict'
}

export const authBase = ({ db, secret, publicUrl, log }: AuthParts, { cookiePrefix, sameSite }: Own) =>
  ({
    database: db,
    secret,
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
      maxPasswordLength: 200,
    },
    advanced: {
      // said aloud, because a process with NODE_ENV=test would otherwise run without
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite },
      cookiePrefix,
    },
    telemetry: { enabled: false },
    // its arguments may hold an address or a query's values: only the sentence is kept
    logger: { level: 'error', log: (_, message) => log(message) },
    // an answer like 401 or 429 is no error of ours
    onAPIError: { onError: (error) => (error instanceof APIError ? undefined : log(String(error))) },
  }) satisfies BetterAuthOptions

/** Calls from one client address in a minute, for whatever takes a guess. */
export const guesses = { window: 60, max: 20 }
