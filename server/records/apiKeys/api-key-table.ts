/** The table of API keys: hashes and prefixes, nothing that opens a door. */
import { builder, type Ddl, type Dialect, pick, query } from '../query.ts'

export interface ApiKeyRow {
  id: string
  tenant: string
  /** Rises with every roll; with the tenant it names the key. */
  number: number
  hash: string
  prefix: string
  created_at: number
  revealed_at: number | null
  revoked_at: number | null
}

export const apiKeyTables = ({ integer, end }: Ddl) => `
  create table if not exists api_key (
    id text primary key, tenant text not null, number integer not null, hash text not null unique,
    prefix text not null, created_at ${integer} not null, revealed_at ${integer}, revoked_at ${integer}
  ) ${end};
  -- one working key per workspace
  create unique index if not exists api_key_working on api_key (tenant) where revoked_at is null;
`

const columns = (row: ApiKeyRow) => pick(row, 'id', 'tenant', 'number', 'hash', 'prefix', 'created_at', 'revealed_at')

export function apiKeySql(dialect: Dialect) {
  const db = builder<{ api_key: ApiKeyRow }>(dialect)
  return {
    create: query((row: ApiKeyRow) =>
      db
        .insertInto('api_key')
        .values(columns(row))
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    insert: query((row: ApiKeyRow) => db.insertInto('api_key').values(columns(row))),
    current: query((p: { tenant: string }) =>
      db.selectFrom('api_key').selectAll().where('tenant', '=', p.tenant).where('revoked_at', 'is', null),
    ),
    byHash: query((p: { hash: string }) =>
      db.selectFrom('api_key').select('tenant').where('hash', '=', p.hash).where('revoked_at', 'is', null),
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
    revoke: query((p: { id: string; at: number }) =>
      db.updateTable('api_key').set({ revoked_at: p.at }).where('id', '=', p.id).where('revoked_at', 'is', null),
    ),
    remove: query((p: { tenant: string }) => db.deleteFrom('api_key').where('tenant', '=', p.tenant)),
  }
}
