/**
 * What is left of the billing of a workspace that is gone: its invoices, without anything that leads to a person, and
 * the knowledge that it is gone, so that news from the provider makes no row for it.
 *
 * Invoices are kept for eight years from the end of their year: § 147 (3) AO and § 14b (1) UStG, as changed by the
 * Viertes Bürokratieentlastungsgesetz of 2024.
 */
import { createHash } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, read, readOne, type RecordParts, type Write } from '../query.ts'
import type { BillingTables } from './billing-table.ts'
import { type BilledInvoice, toInvoice } from './billing-values.ts'

interface ClosedRow {
  tenant: string
  at: number
}
const YEARS_KEPT = 8
export const INVOICE_BASIS = '§ 147 AO, § 14b UStG'

export const closedTenantTables = ({ integer, end }: Ddl) => `
  create table if not exists billing_closed (tenant text primary key, at ${integer} not null) ${end};
`

/** The last moment at which an invoice of that time has to be kept, in milliseconds since 1970. */
export const keptUntil = (createdAt: number): number =>
  Date.UTC(new Date(createdAt).getUTCFullYear() + YEARS_KEPT + 1, 0, 1) - 1

/** A name for a tenant's invoices that leads back to nobody. */
const pseudonym = (tenant: string) => `closed_${createHash('sha256').update(tenant).digest('hex').slice(0, 24)}`

export type ClosedTenants = ReturnType<typeof closedTenants>

export function closedTenants({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const db = builder<BillingTables & { billing_closed: ClosedRow }>(connection.dialect)
  const mine = (p: { tenant: string }) => db.selectFrom('billing_invoice').where('tenant', '=', p.tenant)
  const sql = {
    close: query((row: ClosedRow) =>
      db
        .insertInto('billing_closed')
        .values(pick(row, 'tenant', 'at'))
        .onConflict((on) => on.column('tenant').doNothing()),
    ),
    isClosed: query((p: { tenant: string }) =>
      db.selectFrom('billing_closed').select('at').where('tenant', '=', p.tenant),
    ),
    invoices: query((p: { tenant: string }) =>
      mine(p).selectAll().where('status', '<>', 'draft').orderBy('created_at').orderBy('id'),
    ),
    pseudonymise: query((p: { tenant: string; instead: string }) =>
      db
        .updateTable('billing_invoice')
        .set({ tenant: p.instead, hosted_url: null, pdf_url: null })
        .where('tenant', '=', p.tenant),
    ),
    dropSubscriptions: query((p: { tenant: string }) =>
      db.deleteFrom('billing_subscription').where('tenant', '=', p.tenant),
    ),
  }
  return {
    /** From here on no news of the provider makes or changes a row of the tenant. */
    close: (tenant: string): Write => statement(sql.close({ tenant, at: now() }), 'tenant.closed'),
    isClosed: async (tenant: string): Promise<boolean> =>
      (await readOne(connection, sql.isClosed({ tenant }))) !== null,
    /** Every invoice a person was shown, the oldest first. */
    invoicesOf: async (tenant: string): Promise<BilledInvoice[]> =>
      (await read(connection, sql.invoices({ tenant }))).map(toInvoice),
    /** What has to be kept of them, asked before or after it was pseudonymised. */
    async keptOf(tenant: string): Promise<{ count: number; until: number } | null> {
      const rows = [tenant, pseudonym(tenant)].map((name) => read(connection, sql.invoices({ tenant: name })))
      const times = (await Promise.all(rows)).flat().map(({ created_at }) => created_at)
      return times.length === 0 ? null : { count: times.length, until: keptUntil(Math.max(...times)) }
    },
    /** Takes away everything that leads from its invoices to a person, and its subscriptions. */
    pseudonymise: (tenant: string): Write[] => [
      statement(sql.pseudonymise({ tenant, instead: pseudonym(tenant) }), 'invoice.kept'),
      statement(sql.dropSubscriptions({ tenant }), 'subscription.kept'),
    ],
  }
}
