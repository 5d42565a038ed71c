/** What setup intents and payment intents have in common: secrets, the way to authenticate, refusals. */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../account/account.ts'
import { invalid, missing, type ProblemBody, StripeProblem } from '../account/problem.ts'
import { expandable, flag, list, text } from '../wire/schema.ts'
import type { Decline } from './cards.ts'
import { namedPaymentMethod, newPaymentMethod, paymentMethodData } from './payment-methods.ts'

/** Parameters of confirming either. Agreements and options of other payment methods are read and not needed. */
export const confirmation = {
  ...expandable,
  payment_method: text.optional(),
  payment_method_data: z.strictObject(paymentMethodData).optional(),
  return_url: text.optional(),
  use_stripe_sdk: flag.optional(),
  mandate_data: z.unknown().optional(),
}
const confirmationSchema = z.strictObject(confirmation)
export type Confirmation = Omit<z.output<typeof confirmationSchema>, 'expand'>

/** What a browser adds to prove that it may ask. */
export const withSecret = { client_secret: text.optional() }

/** How the payment methods of an intent may be asked for. */
export const methodChoice = {
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  payment_method_types: list(z.enum(['card'])).optional(),
}

interface Intent {
  readonly id: string
  readonly client_secret: string | null
}

/** A browser has to know the secret of what it asks for; without it the intent does not exist for it. */
export function checkSecret(intent: Intent, secret: string | undefined, isSecretKey: boolean, noun: string): void {
  if (isSecretKey && secret === undefined) return
  if (secret === undefined)
    throw invalid('Missing required param: client_secret.', { code: 'parameter_missing', param: 'client_secret' })
  if (secret !== intent.client_secret) throw missing(noun, intent.id, 'intent')
}

/** What a browser may see of an intent: not who pays, nor what our server wrote on it. */
export const forBrowser = <T extends object>(intent: T): T => {
  const hidden = [
    'customer',
    'customer_account',
    'metadata',
    'latest_attempt',
    'latest_charge',
    'application',
    'on_behalf_of',
  ]
  return Object.fromEntries(Object.entries(intent).filter(([key]) => !hidden.includes(key))) as T
}

/** The payment method a confirmation brings along, or the one that was there. Null when there is none. */
export function methodFor(account: Account, asked: Confirmation, held: string | null, customer: string | null) {
  if (asked.payment_method_data) return newPaymentMethod(account, asked.payment_method_data)
  if (asked.payment_method) return namedPaymentMethod(account, asked.payment_method, customer, 'payment_method')
  return held === null ? null : account.paymentMethods.get(held, 'payment_method')
}

/**
 * Where a person authenticates: on a page of ours when there is an address to come back to, in Stripe.js otherwise.
 *
 * Source: Stripe docs, "3D Secure authentication" (`redirect_to_url`, `use_stripe_sdk`).
 */
export function nextAction(account: Account, intent: Intent, asked: Confirmation) {
  const url = `${account.options.url()}/challenge/${intent.id}?client_secret=${intent.client_secret ?? ''}`
  if (asked.return_url && !asked.use_stripe_sdk)
    return { type: 'redirect_to_url', redirect_to_url: { return_url: asked.return_url, url } }
  return { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
}

/** An error as it is kept on the intent. */
export const declinedError = ({ code, declineCode, message }: Decline, paymentMethod: Stripe.PaymentMethod) => ({
  type: 'card_error' as const,
  code,
  decline_code: declineCode,
  message,
  payment_method: paymentMethod,
})

export const authenticationFailed = (kind: 'setup_intent' | 'payment_intent', paymentMethod: Stripe.PaymentMethod) => ({
  type: 'invalid_request_error' as const,
  code: `${kind}_authentication_failure`,
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  payment_method: paymentMethod,
})

/** 402 for a card error, 400 for the rest, with the intent as it stands now. */
export const refusal = (
  error: { type: 'card_error' | 'invalid_request_error'; code: string; decline_code?: string; message: string },
  more: Pick<ProblemBody, 'setup_intent' | 'payment_intent' | 'payment_method' | 'charge'>,
): StripeProblem => new StripeProblem(error.type === 'card_error' ? 402 : 400, { ...error, ...more })
