/**
 * Setup intents over the wire. A browser may look at one and confirm it when it knows its secret.
 *
 * Source: Stripe API reference, "SetupIntents".
 */
import * as z from 'zod'
import { idOf } from '../account/id-of.ts'
import { pageOf } from '../wire/list.ts'
import { type Call, route } from '../wire/route.ts'
import { clearable, expandable, flag, isWithin, metadata, moments, paged, text, withMetadata } from '../wire/schema.ts'
import { checkSecret, confirmation, forBrowser, methodChoice, withSecret } from './intent.ts'
import { namedPaymentMethod, newPaymentMethod } from './payment-methods.ts'
import { cancelSetup, confirmSetup, newSetupIntent } from './setup-intents.ts'

const usage = z.enum(['off_session', 'on_session']).optional()
const createSchema = z.strictObject({
  ...confirmation,
  ...methodChoice,
  confirm: flag.optional(),
  customer: text.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  usage,
})
const updateSchema = z.strictObject({
  ...expandable,
  customer: text.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  payment_method: clearable.optional(),
})
const listSchema = z.strictObject({
  ...paged,
  created: moments.optional(),
  customer: text.optional(),
  payment_method: text.optional(),
})

function create({ account, params }: Call<z.output<typeof createSchema>>) {
  const {
    customer = null,
    payment_method: asked,
    payment_method_data: data,
    automatic_payment_methods: automatic,
  } = params
  if (customer !== null) account.customers.get(customer, 'customer')
  const paymentMethod = data
    ? newPaymentMethod(account, data).id
    : asked && namedPaymentMethod(account, asked, customer, 'payment_method').id
  const intent = newSetupIntent(account, {
    customer,
    payment_method: paymentMethod,
    description: params.description,
    metadata: withMetadata(null, params.metadata),
    usage: params.usage,
    automatic: automatic
      ? { enabled: automatic.enabled, allow_redirects: automatic.allow_redirects ?? 'always' }
      : null,
  })
  const { return_url, use_stripe_sdk } = params
  return params.confirm ? confirmSetup(account, intent, { return_url, use_stripe_sdk }) : intent
}

function update({ account, path, params }: Call<z.output<typeof updateSchema>>) {
  const intent = account.setupIntents.get(path.id!)
  const { expand: _, metadata: notes, payment_method: asked, ...plain } = params
  if (plain.customer) account.customers.get(plain.customer, 'customer')
  const customer = plain.customer ?? idOf(intent.customer)
  const chosen = asked ? namedPaymentMethod(account, asked, customer, 'payment_method').id : asked
  return account.change(intent, null, {
    ...plain,
    ...(chosen !== undefined && {
      payment_method: chosen,
      status: chosen === null ? 'requires_payment_method' : 'requires_confirmation',
    }),
    metadata: withMetadata(intent.metadata, notes),
  })
}

export const setupIntentRoutes = [
  route('POST', '/v1/setup_intents', createSchema, create),
  route('GET', '/v1/setup_intents', listSchema, ({ account, params }) => {
    const { customer, payment_method: method, created } = params
    const wanted = account.setupIntents
      .newestFirst()
      .filter((intent) => customer === undefined || intent.customer === customer)
      .filter((intent) => method === undefined || intent.payment_method === method)
      .filter((intent) => isWithin(intent.created, created))
    return pageOf(wanted, '/v1/setup_intents', params)
  }),
  route(
    'GET',
    '/v1/setup_intents/:id',
    z.strictObject({ ...expandable, ...withSecret }),
    ({ account, path, params, isSecret }) => {
      const intent = account.setupIntents.get(path.id!, 'intent')
      checkSecret(intent, params.client_secret, isSecret, 'setupintent')
      return isSecret ? intent : forBrowser(intent)
    },
    { publishable: true },
  ),
  route('POST', '/v1/setup_intents/:id', updateSchema, update),
  route(
    'POST',
    '/v1/setup_intents/:id/confirm',
    z.strictObject({ ...confirmation, ...withSecret }),
    ({ account, path, params, isSecret }) => {
      const intent = account.setupIntents.get(path.id!, 'intent')
      checkSecret(intent, params.client_secret, isSecret, 'setupintent')
      const confirmed = confirmSetup(account, intent, params)
      return isSecret ? confirmed : forBrowser(confirmed)
    },
    { publishable: true },
  ),
  route(
    'POST',
    '/v1/setup_intents/:id/cancel',
    z.strictObject({
      ...expandable,
      cancellation_reason: z.enum(['abandoned', 'duplicate', 'requested_by_customer']).optional(),
    }),
    ({ account, path, params }) =>
      cancelSetup(account, account.setupIntents.get(path.id!, 'intent'), params.cancellation_reason ?? null),
  ),
]
