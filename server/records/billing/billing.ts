/**
 * Whose customer is whose, and how subscriptions and invoices stand at the provider.
 *
 * Promises: a customer is one tenant's and stays so; a row is replaced only by a state that was read later. Which
 * constraint carries which of them stands beside the tables.
 */
import { statement } from '../../store/connection.ts'
import { read, readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'
import { billingSql } from './billing-sql.ts'
import type { SubscriptionRow } from './billing-table.ts'
import {
  type BilledInvoice,
  type BilledSubscription,
  type BillingSummary,
  summaryFrom,
  toInvoice,
  toInvoiceRow,
  toSubscription,
  toSubscriptionRow,
} from './billing-values.ts'
import { readNumbers } from './read-numbers.ts'

export type { BilledInvoice, BilledSubscription, BillingSummary, Card } from './billing-values.ts'

/** Invoices a summary has. */
const MOST_INVOICES = 6

export type Billing = ReturnType<typeof billing>

export function billing({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = billingSql(connection.dialect)
  return {
    /**
     * The customer is the tenant's. A repeat changes nothing. Refused with `customer.taken` when it is another
     * tenant's, or when the tenant has another one that was not dropped.
     */
    keepCustomer: ({ tenant, customer }: { tenant: string; customer: string }): Write =>
      statement(sql.keepCustomer({ tenant, customer }), 'customer.taken', 1),
    /** The tenant has no customer any more. News of the old one is still known to be its. */
    dropCustomer: (tenant: string): Write => statement(sql.dropCustomer({ tenant, at: now() }), 'customer.kept'),

    /** A subscription was made. How it stands is known once it is read; one that was read already stays as it is. */
    keepSubscription: (made: Pick<SubscriptionRow, 'tenant' | 'customer'> & { subscription: string }): Write =>
      statement(sql.noteSubscription(unread(made)), 'subscription.kept'),

    /** How it stood when it was read under `number`. What was read later stays. */
    putSubscription: (state: BilledSubscription, number: number): Write =>
      statement(sql.putSubscription(toSubscriptionRow(state, number)), 'subscription.kept'),
    putInvoice: (state: BilledInvoice, number: number): Write =>
      statement(sql.putInvoice(toInvoiceRow(state, number)), 'invoice.kept'),
    /** The number a row was read under, or 0. */
    numberOf: async (kind: 'subscription' | 'invoice', id: string): Promise<number> => {
      const find = kind === 'subscription' ? sql.subscriptionNumber : sql.invoiceNumber
      return (await readOne(connection, find({ id })))?.read_number ?? 0
    },
    /** A number for a read that has not begun. Throws `read.busy` when others take them all the time. */
    takeNumber: readNumbers(connection, sql),

    /** Durably makes one event responsible for an invoice's receipt. True for that event, however often it asks. */
    async claimReceipt(invoice: string, event: string): Promise<boolean> {
      const written = await connection.write([statement(sql.claimReceipt({ invoice, event }), 'receipt.claimed')])
      orRefuse(written, `Cannot claim the receipt of ${invoice}.`)
      return (await readOne(connection, sql.receiptOf({ invoice })))?.event === event
    },

    /** The tenant a customer is, or was. */
    tenantOf: async (customer: string): Promise<string | null> =>
      (await readOne(connection, sql.tenantOf({ customer })))?.tenant ?? null,
    customerOf: async (tenant: string): Promise<string | null> =>
      (await readOne(connection, sql.customerOf({ tenant })))?.customer ?? null,
    async summaryOf(tenant: string): Promise<BillingSummary> {
      const [subscriptions, invoices] = await Promise.all([
        read(connection, sql.subscriptionsOf({ tenant })),
        read(connection, sql.invoicesOf({ tenant, most: MOST_INVOICES })),
      ])
      return summaryFrom(subscriptions.map(toSubscription), invoices.map(toInvoice))
    },
  }
}

const unread = ({ subscription, tenant, customer }: { subscription: string; tenant: string; customer: string }) => ({
  id: subscription,
  tenant,
  customer,
  status: 'unread',
  lookup_key: null,
  interval: null,
  quantity: 0,
  amount: 0,
  currency: '',
  period_end: null,
  cancel_at: null,
  card_brand: null,
  card_last4: null,
  read_number: 0,
})
