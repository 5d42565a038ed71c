/**
 * Customers.
 *
 * Source: Stripe API reference, "Customers".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import {
  address,
  addressOf,
  clearable,
  expandable,
  isWithin,
  list,
  metadata,
  moments,
  natural,
  paged,
  text,
  withMetadata,
} from '../wire/schema.ts'
import { attach, attached, takePaymentMethod } from './payment-methods.ts'
import { cancelNow } from './subscriptions/cancel.ts'

const invoiceSettings = z.strictObject({
  default_payment_method: clearable.optional(),
  footer: clearable.optional(),
})

const writable = {
  ...expandable,
  address: z.union([z.literal(''), address]).optional(),
  balance: natural.optional(),
  description: clearable.optional(),
  email: clearable.optional(),
  invoice_settings: invoiceSettings.optional(),
  metadata: metadata.optional(),
  name: clearable.optional(),
  phone: clearable.optional(),
  preferred_locales: list(text).optional(),
  tax_exempt: z.enum(['exempt', 'none', 'reverse']).optional(),
}
const updateSchema = z.strictObject(writable)
const createSchema = z.strictObject({ ...writable, payment_method: text.optional() })

type Written = z.output<typeof updateSchema>

function fresh(account: Account): Stripe.Customer {
  return {
    id: account.id('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: account.clock.seconds(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: account.id('', 8).slice(1).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}

/** What a request changes. Only what it names is touched. */
function patchOf(account: Account, customer: Stripe.Customer, written: Written): Partial<Stripe.Customer> {
  const { expand: _, address: place, invoice_settings: settings, metadata: notes, ...plain } = written
  const paymentMethod = settings?.default_payment_method
  if (paymentMethod) mustBelong(account, paymentMethod, customer)
  return {
    ...plain,
    ...(place !== undefined && { address: place === '' ? null : addressOf(place) }),
    ...(settings && { invoice_settings: { ...customer.invoice_settings, ...settings } }),
    metadata: withMetadata(customer.metadata, notes),
  }
}

function mustBelong(account: Account, id: string, customer: Stripe.Customer) {
  takePaymentMethod(account, id, customer.id, 'invoice_settings[default_payment_method]')
}

function create(account: Account, { payment_method: paymentMethod, ...written }: z.output<typeof createSchema>) {
  const customer = fresh(account)
  account.customers.add(customer)
  try {
    if (paymentMethod) attach(account, paymentMethod, customer.id)
    Object.assign(customer, patchOf(account, customer, written))
  } catch (error) {
    account.customers.remove(customer.id)
    throw error
  }
  return account.keep(account.customers, customer, 'customer.created')
}

/** A deleted customer's subscriptions end at once, and its cards are let go. */
function remove(account: Account, id: string): Stripe.DeletedCustomer {
  const customer = account.customers.get(id)
  for (const subscription of account.subscriptions.oldestFirst())
    if (subscription.customer === id && subscription.ended_at === null) cancelNow(account, subscription, {})
  for (const paymentMethod of attached(account, id)) account.change(paymentMethod, null, { customer: null })
  account.customers.remove(id)
  account.search.forget(id)
  account.tell('customer.deleted', customer)
  return account.deletedCustomers.add({ id, object: 'customer', deleted: true })
}

const listSchema = z.strictObject({ ...paged, email: text.optional(), created: moments.optional() })

export const customerRoutes = [
  route('POST', '/v1/customers', createSchema, ({ account, params }) => create(account, params)),
  route('GET', '/v1/customers', listSchema, ({ account, params }) => {
    const wanted = account.customers
      .newestFirst()
      .filter(
        ({ email, created }) =>
          (params.email === undefined || email === params.email) && isWithin(created, params.created),
      )
    return pageOf(wanted, '/v1/customers', params)
  }),
  route('GET', '/v1/customers/:id', z.strictObject(expandable), ({ account, path }) => {
    return account.deletedCustomers.find(path.id!) ?? account.customers.get(path.id!)
  }),
  route('POST', '/v1/customers/:id', updateSchema, ({ account, path, params }) => {
    const customer = account.customers.get(path.id!)
    return account.change(customer, 'customer.updated', patchOf(account, customer, params))
  }),
  route('DELETE', '/v1/customers/:id', z.strictObject({}), ({ account, path }) => remove(account, path.id!)),
]
