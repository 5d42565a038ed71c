/** The table of API keys: hashes and prefixes, nothing that opens a door. */
import { builder, type Ddl, type Dialect, pick, query } from '../query.ts'

export interface ApiKeyRow {
  id: string
  tenant: string
  /** Rises with every key; with the tenant it names the key. */
  number: number
  /** Which of the places for working keys it has. */
  slot: number
  name: string
  /** Null: made at set-up. */
  made_by: string | null
  hash: string
  prefix: string
  created_at: number
  revealed_at: number | null
  used_at: number | null
  revoked_at: number | null
}

/** As many working keys as a workspace may have. */
export const MOST_KEYS = 20

export const apiKeyTables = ({ integer, end }: Ddl) => `
  create table if not exists api_key (
    id text primary key, tenant text not null, number integer not null,
    slot integer not null check (slot between 1 and ${MOST_KEYS}), name text not null, made_by text,
    hash text not null unique, prefix text not null, created_at ${integer} not null, revealed_at ${integer},
    used_at ${integer}, revoked_at ${integer}, unique (tenant, number)
  ) ${end};
  -- a place has one working key: of two who take the last one, the index tells the second
  create unique index if not exists api_key_slot on api_key (tenant, slot) where revoked_at is null;
`

const columns = (row: ApiKeyRow) =>
  pick(row, 'id', 'tenant', 'number', 'slot', 'name', 'made_by', 'hash', 'prefix', 'created_at', 'revealed_at')

export function apiKeySql(dialect: Dialect) {
  const db = builder<{ api_key: ApiKeyRow }>(dialect)
  const working = (p: { tenant: string }) =>
    db.selectFrom('api_key').where('tenant', '=', p.tenant).where('revoked_at', 'is', null)
  const revoked = (p: { at: number }) =>
    db.updateTable('api_key').set({ revoked_at: p.at }).where('revoked_at', 'is', null)
  return {
    create: query((row: ApiKeyRow) =>
      db
        .insertInto('api_key')
        .values(columns(row))
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    insert: query((row: ApiKeyRow) => db.insertInto('api_key').values(columns(row))),
    list: query((p: { tenant: string }) => working(p).selectAll().orderBy('number', 'desc')),
    newest: query((p: { tenant: string }) =>
      db
        .selectFrom('api_key')
        .select((row) => row.fn.max('number').as('number'))
        .where('tenant', '=', p.tenant),
    ),
    byHash: query((p: { hash: string }) =>
      db
        .selectFrom('api_key')
        .select(['id', 'tenant', 'used_at'])
        .where('hash', '=', p.hash)
        .where('revoked_at', 'is', null),
    ),
    // a key is shown to one person: whoever comes second finds no row
    reveal: query((p: { id: string; at: number }) =>
      db
        .updateTable('api_key')
        .set({ revealed_at: p.at })
        .where('id', '=', p.id)
        .where('revealed_at', 'is', null)
        .where('revoked_at', 'is', null),
    ),
    use: query((p: { id: string; at: number }) =>
      db.updateTable('api_key').set({ used_at: p.at }).where('id', '=', p.id),
    ),
    revoke: query((p: { tenant: string; id: string; at: number }) =>
      revoked(p).where('tenant', '=', p.tenant).where('id', '=', p.id),
    ),
    revokeMadeBy: query((p: { tenant: string; user: string; at: number }) =>
      revoked(p).where('tenant', '=', p.tenant).where('made_by', '=', p.user),
    ),
    remove: query((p: { tenant: string }) => db.deleteFrom('api_key').where('tenant', '=', p.tenant)),
  }
}
