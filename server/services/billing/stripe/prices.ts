/**
 * Products and prices, made from the catalogue. A price is found by its lookup key, which says what it costs; so a price
 * that changes in the catalogue becomes another one here, and whoever pays the old one goes on paying it.
 */
import type { Stripe } from 'stripe'
import type { Interval } from '../../../../machines/vocabulary/plans.ts'
import type { Price, Prices, WantedPrice } from '../provider.ts'
import { listed, object, once, within } from './calls.ts'
import { translated } from './errors.ts'

/** A price that was looked at so lately is taken to be for sale still. Stripe itself refuses one that is not. */
const FRESH_MS = 60_000

export function stripePrices(stripe: Stripe): Prices {
  const fresh = new Map<string, { readonly price: Price; readonly until: number }>()
  const remembered = (lookupKey: string, price: Price): Price => {
    fresh.set(lookupKey, { price, until: performance.now() + FRESH_MS })
    return price
  }

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
      const known = fresh.get(wanted.lookupKey)
      if (known && known.until > performance.now()) return known.price
      const there = await price(wanted.lookupKey, signal)
      if (there) return remembered(wanted.lookupKey, there)
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
      return remembered(lookupKey, { id, interval, money })
    },
  }
}

function toPrice({ id, unit_amount, currency, recurring }: Stripe.Price): Price | null {
  const interval = recurring?.interval
  if (unit_amount === null || (interval !== 'month' && interval !== 'year')) return null
  return { id, interval: interval as Interval, money: { amountMinor: unit_amount, currency } }
}
