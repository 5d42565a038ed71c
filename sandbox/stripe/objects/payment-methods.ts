/**
 * Payment methods: cards. A number is read, looked up among the test cards and forgotten.
 *
 * Source: Stripe API reference, "PaymentMethods"; Stripe docs, "Testing".
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { cardProblem, invalid, StripeProblem } from '../account/problem.ts'
import { address, addressOf, clearable, natural, text } from '../wire/schema.ts'
import { brandOf, type TypedCard, wrongWith } from './card-details.ts'
import { type Behaviour, cardByNumber, cardByToken } from './cards.ts'
import { verdictOnSetup } from './verdict.ts'

export const billingDetails = z.strictObject({
  address: address.optional(),
  email: clearable.optional(),
  name: clearable.optional(),
  phone: clearable.optional(),
})

/** `payment_method_data` of an intent, and the body of a payment method. */
export const paymentMethodData = {
  type: z.enum(['card']),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
  billing_details: billingDetails.optional(),
  card: z.union([
    z.strictObject({ token: text }),
    z.strictObject({ number: text, exp_month: natural, exp_year: natural, cvc: text.optional() }),
  ]),
}
const dataSchema = z.strictObject(paymentMethodData)
export type PaymentMethodData = z.output<typeof dataSchema>

/** Makes a payment method of what somebody typed. Throws a card error for a number that cannot be one. */
export function newPaymentMethod(account: Account, data: PaymentMethodData): Stripe.PaymentMethod {
  if ('token' in data.card) return fromToken(account, data.card.token, 'card[token]')
  const typed = typedCard(data.card)
  const wrong = wrongWith(typed, account.clock.seconds())
  if (wrong) throw cardProblem({ code: wrong.code, param: wrong.param, message: wrong.message })
  const known = cardByNumber(typed.number)
  // real banks have no account behind a number that merely looks right, and test mode says so
  if (!known)
    throw cardProblem({
      code: 'card_declined',
      decline_code: 'test_mode_live_card',
      message:
        'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
    })
  return made(account, typed, known.behaviour, data.billing_details)
}

function typedCard(card: { number: string; exp_month: number; exp_year: number; cvc?: string | undefined }): TypedCard {
  return {
    number: card.number.replace(/[\s-]/g, ''),
    expMonth: card.exp_month,
    expYear: card.exp_year < 100 ? 2000 + card.exp_year : card.exp_year,
    cvc: card.cvc ?? null,
  }
}

/** `pm_card_visa` and its like: each use makes a payment method of its own. */
function fromToken(account: Account, token: string, param: string): Stripe.PaymentMethod {
  const known = cardByToken(token)
  if (!known) throw invalid(`No such PaymentMethod: '${token}'`, { code: 'resource_missing', param })
  const expYear = new Date(account.clock.now()).getUTCFullYear() + 1
  return made(account, { number: known.number, expMonth: 12, expYear, cvc: null }, known.behaviour)
}

function made(
  account: Account,
  { number, expMonth, expYear, cvc }: TypedCard,
  behaviour: Behaviour,
  billing: PaymentMethodData['billing_details'] = {},
): Stripe.PaymentMethod {
  const { brand } = brandOf(number)
  const paymentMethod: Stripe.PaymentMethod = {
    id: account.id('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: billing.address ? addressOf(billing.address) : null,
      email: billing.email ?? null,
      name: billing.name ?? null,
      phone: billing.phone ?? null,
      tax_id: null,
    },
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: cvc === null ? null : 'pass' },
      country: 'US',
      display_brand: brand,
      exp_month: expMonth,
      exp_year: expYear,
      // of the behaviour, not of the number: the same card gives the same fingerprint, and nothing leads back
      fingerprint: fingerprintOf(number),
      funding: 'credit',
      generated_from: null,
      last4: number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: brand !== 'amex' },
      wallet: null,
    },
    created: account.clock.seconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  }
  account.behaviours.set(paymentMethod.id, behaviour)
  return account.keep(account.paymentMethods, paymentMethod, null)
}

/** Test numbers are public, so their last digits tell nothing new. */
const fingerprintOf = (number: string) => `sandbox${number.slice(-9)}`

export const behaviourOf = (account: Account, id: string): Behaviour => {
  const behaviour = account.behaviours.get(id)
  if (!behaviour) throw new Error(`${id} has no card behind it.`)
  return behaviour
}

/**
 * The payment method a parameter names, for use by this customer (null: by nobody in particular). A token becomes a
 * new one. Throws when it belongs to somebody else, or must belong to the customer and does not.
 */
export function namedPaymentMethod(account: Account, id: string, customer: string | null, param: string) {
  if (!account.paymentMethods.find(id) && cardByToken(id)) return fromToken(account, id, param)
  const found = account.paymentMethods.get(id, param)
  const isTaken = found.customer !== null && found.customer !== customer
  if (isTaken || account.detached.has(id))
    throw invalid(
      'The provided PaymentMethod cannot be used with this customer: it is attached to another customer, or was detached.',
      { param },
    )
  return found
}

/** The payment method a parameter names, which has to be attached to this customer already. */
export function takePaymentMethod(account: Account, id: string, customer: string, param: string): Stripe.PaymentMethod {
  const found = account.paymentMethods.get(id, param)
  if (found.customer !== customer)
    throw invalid(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      { code: 'resource_missing', param },
    )
  return found
}

/** Lets a customer use a payment method again. A card the bank refuses cannot be attached: a card error. */
export function attach(account: Account, id: string, customer: string): Stripe.PaymentMethod {
  account.customers.get(customer, 'customer')
  const paymentMethod = namedPaymentMethod(account, id, customer, 'payment_method')
  if (paymentMethod.customer === customer) return paymentMethod
  const verdict = verdictOnSetup(behaviourOf(account, paymentMethod.id), { authenticated: true })
  if (verdict.kind === 'declined') {
    const { code, declineCode, message } = verdict.decline
    throw new StripeProblem(402, { type: 'card_error', code, decline_code: declineCode, message })
  }
  return account.change(paymentMethod, 'payment_method.attached', { customer })
}

export const attached = (account: Account, customer: string): Stripe.PaymentMethod[] =>
  account.paymentMethods.newestFirst().filter((paymentMethod) => paymentMethod.customer === customer)
