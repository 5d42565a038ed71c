/** Turns what the server's view says in keys and amounts into words: plans to choose from, and steps of the set-up. */
import type { StepKey } from '../../machines/provisioning/provisioning.types.ts'
import type { Money, OfferedPlan } from '../../machines/vocabulary/plans.ts'
import { copy } from './later.ts'

/** A price as a person reads it; cents only where there are some. */
export function moneyOf({ amountMinor, currency }: Money): string {
  const digits = new Intl.NumberFormat(copy.locale, { style: 'currency', currency }).resolvedOptions()
  const amount = amountMinor / 10 ** (digits.maximumFractionDigits ?? 2)
  return new Intl.NumberFormat(copy.locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : undefined,
  }).format(amount)
}

/** A plan's price and what it is for. A plan without a price is agreed by contract. */
export function priceOf({ monthly }: Pick<OfferedPlan, 'monthly'>): { priceLabel: string; priceNote: string } {
  if (monthly === null) return { priceLabel: copy.text('price.ask'), priceNote: '' }
  return { priceLabel: moneyOf(monthly), priceNote: copy.text(monthly.amountMinor === 0 ? 'price.free' : 'price.seat') }
}

/** An offered plan as the plan step shows it. */
export function planChoice(plan: OfferedPlan) {
  return { key: plan.key, name: plan.name, summary: plan.summary, offered: true, ...priceOf(plan) }
}

/** What a step of the set-up is called in front of a person. */
export function setUpLabel(key: StepKey): string {
  return copy.text(`setup.${key}`)
}
