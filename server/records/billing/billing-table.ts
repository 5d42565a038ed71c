/**
 * What we know of each tenant's billing: whose customer is whose, and how the provider's subscriptions and invoices stood
 * when they were read last. Amounts in the currency's minor unit, times in milliseconds since 1970.
 *
 * Which constraint carries which promise:
 * - `billing_customer_live`: a tenant has at most one live customer. A customer that was dropped keeps its row, because
 *   the provider tells of its end later, and that news still belongs to somebody.
 * - `billing_customer`'s primary key: a customer belongs to one tenant, for ever.
 * - `billing_read`: no two reads of one object ever get the same number, because the update that takes one says which
 *   number it saw.
 * - the `where` of each upsert: a row is replaced only by what was read later.
 * - `billing_receipt`'s primary key: one event is responsible for an invoice's receipt.
 */
import { builder, type Ddl, type Dialect, pick, query } from '../query.ts'

export interface CustomerRow {
  customer: string
  tenant: string
  dropped_at: number | null
}
export interface SubscriptionRow {
  id: string
  tenant: string
  customer: string
  /** The provider's word for it, or `unread`: we know that it was made, and nothing else yet. */
  status: string
  lookup_key: string | null
  interval: string | null
  quantity: number
  /** Per seat. */
  amount: number
  currency: string
  period_end: number | null
  cancel_at: number | null
  card_brand: string | null
  card_last4: string | null
  read_number: number
}
export interface InvoiceRow {
  id: string
  tenant: string
  number: string | null
  status: string
  total: number
  refunded: number
  currency: string
  created_at: number
  paid_at: number | null
  hosted_url: string | null
  pdf_url: string | null
  read_number: number
}
interface ReadRow {
  object: string
  taken: number
}
interface ReceiptRow {
  invoice: string
  event: string
}
interface Tables {
  billing_customer: CustomerRow
  billing_subscription: SubscriptionRow
  billing_invoice: InvoiceRow
  billing_read: ReadRow
  billing_receipt: ReceiptRow
}

export const billingTables = ({ integer, end }: Ddl) => `
  create table if not exists billing_customer (
    customer text primary key, tenant text not null, dropped_at ${integer}
  ) ${end};
  create unique index if not exists billing_customer_live on billing_customer (tenant) where dropped_at is null;
  create table if not exists billing_subscription (
    id text primary key, tenant text not null, customer text not null, status text not null, lookup_key text,
    interval text, quantity integer not null check (quantity >= 0), amount ${integer} not null, currency text not null,
    period_end ${integer}, cancel_at ${integer}, card_brand text, card_last4 text, read_number integer not null
  ) ${end};
  create index if not exists billing_subscription_tenant on billing_subscription (tenant);
  create table if not exists billing_invoice (
    id text primary key, tenant text not null, number text, status text not null, total ${integer} not null,
    refunded ${integer} not null, currency text not null, created_at ${integer} not null, paid_at ${integer},
    hosted_url text, pdf_url text, read_number integer not null
  ) ${end};
  create index if not exists billing_invoice_tenant on billing_invoice (tenant, created_at);
  create table if not exists billing_read (object text primary key, taken integer not null) ${end};
  create table if not exists billing_receipt (invoice text primary key, event text not null) ${end};
`

const subscriptionColumns = [
  'id',
  'tenant',
  'customer',
  'status',
  'lookup_key',
  'interval',
  'quantity',
  'amount',
  'currency',
  'period_end',
  'cancel_at',
  'card_brand',
  'card_last4',
  'read_number',
] as const satisfies readonly (keyof SubscriptionRow)[]

const invoiceColumns = [
  'id',
  'tenant',
  'number',
  'status',
  'total',
  'refunded',
  'currency',
  'created_at',
  'paid_at',
  'hosted_url',
  'pdf_url',
  'read_number',
] as const satisfies readonly (keyof InvoiceRow)[]

