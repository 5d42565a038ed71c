/**
 * The one token table. A token has a purpose, a subject, a tenant and an expiry; it is stored hashed, and used by one
 * atomic update whose `where` says everything that must still hold.
 */
import { type Ddl, type Dialect, builder, pick, query } from '../query.ts'

export type TokenPurpose =
  | 'flow'
  | 'resume'
  | 'verify-link'
  | 'hand-off'
  | 'invitation'
  | 'download'
  | 'leave'
  | 'oauth-state'
  | 'unsubscribe'
  | 'first-operator'
export type CodePurpose = 'verify-code' | 'sign-in-code'
export type Purpose = TokenPurpose | CodePurpose

export interface TokenRow {
  /** Names the token, not its value: a repeated issue is the same row. */
  id: string
  purpose: Purpose
  /** Whom or what it speaks for: an onboarding, a user, an address. */
  subject: string
  tenant: string
  hash: string
  expires_at: number
  used_at: number | null
  tries: number
  max_tries: number
  created_at: number
  /** 1: a newer one took its place, or it was revoked. */
  superseded: number
}

export const tokenTables = ({ integer, end }: Ddl) => `
  create table if not exists token (
    id text primary key, purpose text not null, subject text not null, tenant text not null, hash text not null,
    expires_at ${integer} not null, used_at ${integer}, tries integer not null, max_tries integer not null,
    created_at ${integer} not null, superseded integer not null
  ) ${end};
  create index if not exists token_hash on token (hash);
  create index if not exists token_subject on token (subject, purpose);
`

export function tokenSql(dialect: Dialect) {
  const db = builder<{ token: TokenRow }>(dialect)
  const live = (at: { now: number }) =>
    db.selectFrom('token').where('used_at', 'is', null).where('superseded', '=', 0).where('expires_at', '>', at.now)

  return {
    /** Makes the token, or renews one of that name that nobody has used; its tries stay spent. */
    issue: query((row: TokenRow) =>
      db
        .insertInto('token')
        .values(
          pick(
            row,
            'id',
            'purpose',
            'subject',
            'tenant',
            'hash',
            'expires_at',
            'tries',
            'max_tries',
            'created_at',
            'superseded',
          ),
        )
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((row) => ({ hash: row.ref('excluded.hash'), expires_at: row.ref('excluded.expires_at') }))
            .where('token.used_at', 'is', null)
            .where('token.superseded', '=', 0),
        ),
    ),
    byHash: query((p: { hash: string; purpose: Purpose; now: number }) =>
      live(p).where('hash', '=', p.hash).where('purpose', '=', p.purpose).select(['subject', 'tenant', 'expires_at']),
    ),
    /** In whatever state it is: for a page that says why a link does not work. */
    trace: query((p: { hash: string; purpose: Purpose }) =>
      db
        .selectFrom('token')
        .where('hash', '=', p.hash)
        .where('purpose', '=', p.purpose)
        .select(['subject', 'tenant', 'used_at', 'superseded', 'expires_at']),
    ),
    codeOf: query((p: { subject: string; purpose: Purpose; now: number }) =>
      live(p)
        .where('subject', '=', p.subject)
        .where('purpose', '=', p.purpose)
        .whereRef('tries', '<', 'max_tries')
        .select(['id', 'hash'])
        .orderBy('created_at', 'desc')
        .limit(1),
    ),
    use: query((p: { hash: string; purpose: Purpose; now: number }) =>
      db
        .updateTable('token')
        .set({ used_at: p.now })
        .where('hash', '=', p.hash)
        .where('purpose', '=', p.purpose)
        .where('used_at', 'is', null)
        .where('superseded', '=', 0)
        .where('expires_at', '>', p.now),
    ),
    useCode: query((p: { id: string; now: number }) =>
      db
        .updateTable('token')
        .set({ used_at: p.now })
        .where('id', '=', p.id)
        .where('used_at', 'is', null)
        .where('superseded', '=', 0)
        .where('expires_at', '>', p.now)
        .whereRef('tries', '<', 'max_tries'),
    ),
    // two wrong guesses at once are two tries: the sum is made by the database
    spendTry: query((p: { id: string }) =>
      db
        .updateTable('token')
        .set((row) => ({ tries: row('tries', '+', 1) }))
        .where('id', '=', p.id)
        .where('used_at', 'is', null)
        .where('superseded', '=', 0)
        .whereRef('tries', '<', 'max_tries'),
    ),
    supersede: query((p: { subject: string; purpose: Purpose; except: string }) =>
      db
        .updateTable('token')
        .set({ superseded: 1 })
        .where('subject', '=', p.subject)
        .where('purpose', '=', p.purpose)
        .where('id', '<>', p.except)
        .where('used_at', 'is', null),
    ),
    forgetTenant: query((p: { tenant: string }) => db.deleteFrom('token').where('tenant', '=', p.tenant)),
    forget: query((p: { subject: string }) => db.deleteFrom('token').where('subject', '=', p.subject)),
  }
}
