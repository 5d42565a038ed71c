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
import type { Ddl } from '../query.ts'

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
export interface ReadRow {
  object: string
  taken: number
}
export interface ReceiptRow {
  invoice: string
  event: string
}
export interface BillingTables {
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
