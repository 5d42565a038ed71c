/**
 * The resource ledger: what was meant to be made for a tenant, what is there, and what was taken back.
 *
 * Promise: no resource without a row. `intend` is on disk before anything is made; the row says `present` in the same
 * commit as the fact, and `released` in the same commit as the taking back.
 */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, read, readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'

export type LedgerStatus = 'intended' | 'present' | 'released'

interface LedgerRow {
  identity: string
  tenant: string
  kind: string
  status: LedgerStatus
  fact: string
  updated_at: number
}
export interface LedgerEntry {
  readonly identity: string
  readonly tenant: string
  readonly kind: string
  readonly status: LedgerStatus
  /** Ids and addresses, never secrets. */
  readonly fact: Readonly<Record<string, string>>
  readonly updatedAt: number
}
export type Resource = Pick<LedgerEntry, 'identity' | 'tenant' | 'kind'>

export const ledgerTables = ({ integer, end }: Ddl) => `
  create table if not exists ledger (
    identity text primary key, tenant text not null, kind text not null,
    status text not null check (status in ('intended', 'present', 'released')), fact text not null,
    updated_at ${integer} not null
  ) ${end};
  create index if not exists ledger_tenant on ledger (tenant);
`

export type Ledger = ReturnType<typeof ledger>

export function ledger({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = ledgerSql(connection.dialect)
  return {
    /** Writes down, durably, that a resource is about to be made. One that is there, or intended, stays as it is. */
    async intend({ identity, tenant, kind }: Resource): Promise<void> {
      const row: LedgerRow = { identity, tenant, kind, status: 'intended', fact: '{}', updated_at: now() }
      orRefuse(await connection.write([statement(sql.intend(row), 'ledger.refused')]), `Cannot intend ${identity}.`)
    },
    /** It is there. Refused with `ledger.absent` when nobody had intended it. */
    present: (identity: string, fact: LedgerEntry['fact']): Write =>
      statement(sql.present({ identity, fact: JSON.stringify(fact), at: now() }), 'ledger.absent', 1),
    /** It was taken back; something never intended has no row and needs none. */
    release: (identity: string): Write => statement(sql.release({ identity, at: now() }), 'ledger.kept'),
    /** Deletes every row of a tenant whose resources are all gone. */
    forget: (tenant: string): Write => statement(sql.forget({ tenant }), 'ledger.kept'),
    find: async (identity: string): Promise<LedgerEntry | null> => {
      const row = await readOne(connection, sql.find({ identity }))
      return row && toEntry(row)
    },
    of: async (tenant: string): Promise<LedgerEntry[]> => (await read(connection, sql.of({ tenant }))).map(toEntry),
  }
}

function ledgerSql(dialect: RecordParts['connection']['dialect']) {
  const db = builder<{ ledger: LedgerRow }>(dialect)
  return {
    intend: query((row: LedgerRow) =>
      db
        .insertInto('ledger')
        .values(pick(row, 'identity', 'tenant', 'kind', 'status', 'fact', 'updated_at'))
        .onConflict((conflict) =>
          conflict
            .column('identity')
            .doUpdateSet({ status: 'intended', fact: '{}', updated_at: row.updated_at })
            // a resource that was taken back may be made again; one that is there is not forgotten
            .where('ledger.status', '=', 'released'),
        ),
    ),
    present: query((p: { identity: string; fact: string; at: number }) =>
      db
        .updateTable('ledger')
        .set({ status: 'present', fact: p.fact, updated_at: p.at })
        .where('identity', '=', p.identity)
        .where('status', '<>', 'released'),
    ),
    release: query((p: { identity: string; at: number }) =>
      db.updateTable('ledger').set({ status: 'released', updated_at: p.at }).where('identity', '=', p.identity),
    ),
    forget: query((p: { tenant: string }) => db.deleteFrom('ledger').where('tenant', '=', p.tenant)),
    find: query((p: { identity: string }) => db.selectFrom('ledger').selectAll().where('identity', '=', p.identity)),
    of: query((p: { tenant: string }) =>
      db.selectFrom('ledger').selectAll().where('tenant', '=', p.tenant).orderBy('identity'),
    ),
  }
}

const toEntry = ({ fact, updated_at, ...row }: LedgerRow): LedgerEntry => ({
  ...row,
  fact: JSON.parse(fact) as LedgerEntry['fact'],
  updatedAt: updated_at,
})