export function billingSql(dialect: Dialect) {
  const db = builder<Tables>(dialect)
  return {
    ...customerSql(db),
    ...objectSql(db),
    taken: query((p: { object: string }) =>
      db.selectFrom('billing_read').select('taken').where('object', '=', p.object),
    ),
    takeFirst: query((p: ReadRow) => db.insertInto('billing_read').values(pick(p, 'object', 'taken'))),
    // somebody who took a number meanwhile has changed the row, so this finds none
    takeNext: query((p: { object: string; seen: number; taken: number }) =>
      db.updateTable('billing_read').set({ taken: p.taken }).where('object', '=', p.object).where('taken', '=', p.seen),
    ),
    claimReceipt: query((row: ReceiptRow) =>
      db
        .insertInto('billing_receipt')
        .values(pick(row, 'invoice', 'event'))
        .onConflict((on) => on.column('invoice').doNothing()),
    ),
    receiptOf: query((p: { invoice: string }) =>
      db.selectFrom('billing_receipt').select('event').where('invoice', '=', p.invoice),
    ),
  }
}

type Db = ReturnType<typeof builder<Tables>>

const customerSql = (db: Db) => ({
  // the same tenant may take its customer up again; another tenant's finds no row to change
  keepCustomer: query((row: Pick<CustomerRow, 'customer' | 'tenant'>) =>
    db
      .insertInto('billing_customer')
      .values(pick(row, 'customer', 'tenant'))
      .onConflict((on) =>
        on.column('customer').doUpdateSet({ dropped_at: null }).where('billing_customer.tenant', '=', row.tenant),
      ),
  ),
  dropCustomer: query((p: { tenant: string; at: number }) =>
    db
      .updateTable('billing_customer')
      .set({ dropped_at: p.at })
      .where('tenant', '=', p.tenant)
      .where('dropped_at', 'is', null),
  ),
  tenantOf: query((p: { customer: string }) =>
    db.selectFrom('billing_customer').select('tenant').where('customer', '=', p.customer),
  ),
  customerOf: query((p: { tenant: string }) =>
    db.selectFrom('billing_customer').select('customer').where('tenant', '=', p.tenant).where('dropped_at', 'is', null),
  ),
})

const objectSql = (db: Db) => ({
  noteSubscription: query((row: SubscriptionRow) =>
    db
      .insertInto('billing_subscription')
      .values(pick(row, ...subscriptionColumns))
      .onConflict((on) => on.column('id').doNothing()),
  ),
  putSubscription: query((row: SubscriptionRow) =>
    db
      .insertInto('billing_subscription')
      .values(pick(row, ...subscriptionColumns))
      .onConflict((on) =>
        on
          .column('id')
          .doUpdateSet(pick(row, ...subscriptionColumns))
          .where('billing_subscription.read_number', '<', row.read_number),
      ),
  ),
  putInvoice: query((row: InvoiceRow) =>
    db
      .insertInto('billing_invoice')
      .values(pick(row, ...invoiceColumns))
      .onConflict((on) =>
        on
          .column('id')
          .doUpdateSet(pick(row, ...invoiceColumns))
          .where('billing_invoice.read_number', '<', row.read_number),
      ),
  ),
  subscriptionsOf: query((p: { tenant: string }) =>
    db.selectFrom('billing_subscription').selectAll().where('tenant', '=', p.tenant).orderBy('id'),
  ),
  // a draft has no number and may still vanish, so nobody is shown one
  invoicesOf: query((p: { tenant: string; most: number }) =>
    db
      .selectFrom('billing_invoice')
      .selectAll()
      .where('tenant', '=', p.tenant)
      .where('status', '<>', 'draft')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(p.most),
  ),
  subscriptionNumber: query((p: { id: string }) =>
    db.selectFrom('billing_subscription').select('read_number').where('id', '=', p.id),
  ),
  invoiceNumber: query((p: { id: string }) =>
    db.selectFrom('billing_invoice').select('read_number').where('id', '=', p.id),
  ),
})
