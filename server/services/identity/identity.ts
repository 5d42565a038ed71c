/**
 * Who people are: their accounts, passwords and sessions.
 *
 * Promises: an address has one account; an account is made by one sign-up, and that sign-up finds it again however
 * often it asks; nothing but a finished sign-up makes one.
 */
import Database from 'better-sqlite3'
import { getMigrations } from 'better-auth/db/migration'
import { type Auth, openAuth, reachable } from './auth.ts'
import { accounts, type Accounts } from './accounts.ts'
import { type Endings, endings } from './endings.ts'
import { type OwnSessions, ownSessions } from './own-sessions.ts'
import { type PasswordCheck, passwordCheck } from './password-check.ts'

export interface IdentityParts {
  /** A file of its own, or `:memory:`. */
  readonly path: string
  readonly secret: string
  readonly publicUrl: string
  /** Hears what went wrong inside. Default `console.error`. */
  readonly log?: (message: string) => void
}
export interface SignedIn {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly sessionId: string
}
export interface Identity {
  readonly accounts: Accounts
  readonly sessions: OwnSessions
  readonly endings: Pick<Endings, 'listen'>
  /** Judges a password somebody types who is signed in, as often as is reasonable. */
  readonly checkPassword: PasswordCheck
  /** Answers `/api/auth/*`: signing in with a password, signing out, reading the session. Anything else is 404. */
  handler(request: Request): Promise<Response>
  /** Who is signed in by these headers' cookies, or null. */
  from(headers: Headers): Promise<SignedIn | null>
  /** The user an address belongs to, or null. */
  accountOf(email: string): Promise<string | null>
  /** Begins a session and answers with its `Set-Cookie` values. None when there is no such user. */
  begin(userId: string, headers: Headers): Promise<readonly string[]>
  /** Ends the session of these headers' cookies and answers with the `Set-Cookie` values that clear them. */
  signOut(headers: Headers): Promise<readonly string[]>
  close(): void
}

/** Opens the database and brings its tables up to date. Not to be called twice at once on one file. */
export async function openIdentity({ path, secret, publicUrl, log = console.error }: IdentityParts): Promise<Identity> {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  const auth = openAuth({ db, secret, publicUrl, log })
  await (await getMigrations(auth.options)).runMigrations()
  const ends = endings()
  const known = await accounts(auth, ends)
  return {
    accounts: known,
    sessions: await ownSessions({ auth, secret, endings: ends }),
    endings: ends,
    checkPassword: passwordCheck(known),
    async handler(request) {
      if (!isReachable(request)) return notFound()
      const leaver = isSignOut(request) ? await sessionOf(auth, request.headers) : null
      const response = await auth.handler(request)
      if (leaver) ends.ended(leaver.userId)
      return response
    },
    from: (headers) => sessionOf(auth, headers),
    accountOf: async (email) => (await known.byEmail(email))?.userId ?? null,
    begin: async (userId, headers) =>
      cookiesOf(await auth.api.beginSession({ body: { userId }, headers, returnHeaders: true })),
    async signOut(headers) {
      const signedIn = await sessionOf(auth, headers)
      const cookies = cookiesOf(await auth.api.signOut({ headers, returnHeaders: true }))
      if (signedIn) ends.ended(signedIn.userId)
      return cookies
    },
    close: () => db.close(),
  }
}

const pathOf = (request: Request) => new URL(request.url).pathname.replace(/^\/api\/auth/, '')
const isReachable = (request: Request) => reachable.has(pathOf(request))
const isSignOut = (request: Request) => request.method === 'POST' && pathOf(request) === '/sign-out'

const notFound = async () => Response.json({ code: 'absent', message: 'There is nothing here.' }, { status: 404 })

const cookiesOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()

async function sessionOf(auth: Auth, headers: Headers): Promise<SignedIn | null> {
  // most requests carry no cookie, and need no look into the database
  if (!headers.has('cookie')) return null
  const found = await auth.api.getSession({ headers })
  if (!found) return null
  const { user, session } = found
  return { userId: user.id, email: user.email, name: user.name, sessionId: session.id }
}
