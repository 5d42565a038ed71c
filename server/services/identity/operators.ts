/**
 * Who may look into the console. Operators are nobody's members: they have accounts, sessions and cookies of their own.
 *
 * Promises: there is an operator only because whoever runs the server made one; nobody is signed in by a password alone;
 * when a second factor is set up, sessions begun without it end.
 */
import Database from 'better-sqlite3'
import { getMigrations } from 'better-auth/db/migration'
import { hashPassword } from './password.ts'
import type { AuthParts } from './auth-base.ts'
import { type OperatorAuth, openOperatorAuth, reachable } from './operator-auth.ts'
import { isSessionAlive } from './session-alive.ts'

export interface Operator {
  readonly operatorId: string
  readonly email: string
  readonly name: string
  /** The session they are signed in by. */
  readonly sessionId: string
}
export interface NewOperator {
  readonly email: string
  readonly name: string
  readonly password: string
}
export interface Operators {
  /** Answers `/operator/auth/*`. What is not named in `reachable` is not there. */
  handler(request: Request): Promise<Response>
  /** Who is signed in by these headers' cookies with both factors, or null. */
  from(headers: Headers): Promise<Operator | null>
  /** Whether a session has not ended. */
  isAlive(sessionId: string): Promise<boolean>
  /** Whether there is any operator. */
  any(): Promise<boolean>
  /** Makes an operator. False when the address is one's already; nothing is changed then. */
  create(operator: NewOperator): Promise<boolean>
  close(): void
}

export interface OperatorsParts extends Omit<AuthParts, 'db'> {
  /** A file of its own, or `:memory:`. */
  readonly path: string
}

/** Opens the database and brings its tables up to date. Not to be called twice at once on one file. */
export async function openOperators({ path, ...parts }: OperatorsParts): Promise<Operators> {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  const auth = openOperatorAuth({ db, ...parts })
  await (await getMigrations(auth.options)).runMigrations()
  const { adapter, internalAdapter } = await auth.$context
  return {
    async handler(request) {
      const path = new URL(request.url).pathname.replace(/^\/operator\/auth/, '')
      if (!reachable.has(path)) return absent()
      const before = path === '/two-factor/verify-totp' ? await sessionOf(auth, request.headers) : null
      const response = await auth.handler(request)
      if (before && !before.user.twoFactorEnabled && response.ok) await endOthers(auth, before.user.id, response)
      return response
    },
    async from(headers) {
      const found = await sessionOf(auth, headers)
      if (!found?.user.twoFactorEnabled) return null
      const { user, session } = found
      return { operatorId: user.id, email: user.email, name: user.name, sessionId: session.id }
    },
    isAlive: (sessionId) => isSessionAlive(adapter, sessionId),
    any: async () => (await internalAdapter.countTotalUsers()) > 0,
    async create({ email, name, password }) {
      const address = email.toLowerCase()
      if (await internalAdapter.findUserByEmail(address)) return false
      const user = await internalAdapter.createUser(
        { email: address, name, emailVerified: true },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await hashPassword(password),
      })
      return true
    },
    close: () => db.close(),
  }
}

const absent = () => Response.json({ code: 'absent', message: 'There is nothing here.' }, { status: 404 })

async function sessionOf(auth: OperatorAuth, headers: Headers) {
  // most requests carry no cookie, and need no look into the database
  return headers.has('cookie') ? auth.api.getSession({ headers }) : null
}

/** A session begun before there was a second factor would be one without it. */
async function endOthers(auth: OperatorAuth, userId: string, response: Response): Promise<void> {
  const { internalAdapter, authCookies } = await auth.$context
  const kept = tokenIn(response, authCookies.sessionToken.name)
  for (const { token } of await internalAdapter.listSessions(userId))
    if (token !== kept) await internalAdapter.deleteSession(token)
}

/** The session token a response sets, without its signature. */
function tokenIn({ headers }: Response, cookie: string): string | null {
  const set = headers.getSetCookie().find((line) => line.startsWith(`${cookie}=`))
  return set ? (decodeURIComponent(set.slice(cookie.length + 1).split(';')[0]!).split('.')[0] ?? null) : null
}
