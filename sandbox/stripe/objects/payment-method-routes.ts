/**
 * Payment methods over the wire.
 *
 * Source: Stripe API reference, "PaymentMethods".
 */
import { randomUUID } from 'node:crypto'
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { invalid } from '../account/problem.ts'
import { pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import { addressOf, expandable, metadata, natural, paged, text, withMetadata } from '../wire/schema.ts'
import {
  attach,
  attached,
  billingDetails,
  newPaymentMethod,
  paymentMethodData,
  takePaymentMethod,
} from './payment-methods.ts'

const createSchema = z.strictObject({ ...expandable, ...paymentMethodData, metadata: metadata.optional() })
const updateSchema = z.strictObject({
  ...expandable,
  billing_details: billingDetails.optional(),
  card: z.strictObject({ exp_month: natural.optional(), exp_year: natural.optional() }).optional(),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
  metadata: metadata.optional(),
})
const listSchema = z.strictObject({ ...paged, customer: text.optional(), type: text.optional() })

function update(account: Account, id: string, params: z.output<typeof updateSchema>): Stripe.PaymentMethod {
  const found = account.paymentMethods.get(id)
  if (found.customer === null)
    throw invalid('You must save this PaymentMethod to a customer before you can update it.', {
      param: 'payment_method',
    })
  const { address: place, ...billing } = params.billing_details ?? {}
  return account.change(found, 'payment_method.updated', {
    billing_details: { ...found.billing_details, ...billing, ...(place && { address: addressOf(place) }) },
    ...(found.card && { card: { ...found.card, ...params.card } }),
    ...(params.allow_redisplay && { allow_redisplay: params.allow_redisplay }),
    metadata: withMetadata(found.metadata, params.metadata),
  })
}

/** Gone for good: nobody's default any more, and never anybody's again. */
function detach(account: Account, id: string): Stripe.PaymentMethod {
  const found = account.paymentMethods.get(id)
  const customer = found.customer
  if (customer === null)
    throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.', {
      param: 'payment_method',
    })
  account.detached.add(id)
  account.change(found, 'payment_method.detached', { customer: null })
  for (const owner of account.customers.oldestFirst())
    if (owner.invoice_settings.default_payment_method === id)
      account.change(owner, 'customer.updated', {
        invoice_settings: { ...owner.invoice_settings, default_payment_method: null },
      })
  for (const subscription of account.subscriptions.oldestFirst())
    if (subscription.default_payment_method === id)
      account.change(subscription, 'customer.subscription.updated', { default_payment_method: null })
  return found
}

export const paymentMethodRoutes = [
  route(
    'POST',
    '/v1/payment_methods',
    createSchema,
    ({ account, params }) => {
      const { expand: _, metadata: notes, ...data } = params
      return account.change(newPaymentMethod(account, data), null, { metadata: withMetadata(null, notes) })
    },
    { publishable: true },
  ),
  route('GET', '/v1/payment_methods', listSchema, ({ account, params: { customer, type = 'card', ...page } }) => {
    const all = customer === undefined ? account.paymentMethods.newestFirst() : attached(account, customer)
    return pageOf(
      all.filter((found) => found.type === type && (customer !== undefined || found.customer === null)),
      '/v1/payment_methods',
      page,
    )
  }),
  route('GET', '/v1/payment_methods/:id', z.strictObject(expandable), ({ account, path }) =>
    account.paymentMethods.get(path.id!),
  ),
  route('POST', '/v1/payment_methods/:id', updateSchema, ({ account, path, params }) =>
    update(account, path.id!, params),
  ),
  route(
    'POST',
    '/v1/payment_methods/:id/attach',
    z.strictObject({ ...expandable, customer: text }),
    ({ account, path, params }) => attach(account, path.id!, params.customer),
  ),
  route('POST', '/v1/payment_methods/:id/detach', z.strictObject(expandable), ({ account, path }) =>
    detach(account, path.id!),
  ),
  route('GET', '/v1/customers/:customer/payment_methods', listSchema, ({ account, path, params }) => {
    const customer = account.customers.get(path.customer!).id
    return pageOf(attached(account, customer), `/v1/customers/${customer}/payment_methods`, params)
  }),
  route('GET', '/v1/customers/:customer/payment_methods/:id', z.strictObject(expandable), ({ account, path }) =>
    takePaymentMethod(account, path.id!, account.customers.get(path.customer!).id, 'id'),
  ),
]

/** What Stripe.js asks before it shows anything: which payment methods there are. */
export const elementsSession = route(
  'GET',
  '/v1/elements/sessions',
  z.strictObject({}),
  () => ({
    object: 'elements_session',
    // not from the account's ids: only what is kept may draw one
    id: `elements_session_${randomUUID()}`,
    livemode: false,
    payment_method_types: ['card'],
  }),
  { publishable: true },
)
