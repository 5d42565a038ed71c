/**
 * What plans cost, as a chart works it out. Apart from the schemas of `plans.ts`: the sign-up's chart is in the first
 * script of the frame, and what parses a catalogue has no business there.
 */
import type { Interval, Money, Plan } from './plans.ts'

/** What a plan costs per seat and interval; `null` where it is agreed by contract. */
export const priceOf = ({ monthly, yearly }: Pick<Plan, 'monthly' | 'yearly'>, interval: Interval): Money | null =>
  interval === 'month' ? monthly : yearly

/** Names a price at the payment provider. It says what it costs, so another price can never answer to it. */
export const lookupKeyOf = (plan: string, interval: Interval, { amountMinor, currency }: Money): string =>
  `${plan}_${interval}_${currency}_${amountMinor}`
