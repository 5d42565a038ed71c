/**
 * Charges: one attempt each to take money, in minor currency units.
 *
 * Source: Stripe API reference, "Charges".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { idOf } from '../account/id-of.ts'
import { pageOf } from '../wire/list.ts'
import { route } from '../wire/route.ts'
import { expandable, paged, text } from '../wire/schema.ts'
import type { Decline } from './cards.ts'

/** Notes one attempt. `decline` is null when the money came. */
export function newCharge(
  account: Account,
  intent: Stripe.PaymentIntent,
  paymentMethod: Stripe.PaymentMethod,
  decline: Decline | null,
): Stripe.Charge {
  const paid = decline === null
  const charge: Stripe.Charge = {
    id: account.id('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: paid ? account.id('txn') : null,
    billing_details: paymentMethod.billing_details,
    calculated_statement_descriptor: 'TENURE SANDBOX',
    captured: paid,
    created: account.clock.seconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid,
    payment_intent: intent.id,
    payment_method: paymentMethod.id,
    payment_method_details: { type: 'card', card: cardOf(paymentMethod, intent.amount) },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
  return account.keep(account.charges, charge, paid ? 'charge.succeeded' : 'charge.failed')
}

/** Reasons after which trying the same card again cannot help. Source: Stripe docs, "Smart Retries" (hard declines). */
const final = ['lost_card', 'stolen_card', 'fraudulent', 'expired_card']
export const isFinal = (declineCode: string | null | undefined): boolean => final.includes(declineCode ?? '')

const outcomeOf = (decline: Decline | null): Stripe.Charge.Outcome => ({
  advice_code: decline ? (isFinal(decline.declineCode) ? 'do_not_try_again' : 'try_again_later') : null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: decline ? 'declined_by_network' : 'approved_by_network',
  reason: decline?.declineCode ?? null,
  risk_level: 'normal',
  seller_message: decline ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
  type: decline ? 'issuer_declined' : 'authorized',
})

const cardOf = ({ card }: Stripe.PaymentMethod, amount: number): Stripe.Charge.PaymentMethodDetails.Card => ({
  amount_authorized: amount,
  authorization_code: null,
  brand: card?.brand ?? null,
  checks: card?.checks ?? null,
  country: card?.country ?? null,
  electronic_commerce_indicator: null,
  exp_month: card?.exp_month ?? 1,
  exp_year: card?.exp_year ?? 2000,
  fingerprint: card?.fingerprint ?? null,
  funding: card?.funding ?? null,
  installments: null,
  last4: card?.last4 ?? null,
  mandate: null,
  network: card?.brand ?? null,
  network_transaction_id: null,
  regulated_status: 'unregulated',
  three_d_secure: null,
  transaction_link_id: null,
  wallet: null,
})

const listSchema = z.strictObject({ ...paged, customer: text.optional(), payment_intent: text.optional() })

export const chargeRoutes = [
  route('GET', '/v1/charges', listSchema, ({ account, params: { customer, payment_intent: intent, ...page } }) => {
    const wanted = account.charges
      .newestFirst()
      .filter((charge) => customer === undefined || idOf(charge.customer) === customer)
      .filter((charge) => intent === undefined || idOf(charge.payment_intent) === intent)
    return pageOf(wanted, '/v1/charges', page)
  }),
  route('GET', '/v1/charges/:id', z.strictObject(expandable), ({ account, path }) => account.charges.get(path.id!)),
]
