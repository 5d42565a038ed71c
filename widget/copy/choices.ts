/** Turns what the server's view says in keys and amounts into words: plans to choose from, bills, steps of the set-up. */
import type { StepKey } from '../../machines/provisioning/provisioning.types.ts'
import type { Interval, Money, OfferedPlan } from '../../machines/vocabulary/plans.ts'
import { priceOf } from '../../machines/vocabulary/prices.ts'
import type { PlanChoice, PlanPrice } from '../steps/PlanStep.tsx'
import { copy } from './later.ts'

/** A price as a person reads it; cents only where there are some. */
export const moneyOf = (money: Money): string => inWords(money, true)

/** An amount to be paid: always with its cents, so that a column of them lines up and none looks rounded. */
export const amountOf = (money: Money): string => inWords(money, false)

function inWords({ amountMinor, currency }: Money, isShort: boolean): string {
  const digits = new Intl.NumberFormat(copy.locale, { style: 'currency', currency }).resolvedOptions()
  const amount = amountMinor / 10 ** (digits.maximumFractionDigits ?? 2)
  return new Intl.NumberFormat(copy.locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: isShort && Number.isInteger(amount) ? 0 : undefined,
  }).format(amount)
}

/** What so many seats cost together. */
export const totalOf = ({ amountMinor, currency }: Money, seats: number): Money => ({
  amountMinor: amountMinor * seats,
  currency,
})

/** `Team, 3 seats` */
export const seatsOf = (plan: string, count: number): string => copy.text('seats', { plan, count })

/** `Visa ending 4242` */
export const cardOf = ({ brand, last4 }: { brand: string; last4: string }): string =>
  copy.text('card.ending', { brand: brands[brand] ?? brand, last4 })

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** An offered plan as the plan step shows it: what it costs by month, by year, and what comes next. */
export function planChoice(plan: OfferedPlan): PlanChoice {
  const { key, name, summary } = plan
  return { key, name, summary, isPaid: plan.billing === 'card', month: offer(plan, 'month'), year: offer(plan, 'year') }
}

/** A plan nobody pays for costs the same in any interval; one without a price is agreed by contract. */
function offer(plan: OfferedPlan, interval: Interval): PlanPrice | null {
  if (plan.billing === 'contract') return { label: copy.text('price.ask'), note: '', next: null }
  if (plan.billing === 'none')
    return { label: moneyOf(plan.monthly ?? free), note: copy.text('price.free'), next: null }
  const price = priceOf(plan, interval)
  if (!price) return null
  const values = { count: plan.startSeats, amount: amountOf(totalOf(price, plan.startSeats)) }
  return {
    label: moneyOf(price),
    note: copy.text(interval === 'month' ? 'price.seat' : 'price.seatYear'),
    next: copy.text(interval === 'month' ? 'plan.nextMonth' : 'plan.nextYear', values),
  }
}
const free: Money = { amountMinor: 0, currency: 'eur' }

/** What a step of the set-up is called in front of a person. */
export function setUpLabel(key: StepKey): string {
  return copy.text(`setup.${key}`)
}
