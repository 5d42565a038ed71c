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

const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "November 2026", of 2026-11; what is no month is shown as it is. */
export const monthText = (yearMonth: string): string =>
  /^\d{4}-\d{2}$/.test(yearMonth) ? month.format(new Date(`${yearMonth}-01T00:00:00Z`)) : yearMonth

const shortMonth = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** "Nov", of 2026-11: three letters, under a bar. */
export const shortMonthOf = (yearMonth: string): string => shortMonth.format(new Date(`${yearMonth}-01T00:00:00Z`))

/** What a limit counts. */
export type Unit = 'count' | 'bytes'

/** How what a meter counts is written. */
export const unitOf = (unit: 'request' | 'byte'): Unit => (unit === 'byte' ? 'bytes' : 'count')

/** "7", or for bytes "61 GB", with one decimal below ten: "1.5 GB". Decimal units, as storage is sold. */
export function amountOf(value: number, unit: Unit): string {
  if (unit === 'count') return countOf(value)
  const power = powerOf(value)
  const amount = value / 1000 ** power
  return `${countOf(amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount))} ${byteUnits[power]}`
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const
const powerOf = (value: number) => Math.min(byteUnits.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))

/** One unit for several amounts, that of the largest, so that it need not stand at each: "GB", and 830 MB is "0.83". */
export function inOneUnit(largest: number): { readonly unit: string; write(value: number): string } {
  const power = powerOf(largest)
  const write = (value: number) => {
    const amount = value / 1000 ** power
    return countOf(amount < 10 ? Math.round(amount * 100) / 100 : Math.round(amount))
  }
  return { unit: byteUnits[power]!, write }
}

const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' })

/** "Wed 2 Dec", in the reader's own zone: for what is near. */
export const shortDayOf = (iso: string): string => shortDay.format(new Date(iso)).replace(',', '')
