/** A sandbox and the real SDK pointed at it, for tests. */

import type Stripe from 'stripe'
import StripeSdk from 'stripe'
import { SECRET_KEY, type StripeSandbox, type StripeSandboxOptions, stripeSandbox } from '../stripe-sandbox.ts'

export const WEBHOOK_SECRET = 'whsec_sandbox'
/** Midnight of 1 January 2026, in milliseconds. */
export const START = Date.UTC(2026, 0, 1)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export interface Bench {
  readonly sandbox: StripeSandbox
  readonly stripe: Stripe
}

/** Its clock stands at `START` until it is advanced. */
export async function openSandbox(options: Partial<StripeSandboxOptions> = {}): Promise<Bench> {
  const sandbox = stripeSandbox({ now: () => START, seed: 'tests', webhookSecret: WEBHOOK_SECRET, ...options })
  return { sandbox, stripe: sdkFor(await sandbox.listen()) }
}

export function sdkFor(url: string, config: { maxNetworkRetries?: number; timeout?: number } = {}): Stripe {
  const { hostname, port } = new URL(url)
  return new StripeSdk(SECRET_KEY, { host: hostname, port, protocol: 'http', telemetry: false, ...config })
}

/** The monthly Team price of 18.00 euro per seat, and a yearly one of 180.00. */
export async function teamPrices(stripe: Stripe) {
  const product = await stripe.products.create({ name: 'Team' })
  const price = (interval: 'month' | 'year', amount: number) =>
    stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount: amount,
      recurring: { interval },
      lookup_key: `team_${interval}`,
      transfer_lookup_key: true,
    })
  return { product, monthly: await price('month', 1800), yearly: await price('year', 18000) }
}

/** A customer whose default is one of Stripe's named test cards. */
export async function customerWith(stripe: Stripe, card: string): Promise<Stripe.Customer> {
  const customer = await stripe.customers.create({ email: 'mara@fernhill.studio', name: 'Fernhill Studio' })
  const paymentMethod = await stripe.paymentMethods.attach(card, { customer: customer.id })
  return stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: paymentMethod.id } })
}

/** What a call was refused with. Throws when it was not. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof StripeSdk.errors.StripeError) return error
  throw new Error(`The call was not refused by Stripe: ${String(error)}`)
}
