/** The queries of the billing tables. */
import { builder, type Dialect, pick, query } from '../query.ts'
import type { BillingTables, CustomerRow, InvoiceRow, ReadRow, ReceiptRow, SubscriptionRow } from './billing-table.ts'

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
  const db = builder<BillingTables>(dialect)
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

type Db = ReturnType<typeof builder<BillingTables>>

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
