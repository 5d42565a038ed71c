/** UTC days, counted from 1970 on. */
import { Refusal } from '../refusal.ts'

const DAY_MS = 86_400_000

/** The day of a moment. */
export const dayOf = (at: number): number => Math.floor(at / DAY_MS)
/** The moment a day begins. */
export const startOf = (day: number): number => day * DAY_MS

/** From this day on and before that one. */
export interface Days {
  readonly from: number
  readonly until: number
}

/** After every day there is: the last one a `Date` can hold (ECMAScript, "Time Values"). */
const NEVER = 100_000_001

/** From `2026-11-01` to `2026-11-25`, both included, either open. Throws `date.invalid`. */
export const daysOf = (from: string | undefined, to: string | undefined): Days => ({
  from: from === undefined ? 0 : parse(from),
  until: to === undefined ? NEVER : parse(to) + 1,
})

function parse(text: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // the thirty-first of a shorter month would be the first of the next
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(text))
    throw new Refusal('date.invalid', `'${text}' is no day: write it as 2026-11-25.`)
  return dayOf(at)
}
