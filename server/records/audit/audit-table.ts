/** The tables of the audit log, and their queries. */
import { builder, type Ddl, type Dialect, pick, query } from '../query.ts'

/** How a recorded call ended: `begun` until it is known, `done`, `failed` by our fault, or `refused:` and why. */
export type AuditOutcome = 'begun' | 'done' | 'failed' | `refused:${string}`

export interface AuditRow {
  id: string
  tenant: string
  at: number
  /** What was asked for or happened: an event's type, or a procedure's name. */
  kind: string
  /** The actor it happened to, and its chart; null for a call that moves none. */
  actor: string | null
  flow: string | null
  /** The states left and entered, as JSON; null where none was. */
  states: string | null
  outcome: AuditOutcome
  /** A keyed hash of the person's id; null for what happened by itself. */
  who: string | null
  /** Who it was, from where, and about what: sealed under this key, in base64. */
  key_id: string | null
  body: string | null
  /** The place in the tenant's chain, and the link; null until it is linked. */
  n: number | null
  hash: string | null
}
export interface HeadRow {
  tenant: string
  n: number
  hash: string
}

export const auditTables = ({ integer, end }: Ddl) => `
  create table if not exists audit (
    id text primary key, tenant text not null, at ${integer} not null, kind text not null, actor text, flow text,
    states text, outcome text not null, who text, key_id text, body text, n integer, hash text
  ) ${end};
  create index if not exists audit_at on audit (tenant, at, id);
  create unique index if not exists audit_chain on audit (tenant, n) where n is not null;
  create index if not exists audit_unlinked on audit (tenant, at, id) where n is null;
  create table if not exists audit_head (tenant text primary key, n integer not null, hash text not null) ${end};
`

export function auditSql(dialect: Dialect) {
  const db = builder<{ audit: AuditRow; audit_head: HeadRow }>(dialect)
  const columns = [
    ...(['id', 'tenant', 'at', 'kind', 'actor', 'flow', 'states', 'outcome', 'who', 'key_id', 'body'] as const),
  ]
  return {
    db,
    // a step that is committed again after a conflict is the same step
    add: query((row: Omit<AuditRow, 'n' | 'hash'>) => db.insertInto('audit').values(pick(row, ...columns) as never)),
    settle: query((p: Pick<AuditRow, 'id' | 'outcome' | 'key_id' | 'body'>) =>
      db
        .updateTable('audit')
        .set({ outcome: p.outcome, key_id: p.key_id, body: p.body })
        .where('id', '=', p.id)
        // what is linked is never written again
        .where('n', 'is', null),
    ),
    unlinked: query((p: { over: number; most: number }) =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('n', 'is', null)
        .where((row) => row.or([row('outcome', '<>', 'begun'), row('at', '<', p.over)]))
        .orderBy('tenant')
        .orderBy('at')
        .orderBy('id')
        .limit(p.most),
    ),
    link: query((p: { id: string; n: number; hash: string }) =>
      db.updateTable('audit').set({ n: p.n, hash: p.hash }).where('id', '=', p.id).where('n', 'is', null),
    ),
    count: query((p: { tenant: string }) =>
      db
        .selectFrom('audit')
        .where('tenant', '=', p.tenant)
        .select((row) => row.fn.countAll().as('count')),
    ),
    head: query((p: { tenant: string }) => db.selectFrom('audit_head').selectAll().where('tenant', '=', p.tenant)),
    heads: query((p: { after: string; most: number }) =>
      db.selectFrom('audit_head').selectAll().where('tenant', '>', p.after).orderBy('tenant').limit(p.most),
    ),
    // whoever moves a head says which one they saw
    moveHead: query((p: HeadRow & { from: number }) =>
      db
        .insertInto('audit_head')
        .values(pick(p, 'tenant', 'n', 'hash'))
        .onConflict((on) =>
          on.column('tenant').doUpdateSet({ n: p.n, hash: p.hash }).where('audit_head.n', '=', p.from),
        ),
    ),
    chain: query((p: { tenant: string; after: number; most: number }) =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('tenant', '=', p.tenant)
        .where('n', '>', p.after)
        .orderBy('n')
        .limit(p.most),
    ),
  }
}
