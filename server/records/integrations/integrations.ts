/**
 * Which connections to other companies a tenant has, and had. How each one stands says its actor; this is the list they are
 * found by.
 *
 * Promise: one live connection per tenant and kind, decided by a constraint.
 */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, read, readOne, type RecordParts, type Write } from '../query.ts'

interface IntegrationRow {
  id: string
  tenant: string
  kind: string
  created_at: number
  closed_at: number | null
}
/** `createdAt`: milliseconds since 1970. */
export interface Integration {
  /** Of its actor. */
  readonly id: string
  readonly kind: string
  readonly createdAt: number
  readonly isOpen: boolean
}

export const integrationTables = ({ integer, end }: Ddl) => `
  create table if not exists integration (
    id text primary key, tenant text not null, kind text not null, created_at ${integer} not null, closed_at ${integer}
  ) ${end};
  create unique index if not exists integration_open on integration (tenant, kind) where closed_at is null;
  create index if not exists integration_tenant on integration (tenant);
`

export type Integrations = ReturnType<typeof integrations>

export function integrations({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = integrationSql(connection.dialect)
  return {
    /** Takes the tenant's one place for that kind. Refused with `integration.exists` while another has it. */
    claim: (claimed: Pick<IntegrationRow, 'id' | 'tenant' | 'kind'>): Write =>
      statement(sql.claim({ ...claimed, created_at: now(), closed_at: null }), 'integration.exists', 1),
    /** Whoever has that place; null when it is free. */
    current: async (tenant: string, kind: string): Promise<string | null> =>
      (await readOne(connection, sql.current({ tenant, kind })))?.id ?? null,
    /** Frees the place. */
    close: (id: string): Write => statement(sql.close({ id, at: now() }), 'integration.kept'),
    /** The newest of each kind, over or not. */
    async newest(tenant: string): Promise<Integration[]> {
      const rows = await read(connection, sql.of({ tenant }))
      const byKind = new Map(rows.map((row) => [row.kind, row]))
      return [...byKind.values()].map(({ id, kind, created_at, closed_at }) => ({
        id,
        kind,
        createdAt: created_at,
        isOpen: closed_at === null,
      }))
    },
    /** Those that are not over. */
    open: async (tenant: string): Promise<string[]> =>
      (await read(connection, sql.open({ tenant }))).map(({ id }) => id),
    /** Forgets every one of a tenant, over or not. */
    removeAll: (tenant: string): Write => statement(sql.removeAll({ tenant }), 'integration.kept'),
  }
}

function integrationSql(dialect: RecordParts['connection']['dialect']) {
  const db = builder<{ integration: IntegrationRow }>(dialect)
  return {
    claim: query((row: IntegrationRow) =>
      db
        .insertInto('integration')
        .values(pick(row, 'id', 'tenant', 'kind', 'created_at'))
        // another's place leaves no row to write, and the claim does not hold
        .onConflict((conflict) => conflict.doNothing()),
    ),
    current: query((p: { tenant: string; kind: string }) =>
      db
        .selectFrom('integration')
        .select('id')
        .where('tenant', '=', p.tenant)
        .where('kind', '=', p.kind)
        .where('closed_at', 'is', null),
    ),
    close: query((p: { id: string; at: number }) =>
      db.updateTable('integration').set({ closed_at: p.at }).where('id', '=', p.id).where('closed_at', 'is', null),
    ),
    // an open one last: it is made after whatever was closed before it, and counts if both bear one time
    of: query((p: { tenant: string }) =>
      db
        .selectFrom('integration')
        .selectAll()
        .where('tenant', '=', p.tenant)
        .orderBy('created_at')
        .orderBy((row) => row.case().when('closed_at', 'is', null).then(1).else(0).end())
        .orderBy('closed_at')
        .orderBy('id'),
    ),
    open: query((p: { tenant: string }) =>
      db
        .selectFrom('integration')
        .select('id')
        .where('tenant', '=', p.tenant)
        .where('closed_at', 'is', null)
        .orderBy('id'),
    ),
    removeAll: query((p: { tenant: string }) => db.deleteFrom('integration').where('tenant', '=', p.tenant)),
  }
}
