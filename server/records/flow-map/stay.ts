/**
 * How long actors stayed, kept as counts per bucket, so that any days can be summed up to a median.
 *
 * Each bucket's end is a tenth over its beginning, and a median is read off inside its bucket, so it is never more than a
 * tenth away from the exact one, and half of that for what is spread evenly. Where the two middle ones of an even number
 * lie apart, it is at one of them instead of between them.
 */
import { type RawBuilder, sql } from 'kysely'

const RATIO = 1.1
const STEP = Math.log(RATIO)

/** Left at once: less than a millisecond. */
export const AT_ONCE = 0
/** Nobody knows how long: what holds other states has no stay of its own. */
export const UNMEASURED = -1

/** The bucket of a stay in milliseconds. */
export const bucketOf = (ms: number): number => (ms < 1 ? AT_ONCE : 1 + Math.floor(Math.log(ms) / STEP))

/** The same in SQL, of the time from one moment to another. */
export const bucketSql = (ms: RawBuilder<number>): RawBuilder<number> =>
  sql<number>`case when ${ms} < 1 then ${sql.lit(AT_ONCE)}
    else 1 + cast(floor(ln(${ms}) / ${sql.lit(STEP)}) as integer) end`

const beginsAt = (bucket: number) => (bucket <= AT_ONCE ? 0 : RATIO ** (bucket - 1))

/** How many stayed that long, by bucket. */
export type Stays = ReadonlyMap<number, number>

/** The middle stay in milliseconds; null when none was measured. */
export function medianMs(stays: Stays): number | null {
  const measured = [...stays].filter(([bucket, count]) => bucket >= AT_ONCE && count > 0).toSorted(([a], [b]) => a - b)
  const middle = measured.reduce((sum, [, count]) => sum + count, 0) / 2
  let passed = 0
  for (const [bucket, count] of measured) {
    if (passed + count >= middle) return within(bucket, (middle - passed) / count)
    passed += count
  }
  return null
}

function within(bucket: number, share: number): number {
  if (bucket === AT_ONCE) return 0
  const from = beginsAt(bucket)
  return Math.round(from + share * (beginsAt(bucket + 1) - from))
}
