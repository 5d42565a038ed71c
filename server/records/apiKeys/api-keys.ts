/**
 * API keys of a workspace. A key is derived from the server's secret and its own name, so nothing readable is stored and
 * the one made at set-up can still be shown once: the first reveal wins, everybody after it sees only the prefix. Every
 * other key is shown to whoever makes it, and never again.
 *
 * Promises: a revoked key opens nothing from that moment on; a workspace has no more than twenty working ones, whoever
 * asks at once.
 */
import { createHash, createHmac } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { read, readOne, type RecordParts, type Write } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type ApiKeyRow, apiKeySql, MOST_KEYS } from './api-key-table.ts'

export { MOST_KEYS } from './api-key-table.ts'

/** What anybody in the workspace may see of a key. Times in milliseconds since 1970. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  /** Who made it; null: it was made at set-up. */
  readonly madeBy: string | null
  readonly createdAt: number
  readonly revealedAt: number | null
  /** To the minute; null: never. */
  readonly usedAt: number | null
}

const MARK = 'tn_live_'
const SHOWN = MARK.length + 4
const FIRST_NAME = 'First key'
/** A key that is used all the time is written down once a minute. */
const USE_STEP_MS = 60_000
/** Somebody took the number or the place since it was read. */
const TAKEN = 'key.taken'
/** More rounds than this nobody loses by chance. */
const ROUNDS = 5

export type ApiKeys = ReturnType<typeof apiKeys>

export function apiKeys({ connection, now, secret }: RecordParts) {
  const sql = apiKeySql(connection.dialect)
  const keyOf = (tenant: string, number: number) =>
    MARK +
    createHmac('sha256', secret)
      .update(JSON.stringify(['api key', tenant, number]))
      .digest('base64url')
  const listed = (tenant: string) => read(connection, sql.list({ tenant }))

  function row(about: Pick<ApiKeyRow, 'tenant' | 'number' | 'slot' | 'name' | 'made_by' | 'revealed_at'>): ApiKeyRow {
    const key = keyOf(about.tenant, about.number)
    return {
      ...about,
      id: `${about.tenant}/${about.number}`,
      hash: hashOf(key),
      prefix: key.slice(0, SHOWN),
      created_at: now(),
      used_at: null,
      revoked_at: null,
    }
  }

  /** The row a new key would have now; null when every place is taken. */
  async function next(tenant: string, name: string, by: string): Promise<ApiKeyRow | null> {
    const taken = new Set((await listed(tenant)).map(({ slot }) => slot))
    const slot = Array.from({ length: MOST_KEYS }, (_, index) => index + 1).find((one) => !taken.has(one))
    if (slot === undefined) return null
    const number = Number((await readOne(connection, sql.newest({ tenant })))?.number ?? 0) + 1
    return row({ tenant, number, slot, name, made_by: by, revealed_at: now() })
  }

  return {
    /** The first key of a workspace. A repeat is the same key. */
    create: (tenant: string): Write => {
      const first = { tenant, number: 1, slot: 1, name: FIRST_NAME, made_by: null, revealed_at: null }
      return statement(sql.create(row(first)), 'key.exists')
    },

    /** The working keys, newest first. */
    list: async (tenant: string): Promise<ApiKey[]> => (await listed(tenant)).map(toKey),

    /**
     * One more key, in plain text: nobody sees it again. `beside` has to hold in the same commit; what it says when it
     * does not is thrown. Throws `apiKey.limit` when the workspace has as many as it may, `conflict` when others make so
     * many at once that this one found no place.
     */
    async add(
      tenant: string,
      name: string,
      by: string,
      beside: readonly Write[] = [],
    ): Promise<{ id: string; key: string }> {
      for (let round = 0; round < ROUNDS; round++) {
        const fresh = await next(tenant, name, by)
        if (!fresh) throw new Refusal('apiKey.limit', `Tenant ${tenant} has ${MOST_KEYS} keys.`)
        const written = await connection.write([...beside, statement(sql.insert(fresh), TAKEN, 1)])
        if (written.result === 'written') return { id: fresh.id, key: keyOf(tenant, fresh.number) }
        if (written.code !== TAKEN) throw new Refusal(written.code, `A key of ${tenant} is not made.`)
      }
      throw new Refusal('conflict', `Keys of ${tenant} are made by others again and again.`)
    },

    /** The key made at set-up in plain text, to the first who asks; null to everybody after, and when it is revoked. */
    async reveal(tenant: string): Promise<string | null> {
      const hidden = (await listed(tenant)).find(({ revealed_at }) => revealed_at === null)
      if (!hidden) return null
      const seen = statement(sql.reveal({ id: hidden.id, at: now() }), 'key.revealed', 1)
      return (await connection.write([seen])).result === 'written' ? keyOf(tenant, hidden.number) : null
    },

    /** Ends a key. Throws `apiKey.absent` when the workspace has no such working key. */
    async revoke(tenant: string, id: string): Promise<void> {
      const ended = await connection.write([statement(sql.revoke({ tenant, id, at: now() }), 'apiKey.absent', 1)])
      if (ended.result === 'refused') throw new Refusal(ended.code, `Tenant ${tenant} has no working key ${id}.`)
    },

    /** Ends every key somebody made. */
    revokeMadeBy: (tenant: string, user: string): Write =>
      statement(sql.revokeMadeBy({ tenant, user, at: now() }), 'key.kept'),

    /** Whose key it is; null when it is unknown or revoked. Looked up by its hash, so there is nothing to time. */
    async authenticate(key: string): Promise<{ tenant: string } | null> {
      if (!key.startsWith(MARK)) return null
      const found = await readOne(connection, sql.byHash({ hash: hashOf(key) }))
      if (!found) return null
      if (now() - (found.used_at ?? 0) >= USE_STEP_MS)
        await connection.write([statement(sql.use({ id: found.id, at: now() }), 'key.absent')])
      return { tenant: found.tenant }
    },

    /** Deletes every key of a workspace. */
    remove: (tenant: string): Write => statement(sql.remove({ tenant }), 'key.kept'),
  }
}

const toKey = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  madeBy: row.made_by,
  createdAt: row.created_at,
  revealedAt: row.revealed_at,
  usedAt: row.used_at,
})

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url')
