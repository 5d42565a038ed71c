/** Dates and sizes as the page of leaving writes them, in the reader's own zone. */
import { amountOf } from '../amounts.ts'

const locale = 'en-GB'
const full = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const exact = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })

/** "18 December 2026" */
export const dateOf = (at: number): string => full.format(at)
/** "18 Dec" */
export const shortDate = (at: number): string => short.format(at)
/** "6 November at 16:20" */
export const momentAt = (at: number): string => exact.format(at)
export const sizeOf = (bytes: number): string => amountOf(bytes, 'bytes')

const DAY_MS = 86_400_000
/** Whole days from now on, rounded up; 0 once it has passed. */
export const daysUntil = (at: number, nowMs: number): number => Math.max(0, Math.ceil((at - nowMs) / DAY_MS))
export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
