/**
 * API keys of a workspace. A key is derived from the server's secret and its own name, so nothing readable is stored and
 * it can still be shown once: the first reveal wins, everybody after it sees only the prefix.
 */
import { createHash, createHmac } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { type ApiKeyRow, apiKeySql } from './api-key-table.ts'

/** What anybody in the workspace may see of a key. Times in milliseconds since 1970. */
export interface ApiKey {
  readonly id: string
  readonly prefix: string
  readonly createdAt: number
  readonly revealedAt: number | null
}

const MARK = 'tn_live_'
const SHOWN = MARK.length + 4

export type ApiKeys = ReturnType<typeof apiKeys>

export function apiKeys({ connection, now, secret }: RecordParts) {
  const sql = apiKeySql(connection.dialect)
  const keyOf = (tenant: string, number: number) =>
    MARK +
    createHmac('sha256', secret)
      .update(JSON.stringify(['api key', tenant, number]))
      .digest('base64url')
  const current = (tenant: string) => readOne(connection, sql.current({ tenant }))

  function row(tenant: string, number: number, revealedAt: number | null): ApiKeyRow {
    const key = keyOf(tenant, number)
    return {
      id: `${tenant}/${number}`,
      tenant,
      number,
      hash: hashOf(key),
      prefix: key.slice(0, SHOWN),
      created_at: now(),
      revealed_at: revealedAt,
      revoked_at: null,
    }
  }

  return {
    /** The first key of a workspace. A repeat is the same key. */
    create: (tenant: string): Write => statement(sql.create(row(tenant, 1, null)), 'key.exists'),

    /** The working key as it may be listed, or null. */
    async current(tenant: string): Promise<ApiKey | null> {
      const key = await current(tenant)
      return key && { id: key.id, prefix: key.prefix, createdAt: key.created_at, revealedAt: key.revealed_at }
    },

    /** The working key in plain text, to the first who asks; null to everybody after, and when there is none. */
    async reveal(tenant: string): Promise<string | null> {
      const key = await current(tenant)
      if (!key) return null
      const seen = statement(sql.reveal({ id: key.id, at: now() }), 'key.revealed', 1)
      return (await connection.write([seen])).result === 'written' ? keyOf(tenant, key.number) : null
    },

    /**
     * Ends the working key and answers with its successor, once.
     * Throws `key.absent` when there is none, `conflict` when somebody else rolled it at the same moment.
     */
    async roll(tenant: string): Promise<string> {
      const key = await current(tenant)
      if (!key) throw new Refusal('key.absent', `Tenant ${tenant} has no key.`)
      const next = row(tenant, key.number + 1, now())
      const rolled = await connection.write([
        statement(sql.revoke({ id: key.id, at: now() }), 'conflict', 1),
        statement(sql.insert(next), 'conflict', 1),
      ])
      orRefuse(rolled, `The key of ${tenant} was rolled twice at once.`)
      return keyOf(tenant, next.number)
    },

    /** Whose key it is; null when it is unknown or revoked. Looked up by its hash, so there is nothing to time. */
    async authenticate(key: string): Promise<{ tenant: string } | null> {
      if (!key.startsWith(MARK)) return null
      return readOne(connection, sql.byHash({ hash: hashOf(key) }))
    },

    /** Deletes every key of a workspace. */
    remove: (tenant: string): Write => statement(sql.remove({ tenant }), 'key.kept'),
  }
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url')
