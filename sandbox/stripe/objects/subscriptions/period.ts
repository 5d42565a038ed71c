/**
 * Billing periods: the nth is counted from the anchor, so a month that began on the 31st ends on the 30th and the one
 * after it on the 31st again.
 *
 * Source: Stripe docs, "Set the billing cycle".
 */
import type Stripe from 'stripe'

type Recurring = Pick<Stripe.Price.Recurring, 'interval' | 'interval_count'>

const DAY = 86_400

/** The moment `count` periods after the anchor. Whole seconds since 1970, in UTC. */
export function after(anchor: number, { interval, interval_count: every }: Recurring, count: number): number {
  if (interval === 'day') return anchor + DAY * every * count
  if (interval === 'week') return anchor + 7 * DAY * every * count
  return monthsAfter(anchor, (interval === 'year' ? 12 : 1) * every * count)
}

function monthsAfter(anchor: number, months: number): number {
  const start = new Date(anchor * 1000)
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const at = new Date(start)
  at.setUTCFullYear(year, month, Math.min(start.getUTCDate(), lastDay))
  return Math.floor(at.getTime() / 1000)
}

/** The end of the period that begins at `start`. */
export function endOf(anchor: number, recurring: Recurring, start: number): number {
  let count = 1
  while (after(anchor, recurring, count) <= start) count += 1
  return after(anchor, recurring, count)
}

export interface Period {
  readonly start: number
  readonly end: number
}

/** The part of a period that is left, between 0 and 1. */
export const shareLeft = ({ start, end }: Period, at: number): number =>
  end === start ? 0 : Math.min(1, Math.max(0, (end - at) / (end - start)))
