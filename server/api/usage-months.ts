/** Months and their days, in UTC. */
import { type MeterId, meters } from '../../machines/vocabulary/meters.ts'
import { dayOf, type MeterDay, monthOf } from '../records/workspaces/meter-days.ts'

/** The last `count` months, oldest first; the last is the one of `now`. */
export function monthsUpTo(now: number, count: number): string[] {
  const at = new Date(now)
  return Array.from({ length: count }, (_, index) =>
    monthOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - (count - 1) + index)),
  )
}

interface Days {
  readonly meter: MeterId
  readonly month: string
  /** Those that have any, oldest first. */
  readonly days: readonly MeterDay[]
  /** The level the month began with. */
  readonly before: number | null
  readonly now: number
}

/**
 * Every day of the month that has begun: of a sum what the day had, of a level what it ended with, which is the day before's
 * when nothing was measured.
 */
export function daysOf({ meter, month, days, before, now }: Days) {
  const daysInMonth = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const today = dayOf(now)
  const known = new Map(days.map(({ day, quantity }) => [day, quantity]))
  const isLevel = meters[meter].kind === 'level'
  let level = before ?? 0
  const all = Array.from({ length: daysInMonth }, (_, index) => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`
    level = known.get(day) ?? level
    return { day, quantity: isLevel ? level : (known.get(day) ?? 0) }
  })
  return { daysInMonth, days: all.filter(({ day }) => day <= today) }
}
