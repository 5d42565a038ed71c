/** Brings the catalogue to the provider: one product a plan, one price an interval. Effects make sure of their own again. */
import { type Catalogue, intervals, lookupKeyOf, priceOf } from '../../../machines/vocabulary/plans.ts'
import type { Prices, WantedPrice } from './provider.ts'

/** Every price a card may be charged. */
export const wantedPrices = ({ plans }: Catalogue): WantedPrice[] =>
  plans
    .filter(({ billing, offered }) => billing === 'card' && offered)
    .flatMap((plan) =>
      intervals.flatMap((interval) => {
        const money = priceOf(plan, interval)
        if (!money) return []
        const lookupKey = lookupKeyOf(plan.key, interval, money)
        return [{ plan: plan.key, planName: plan.name, lookupKey, interval, money }]
      }),
    )

/** Throws `payment.unreachable` and `billing.refused`. Safe to repeat. */
export async function syncPrices(prices: Prices, catalogue: Catalogue, signal: AbortSignal): Promise<void> {
  for (const wanted of wantedPrices(catalogue)) await prices.ensurePrice(wanted, signal)
}
