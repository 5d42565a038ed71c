/**
 * Refunds, whole or in part, in minor currency units. Never more than was taken.
 *
 * Source: Stripe API reference, "Refunds".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { idOf } from '../account/id-of.ts'
import { invalid } from '../account/problem.ts'
import { listOf, pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import { expandable, metadata, natural, paged, text, withMetadata } from '../wire/schema.ts'

const createSchema = z.strictObject({
  ...expandable,
  amount: natural.optional(),
  charge: text.optional(),
  payment_intent: text.optional(),
  metadata: metadata.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
})
const updateSchema = z.strictObject({ ...expandable, metadata: metadata.optional() })
const listSchema = z.strictObject({ ...paged, charge: text.optional(), payment_intent: text.optional() })

/** Throws `charge_already_refunded`, or a 400 when more is asked for than is left. */
function create(account: Account, params: z.output<typeof createSchema>): Stripe.Refund {
  const charge = chargeOf(account, params)
  const left = charge.amount_captured - charge.amount_refunded
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  const amount = params.amount ?? left
  if (amount < 1) throw invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
  if (amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  const refund: Stripe.Refund = {
    id: account.id('re'),
    object: 'refund',
    amount,
    balance_transaction: account.id('txn'),
    charge: charge.id,
    created: account.clock.seconds(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: { type: 'card' },
    metadata: withMetadata(null, params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
  account.keep(account.refunds, refund, 'refund.created')
  const refunded = charge.amount_refunded + amount
  account.change(charge, 'charge.refunded', {
    amount_refunded: refunded,
    refunded: refunded === charge.amount_captured,
  })
  return refund
}

function chargeOf(account: Account, params: z.output<typeof createSchema>): Stripe.Charge {
  if (params.charge) return captured(account.charges.get(params.charge, 'charge'))
  if (!params.payment_intent)
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.')
  const intent = account.paymentIntents.get(params.payment_intent, 'payment_intent')
  const id = idOf(intent.latest_charge)
  if (!id || intent.status !== 'succeeded')
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    })
  return account.charges.get(id)
}

function captured(charge: Stripe.Charge): Stripe.Charge {
  if (!charge.paid) throw invalid(`Charge ${charge.id} was not successful and cannot be refunded.`, { param: 'charge' })
  return charge
}

export const refundsOf = (account: Account, charge: string) =>
  listOf(
    account.refunds.newestFirst().filter((refund) => refund.charge === charge),
    `/v1/charges/${charge}/refunds`,
  )

export const refundRoutes = [
  route('POST', '/v1/refunds', createSchema, ({ account, params }) => create(account, params)),
  route('GET', '/v1/refunds', listSchema, ({ account, params: { charge, payment_intent: intent, ...page } }) => {
    const wanted = account.refunds
      .newestFirst()
      .filter((refund) => charge === undefined || refund.charge === charge)
      .filter((refund) => intent === undefined || refund.payment_intent === intent)
    return pageOf(wanted, '/v1/refunds', page)
  }),
  route('GET', '/v1/refunds/:id', z.strictObject(expandable), ({ account, path }) => account.refunds.get(path.id!)),
  route('POST', '/v1/refunds/:id', updateSchema, ({ account, path, params }) => {
    const refund = account.refunds.get(path.id!)
    return account.change(refund, 'refund.updated', { metadata: withMetadata(refund.metadata, params.metadata) })
  }),
]
