/**
 * Products and prices, made from the catalogue. A price is found by its lookup key, which says what it costs; so a price
 * that changes in the catalogue becomes another one here, and whoever pays the old one goes on paying it.
 */
import type { Stripe } from 'stripe'
import type { Interval } from '../../../../machines/vocabulary/plans.ts'
import type { Price, Prices, WantedPrice } from '../provider.ts'
import { listed, object, once, within } from './calls.ts'
import { translated } from './errors.ts'

export function stripePrices(stripe: Stripe): Prices {
  async function price(lookupKey: string, signal: AbortSignal): Promise<Price | null> {
    const [one] = await listed(stripe.prices.list({ lookup_keys: [lookupKey], active: true, limit: 1 }, within(signal)))
    return one ? toPrice(one) : null
  }

  /** The product of a plan has the plan's name for its id, so it can be made by whoever comes first. */
  async function ensureProduct({ plan, planName }: WantedPrice, signal: AbortSignal): Promise<string> {
    const id = `tenure_${plan}`
    const making = stripe.products.create({ id, name: planName }, within(signal))
    await translated(
      making.catch((error: { code?: string }) => {
        if (error.code !== 'resource_already_exists') throw error
      }),
    )
    return id
  }

  return {
    price,

    async ensurePrice(wanted, signal) {
      const there = await price(wanted.lookupKey, signal)
      if (there) return there
      const { lookupKey, interval, money } = wanted
      const made = stripe.prices.create(
        {
          product: await ensureProduct(wanted, signal),
          currency: money.currency,
          unit_amount: money.amountMinor,
          recurring: { interval },
          lookup_key: lookupKey,
        },
        once(`price/${lookupKey}`, signal),
      )
      const { id } = await object('price', made)
      return { id, interval, money }
    },
  }
}

function toPrice({ id, unit_amount, currency, recurring }: Stripe.Price): Price | null {
  const interval = recurring?.interval
  if (unit_amount === null || (interval !== 'month' && interval !== 'year')) return null
  return { id, interval: interval as Interval, money: { amountMinor: unit_amount, currency } }
}
