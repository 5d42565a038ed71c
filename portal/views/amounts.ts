/** Moments and amounts as the portal writes them. The clock is passed, so that a test needs no fake one. */

const locale = 'en-GB'
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
const count = new Intl.NumberFormat('en')

/** "today, 10:31", "yesterday, 10:31", else "12 March 2026", in the reader's own zone. */
export function momentOf(iso: string, nowMs: number): string {
  const moment = new Date(iso)
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0)
  const hours = clock.format(moment)
  if (moment.getTime() >= midnight) return `today, ${hours}`
  if (moment.getTime() >= new Date(midnight).setDate(new Date(midnight).getDate() - 1)) return `yesterday, ${hours}`
  return day.format(moment)
}

/** "today, 10:31", and for any other day its date with the hour: "12 March 2026, 10:31". */
export function timeOf(iso: string, nowMs: number): string {
  const moment = momentOf(iso, nowMs)
  return moment.includes(',') ? moment : `${moment}, ${clock.format(new Date(iso))}`
}

/** "12 March 2026", in the reader's own zone. */
export const dayOf = (iso: string): string => day.format(new Date(iso))

/** "412,380" */
export const countOf = (value: number): string => count.format(value)

/** What a limit counts. */
export type Unit = 'count' | 'bytes'

/** "7", or for bytes "61 GB", with one decimal below ten: "1.5 GB". Decimal units, as storage is sold. */
export function amountOf(value: number, unit: Unit): string {
  if (unit === 'count') return countOf(value)
  const names = ['B', 'kB', 'MB', 'GB', 'TB'] as const
  const power = Math.min(names.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))
  const amount = value / 1000 ** power
  return `${countOf(amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount))} ${names[power]}`
}

const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' })

/** "Wed 2 Dec", in the reader's own zone: for what is near. */
export const shortDayOf = (iso: string): string => shortDay.format(new Date(iso)).replace(',', '')
