/**
 * One-time tokens, flow tokens and typed codes.
 *
 * Promises: nothing readable is stored; a token of one purpose is worthless for another; a code dies after its tries
 * whoever types at once; using one is a write that holds for one caller only, and says `token.used` to the others.
 */
import { timingSafeEqual } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { type RecordParts, readOne, type Write } from '../query.ts'
import { deriveCode, deriveToken, hashCode, hashToken, randomToken } from './digest.ts'
import { type Bearer, remembered } from './remembered.ts'
import { type CodePurpose, type Purpose, type TokenPurpose, tokenSql } from './token-table.ts'

export type { Bearer } from './remembered.ts'
export type { CodePurpose, Purpose, TokenPurpose } from './token-table.ts'

/** Wrong guesses until a code is dead, unless said otherwise. */
const CODE_TRIES = 5

export interface Issue<P extends Purpose = Purpose> {
  readonly purpose: P
  readonly subject: string
  readonly tenant: string
  readonly lifetimeMs: number
}
/** A token whose value and name are given: issued again under the same `id`, it is the same token. */
export interface NamedIssue extends Issue {
  readonly id: string
  readonly value: string
  /** Default 5; counts for codes only. */
  readonly maxTries?: number
}
export interface Consumption extends Bearer {
  /** Holds for the first who commits it; the others are refused with `token.used`. */
  readonly write: Write
}
export interface Judgement {
  readonly accepted: boolean
  /** Belongs into the verdict's own commit. Empty when there is no live code to count a try on. */
  readonly writes: readonly Write[]
}

/** What became of a token that was once issued. */
export interface Trace extends Bearer {
  readonly state: 'live' | 'used' | 'superseded' | 'expired'
}

export type Tokens = ReturnType<typeof tokens>

export function tokens({ connection, now, secret }: RecordParts) {
  const sql = tokenSql(connection.dialect)
  const flows = remembered(now)

  const hashOf = (purpose: Purpose, subject: string, value: string) =>
    isCode(purpose) ? hashCode(secret, purpose, subject, value) : hashToken(value)

  function issueAs({ id, value, purpose, subject, tenant, lifetimeMs, maxTries = CODE_TRIES }: NamedIssue): Write {
    const at = now()
    const row = {
      id,
      purpose,
      subject,
      tenant,
      hash: hashOf(purpose, subject, value),
      expires_at: at + lifetimeMs,
      used_at: null,
      tries: 0,
      max_tries: maxTries,
      created_at: at,
      superseded: 0,
    }
    return statement(sql.issue(row), 'token.exists')
  }

  async function find(purpose: TokenPurpose, token: string): Promise<Bearer | null> {
    const hash = hashToken(token)
    const known = purpose === 'flow' ? flows.get(hash) : null
    if (known) return known
    const row = await readOne(connection, sql.byHash({ hash, purpose, now: now() }))
    if (!row) return null
    const bearer = { subject: row.subject, tenant: row.tenant }
    if (purpose === 'flow') flows.keep(hash, bearer, row.expires_at)
    return bearer
  }

  return {
    /** A fresh random token; it works once `write` is committed. */
    issue(issue: Issue<TokenPurpose>): { token: string; write: Write } {
      const token = randomToken()
      return { token, write: issueAs({ ...issue, id: hashToken(token), value: token }) }
    },

    issueAs,

    /** Whom a live token speaks for, without using it up. */
    find,

    /**
     * What became of a token, for a page that says why a link does not work any more. Null when there never was one of
     * that purpose. It proves that its holder once got the mail, and nothing else.
     */
    async trace(purpose: TokenPurpose, token: string): Promise<Trace | null> {
      const row = await readOne(connection, sql.trace({ hash: hashToken(token), purpose }))
      if (!row) return null
      const state =
        row.used_at !== null
          ? 'used'
          : row.superseded === 1
            ? 'superseded'
            : row.expires_at <= now()
              ? 'expired'
              : 'live'
      return { subject: row.subject, tenant: row.tenant, state }
    },

    /** Judges a one-time token; `write` uses it up. Null when it is unknown, used, superseded, expired or another's. */
    async consume(purpose: TokenPurpose, token: string): Promise<Consumption | null> {
      const bearer = await find(purpose, token)
      if (!bearer) return null
      const used = sql.use({ hash: hashToken(token), purpose, now: now() })
      return { ...bearer, write: statement(used, 'token.used', 1) }
    },

    /** Judges a typed code against the newest live one of that subject, in constant time. */
    async judgeCode(typed: { purpose: CodePurpose; subject: string; code: string }): Promise<Judgement> {
      const { purpose, subject, code } = typed
      const row = await readOne(connection, sql.codeOf({ purpose, subject, now: now() }))
      if (!row) return { accepted: false, writes: [] }
      const accepted = timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashCode(secret, purpose, subject, code)))
      const spent = accepted ? sql.useCode({ id: row.id, now: now() }) : sql.spendTry({ id: row.id })
      return { accepted, writes: [statement(spent, 'token.used', 1)] }
    },

    /** Ends every unused token of a subject for these purposes, but for the one named `except`. */
    revokeAll(subject: string, purposes: readonly Purpose[], except = ''): Write[] {
      if (purposes.includes('flow')) flows.bar(subject)
      return purposes.map((purpose) => statement(sql.supersede({ subject, purpose, except }), 'token.kept'))
    },

    /** Deletes every token of a subject, used ones too. */
    forget(subject: string): Write {
      flows.bar(subject)
      return statement(sql.forget({ subject }), 'token.kept')
    },

    /** Deletes every token of a tenant that is gone. */
    forgetTenant: (tenant: string): Write => statement(sql.forgetTenant({ tenant }), 'token.kept'),

    /** The six digits an effect of that identity mails, at every attempt the same. */
    codeFor: (identity: string) => deriveCode(secret, identity),

    /** The token an effect of that identity mails, at every attempt the same. */
    tokenFor: (identity: string) => deriveToken(secret, identity),
  }
}

const isCode = (purpose: Purpose): purpose is CodePurpose => purpose.endsWith('-code')
