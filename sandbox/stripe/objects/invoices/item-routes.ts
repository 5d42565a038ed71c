/**
 * Invoice items over the wire.
 *
 * Source: Stripe API reference, "Invoice Items".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { listOf, pageOf } from '../../wire/list.ts'
import { route } from '../../wire/route.ts'
import {
  clearable,
  expandable,
  flag,
  integer,
  metadata,
  natural,
  paged,
  text,
  withMetadata,
} from '../../wire/schema.ts'
import { lineOf, newInvoiceItem } from './items.ts'
import { costOf, lineItem, sum } from './lines.ts'
import { amountsOf } from './new-invoice.ts'

const createSchema = z.strictObject({
  ...expandable,
  amount: integer.optional(),
  currency: text.optional(),
  customer: text,
  description: clearable.optional(),
  invoice: text.optional(),
  metadata: metadata.optional(),
  pricing: z.strictObject({ price: text }).optional(),
  quantity: natural.optional(),
  subscription: text.optional(),
})
const listSchema = z.strictObject({
  ...paged,
  customer: text.optional(),
  invoice: text.optional(),
  pending: flag.optional(),
})

function create(account: Account, params: z.output<typeof createSchema>): Stripe.InvoiceItem {
  account.customers.get(params.customer, 'customer')
  const price = params.pricing ? account.prices.get(params.pricing.price, 'pricing[price]') : null
  const quantity = params.quantity ?? 1
  const amount = params.amount ?? (price && costOf(price, quantity))
  if (amount === null)
    throw invalid('One of the following params should be provided for this request: amount or pricing.')
  const draft = params.invoice === undefined ? null : draftOf(account, params.invoice)
  const now = account.clock.seconds()
  const item = newInvoiceItem(account, {
    customer: params.customer,
    amount,
    currency: (params.currency ?? price?.currency ?? 'eur').toLowerCase(),
    description: params.description ?? '',
    period: { start: now, end: now },
    price,
    quantity,
    subscription: params.subscription ? account.subscriptions.get(params.subscription, 'subscription').id : null,
    subscriptionItem: null,
    isProration: false,
    metadata: withMetadata(null, params.metadata),
    invoice: draft?.id ?? null,
  })
  if (draft) addLine(account, draft, item)
  return item
}

function draftOf(account: Account, id: string): Stripe.Invoice {
  const invoice = account.invoices.get(id, 'invoice')
  if (invoice.status !== 'draft')
    throw invalid('This invoice is no longer editable', { code: 'invoice_not_editable', param: 'invoice' })
  return invoice
}

function addLine(account: Account, invoice: Stripe.Invoice, item: Stripe.InvoiceItem): void {
  const data = [...invoice.lines.data, lineItem(account, invoice.id, lineOf(account, item))]
  const total = sum(data)
  const balance = account.customers.find(idOf(invoice.customer)!)?.balance ?? 0
  account.change(invoice, 'invoice.updated', {
    lines: listOf(data, invoice.lines.url),
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_excluding_tax: total,
    ...amountsOf(total, balance),
  })
}

function remove(account: Account, id: string): Stripe.DeletedInvoiceItem {
  const item = account.invoiceItems.get(id)
  if (item.invoice !== null) throw invalid('You can only delete invoice items that are not on an invoice yet.')
  account.invoiceItems.remove(id)
  account.tell('invoiceitem.deleted', item)
  return { id, object: 'invoiceitem', deleted: true }
}

export const invoiceItemRoutes = [
  route('POST', '/v1/invoiceitems', createSchema, ({ account, params }) => create(account, params)),
  route('GET', '/v1/invoiceitems', listSchema, ({ account, params: { customer, invoice, pending, ...page } }) => {
    const wanted = account.invoiceItems
      .newestFirst()
      .filter((item) => customer === undefined || item.customer === customer)
      .filter((item) => invoice === undefined || item.invoice === invoice)
      .filter((item) => pending === undefined || (item.invoice === null) === pending)
    return pageOf(wanted, '/v1/invoiceitems', page)
  }),
  route('GET', '/v1/invoiceitems/:id', z.strictObject(expandable), ({ account, path }) =>
    account.invoiceItems.get(path.id!),
  ),
  route('DELETE', '/v1/invoiceitems/:id', z.strictObject({}), ({ account, path }) => remove(account, path.id!)),
]
