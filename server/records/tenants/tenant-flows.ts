/**
 * Which actor of a flow is a tenant's own, for flows of which a tenant has one at a time: its export, its leaving.
 *
 * Promise: of two who start one at once, one claims it; the other is refused with `flow.taken` and finds that one.
 */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, readOne, type RecordParts, type Write } from '../query.ts'

interface TenantFlowRow {
  tenant: string
  flow: string
  actor: string
}

export const tenantFlowTables = ({ end }: Ddl) => `
  create table if not exists tenant_flow (
    tenant text not null, flow text not null, actor text not null, primary key (tenant, flow)
  ) ${end};
`

export type TenantFlows = ReturnType<typeof tenantFlows>

export function tenantFlows({ connection }: Pick<RecordParts, 'connection'>) {
  const db = builder<{ tenant_flow: TenantFlowRow }>(connection.dialect)
  const sql = {
    current: query((p: Pick<TenantFlowRow, 'tenant' | 'flow'>) =>
      db.selectFrom('tenant_flow').select('actor').where('tenant', '=', p.tenant).where('flow', '=', p.flow),
    ),
    // whoever claims says whom they saw there: a claim made meanwhile leaves no row to change
    claim: query((p: TenantFlowRow & { instead: string }) =>
      db
        .insertInto('tenant_flow')
        .values(pick(p, 'tenant', 'flow', 'actor'))
        .onConflict((on) =>
          on.columns(['tenant', 'flow']).doUpdateSet({ actor: p.actor }).where('tenant_flow.actor', '=', p.instead),
        ),
    ),
    forget: query((p: { tenant: string }) => db.deleteFrom('tenant_flow').where('tenant', '=', p.tenant)),
  }
  return {
    /** The one claimed last, over or not; null when there never was one. */
    current: async (tenant: string, flow: string): Promise<string | null> =>
      (await readOne(connection, sql.current({ tenant, flow })))?.actor ?? null,
    /** Makes `actor` the tenant's own, in the place of the one that was seen there. Refused with `flow.taken`. */
    claim: (row: TenantFlowRow & { readonly instead: string | null }): Write =>
      statement(sql.claim({ ...row, instead: row.instead ?? '' }), 'flow.taken', 1),
    forget: (tenant: string): Write => statement(sql.forget({ tenant }), 'flow.kept'),
  }
}
