/**
 * Payment intents over the wire. A browser may look at one and confirm it when it knows its secret.
 *
 * Source: Stripe API reference, "PaymentIntents".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { idOf } from '../account/id-of.ts'
import { invalid } from '../account/problem.ts'
import { pageOf } from '../wire/list.ts'
import { type Call, route } from '../wire/route.ts'
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
} from '../wire/schema.ts'
import {
  type Confirmation,
  checkSecret,
  confirmation,
  forBrowser,
  methodChoice,
  methodFor,
  withSecret,
} from './intent.ts'
import { newPaymentIntent } from './new-payment-intent.ts'
import { attempt, cancelPayment, failForAbsence, isPayable, refusalOf, unexpected } from './payment-intents.ts'
import { namedPaymentMethod, newPaymentMethod } from './payment-methods.ts'

const confirmSchema = z.strictObject({
  ...confirmation,
  off_session: flag.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
})
const createSchema = z.strictObject({
  ...confirmSchema.shape,
  ...methodChoice,
  amount: natural,
  currency: text,
  confirm: flag.optional(),
  customer: text.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  receipt_email: clearable.optional(),
})
const updateSchema = z.strictObject({
  ...expandable,
  amount: natural.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  receipt_email: clearable.optional(),
  payment_method: text.optional(),
})
const listSchema = z.strictObject({ ...paged, customer: text.optional(), created: moments.optional() })

type Confirm = Confirmation & {
  off_session?: boolean | undefined
  setup_future_usage?: 'off_session' | 'on_session' | undefined
}

/** Throws a card error when the bank refuses. */
function confirm(
  account: Account,
  intent: Stripe.PaymentIntent,
  { off_session: offSession = false, ...asked }: Confirm,
) {
  if (!isPayable(intent)) throw unexpected(intent, 'confirm')
  const paymentMethod = methodFor(account, asked, idOf(intent.payment_method), idOf(intent.customer))
  if (!paymentMethod)
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: 'payment_intent_unexpected_state', param: 'payment_method' },
    )
  if (asked.setup_future_usage) account.change(intent, null, { setup_future_usage: asked.setup_future_usage })
  attempt(account, intent, paymentMethod, { ...asked, offSession })
  if (offSession && intent.status === 'requires_action') failForAbsence(account, intent)
  const refused = refusalOf(intent)
  if (refused) throw refused
  return intent
}

function create({ account, params }: Call<z.output<typeof createSchema>>) {
  const {
    customer = null,
    payment_method: asked,
    payment_method_data: data,
    automatic_payment_methods: automatic,
  } = params
  if (customer !== null) account.customers.get(customer, 'customer')
  if (params.amount < 1)
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  const paymentMethod = data
    ? newPaymentMethod(account, data).id
    : asked && namedPaymentMethod(account, asked, customer, 'payment_method').id
  const intent = newPaymentIntent(account, {
    amount: params.amount,
    currency: params.currency.toLowerCase(),
    customer,
    payment_method: paymentMethod,
    description: params.description,
    metadata: withMetadata(null, params.metadata),
    receipt_email: params.receipt_email,
    setup_future_usage: params.setup_future_usage,
    automatic: automatic
      ? { enabled: automatic.enabled, allow_redirects: automatic.allow_redirects ?? 'always' }
      : null,
  })
  if (!params.confirm) return intent
  const { return_url, use_stripe_sdk, off_session } = params
  return confirm(account, intent, { return_url, use_stripe_sdk, off_session })
}

function update({ account, path, params }: Call<z.output<typeof updateSchema>>) {
  const intent = account.paymentIntents.get(path.id!, 'intent')
  if (!isPayable(intent)) throw unexpected(intent, 'update')
  const { expand: _, metadata: notes, payment_method: asked, ...plain } = params
  const chosen = asked && namedPaymentMethod(account, asked, idOf(intent.customer), 'payment_method').id
  return account.change(intent, null, {
    ...plain,
    ...(chosen && { payment_method: chosen, status: 'requires_confirmation' }),
    metadata: withMetadata(intent.metadata, notes),
  })
}

export const paymentIntentRoutes = [
  route('POST', '/v1/payment_intents', createSchema, create),
  route('GET', '/v1/payment_intents', listSchema, ({ account, params: { customer, created, ...page } }) => {
    const wanted = account.paymentIntents
      .newestFirst()
      .filter((intent) => customer === undefined || intent.customer === customer)
      .filter((intent) => isWithin(intent.created, created))
    return pageOf(wanted, '/v1/payment_intents', page)
  }),
  route(
    'GET',
    '/v1/payment_intents/:id',
    z.strictObject({ ...expandable, ...withSecret }),
    ({ account, path, params, isSecret }) => {
      const intent = account.paymentIntents.get(path.id!, 'intent')
      checkSecret(intent, params.client_secret, isSecret, 'payment_intent')
      return isSecret ? intent : forBrowser(intent)
    },
    { publishable: true },
  ),
  route('POST', '/v1/payment_intents/:id', updateSchema, update),
  route(
    'POST',
    '/v1/payment_intents/:id/confirm',
    confirmSchema.extend(withSecret),
    ({ account, path, params, isSecret }) => {
      const intent = account.paymentIntents.get(path.id!, 'intent')
      checkSecret(intent, params.client_secret, isSecret, 'payment_intent')
      const confirmed = confirm(account, intent, params)
      return isSecret ? confirmed : forBrowser(confirmed)
    },
    { publishable: true },
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    z.strictObject({
      ...expandable,
      cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    }),
    ({ account, path, params }) =>
      cancelPayment(account, account.paymentIntents.get(path.id!, 'intent'), params.cancellation_reason ?? null),
  ),
]
