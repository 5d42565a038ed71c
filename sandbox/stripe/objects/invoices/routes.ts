/**
 * Invoices and invoice items over the wire.
 *
 * Source: Stripe API reference, "Invoices", "Invoice Items".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { pageOf } from '../../wire/list.ts'
import { type Call, route } from '../../wire/route.ts'
import {
  clearable,
  expandable,
  flag,
  isWithin,
  metadata,
  moments,
  natural,
  paged,
  text,
  withMetadata,
} from '../../wire/schema.ts'
import { namedPaymentMethod } from '../payment-methods.ts'
import { pendingLines } from './items.ts'
import { newInvoice } from './new-invoice.ts'
import { pay } from './pay.ts'
import { finalize, markUncollectible, voidInvoice } from './settle.ts'

const plain = z.strictObject(expandable)
const method = z.enum(['charge_automatically', 'send_invoice'])
const createSchema = z.strictObject({
  ...expandable,
  auto_advance: flag.optional(),
  collection_method: method.optional(),
  currency: text.optional(),
  customer: text,
  days_until_due: natural.optional(),
  default_payment_method: text.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  pending_invoice_items_behavior: z.enum(['include', 'exclude']).optional(),
})
const updateSchema = z.strictObject({
  ...expandable,
  auto_advance: flag.optional(),
  default_payment_method: clearable.optional(),
  description: clearable.optional(),
  footer: clearable.optional(),
  metadata: metadata.optional(),
})
const listSchema = z.strictObject({
  ...paged,
  collection_method: method.optional(),
  created: moments.optional(),
  customer: text.optional(),
  status: text.optional(),
  subscription: text.optional(),
})
const paymentsSchema = z.strictObject({
  ...paged,
  invoice: text.optional(),
  status: z.enum(['canceled', 'open', 'paid']).optional(),
  payment: z.strictObject({ type: z.literal('payment_intent'), payment_intent: text }).optional(),
})
const paySchema = z.strictObject({
  ...expandable,
  forgive: flag.optional(),
  off_session: flag.optional(),
  paid_out_of_band: flag.optional(),
  payment_method: text.optional(),
})

function create({ account, params }: Call<z.output<typeof createSchema>>): Stripe.Invoice {
  const customer = account.customers.get(params.customer, 'customer')
  const lines = params.pending_invoice_items_behavior === 'include' ? pendingLines(account, customer.id, null) : []
  const now = account.clock.seconds()
  return newInvoice(account, {
    customer: customer.id,
    reason: 'manual',
    currency: (params.currency ?? lines[0]?.currency ?? customer.currency ?? 'eur').toLowerCase(),
    lines,
    period: { start: now, end: now },
    collectionMethod: params.collection_method,
    daysUntilDue: params.days_until_due ?? null,
    defaultPaymentMethod: params.default_payment_method ?? null,
    description: params.description ?? null,
    metadata: withMetadata(null, params.metadata),
    autoAdvance: params.auto_advance ?? false,
  })
}

function update({ account, path, params }: Call<z.output<typeof updateSchema>>): Stripe.Invoice {
  const invoice = account.invoices.get(path.id!)
  const { expand: _, metadata: notes, default_payment_method: card, ...patch } = params
  if (invoice.status !== 'draft' && (patch.description !== undefined || patch.footer !== undefined))
    throw invalid('Finalized invoices cannot be updated in this way.', { code: 'invoice_not_editable' })
  if (card) namedPaymentMethod(account, card, idOf(invoice.customer), 'default_payment_method')
  return account.change(invoice, 'invoice.updated', {
    ...patch,
    ...(card !== undefined && { default_payment_method: card }),
    metadata: withMetadata(invoice.metadata, notes),
  })
}

function list({ account, params }: Call<z.output<typeof listSchema>>) {
  const { customer, subscription, status, created, collection_method: collection } = params
  const wanted = account.invoices
    .newestFirst()
    .filter((found) => customer === undefined || idOf(found.customer) === customer)
    .filter((found) => subscription === undefined || found.parent?.subscription_details?.subscription === subscription)
    .filter((found) => status === undefined || found.status === status)
    .filter((found) => collection === undefined || found.collection_method === collection)
    .filter((found) => isWithin(found.created, created))
  return pageOf(wanted, '/v1/invoices', params)
}

function remove({ account, path }: Call<unknown>): Stripe.DeletedInvoice {
  const invoice = account.invoices.get(path.id!)
  if (invoice.status !== 'draft' || invoice.parent !== null)
    throw invalid('You can only delete draft invoices that do not belong to a subscription.', {
      code: 'invoice_not_editable',
    })
  for (const item of account.invoiceItems.oldestFirst())
    if (item.invoice === invoice.id) account.invoiceItems.remove(item.id)
  account.invoices.remove(invoice.id)
  account.search.forget(invoice.id)
  account.tell('invoice.deleted', invoice)
  return { id: invoice.id, object: 'invoice', deleted: true }
}

const found = ({ account, path }: { account: Account; path: Readonly<Record<string, string>> }) =>
  account.invoices.get(path.id!)

export const invoiceRoutes = [
  route('POST', '/v1/invoices', createSchema, create),
  route('GET', '/v1/invoices', listSchema, list),
  route('GET', '/v1/invoices/:id', plain, found),
  route('POST', '/v1/invoices/:id', updateSchema, update),
  route('DELETE', '/v1/invoices/:id', z.strictObject({}), remove),
  route('GET', '/v1/invoices/:id/lines', z.strictObject(paged), (call) =>
    pageOf(found(call).lines.data, `/v1/invoices/${call.path.id}/lines`, call.params),
  ),
  route('POST', '/v1/invoices/:id/finalize', z.strictObject({ ...expandable, auto_advance: flag.optional() }), (call) =>
    finalize(call.account, found(call)),
  ),
  route('POST', '/v1/invoices/:id/pay', paySchema, (call) =>
    pay(call.account, found(call), {
      paymentMethod: call.params.payment_method,
      offSession: call.params.off_session ?? true,
      outOfBand: call.params.paid_out_of_band ?? false,
    }),
  ),
  route('POST', '/v1/invoices/:id/send', plain, (call) => {
    const invoice = found(call)
    if (invoice.status === 'draft') finalize(call.account, invoice)
    call.account.tell('invoice.sent', invoice)
    return invoice
  }),
  route('POST', '/v1/invoices/:id/void', plain, (call) => voidInvoice(call.account, found(call))),
  route('POST', '/v1/invoices/:id/mark_uncollectible', plain, (call) => markUncollectible(call.account, found(call))),
  route('GET', '/v1/invoice_payments', paymentsSchema, ({ account, params: { invoice, payment, status, ...page } }) => {
    const wanted = account.invoicePayments
      .newestFirst()
      .filter((found) => invoice === undefined || found.invoice === invoice)
      .filter((found) => status === undefined || found.status === status)
      .filter((found) => payment === undefined || idOf(found.payment.payment_intent) === payment.payment_intent)
    return pageOf(wanted, '/v1/invoice_payments', page)
  }),
]
