/** What a typed card looks like and whether it is whole. Pure: the form draws it, the tests read it. */
import { brandOf, passesLuhn } from '../stripe/objects/card-details.ts'

/** Digits and nothing else, as many as the field can hold. */
const digitsOf = (text: string, most: number) => text.replace(/\D/g, '').slice(0, most)

const MOST_NUMBER_DIGITS = 19

export const numberDigits = (text: string): string => {
  const digits = digitsOf(text, MOST_NUMBER_DIGITS)
  return digits.slice(0, Math.max(...brandOf(digits).lengths))
}

/** In groups as on the card: 4-6-5 for American Express, fours otherwise. */
export function formatNumber(text: string): string {
  const digits = numberDigits(text)
  const groups = brandOf(digits).brand === 'amex' ? [4, 6, 5] : [4, 4, 4, 4, 3]
  let from = 0
  const parts = groups.map((length) => {
    const part = digits.slice(from, from + length)
    from += length
    return part
  })
  return parts.filter((part) => part !== '').join(' ')
}

/** `12 / 34`. A month that can only be one digit gets its zero. */
export function formatExpiry(text: string): string {
  const raw = digitsOf(text, 6)
  const digits = /^[2-9]/.test(raw) ? `0${raw}` : raw
  const [month, year] = [digits.slice(0, 2), digits.slice(2).length > 2 ? digits.slice(-2) : digits.slice(2)]
  return digits.length > 2 || (digits.length === 2 && /\D$/.test(text.trimEnd())) ? `${month} / ${year}` : month
}

export const formatCode = (text: string, number: string): string =>
  digitsOf(text, brandOf(numberDigits(number)).cvcLength)

export type FieldName = 'number' | 'expiry' | 'cvc'
export type Typed = Readonly<Record<FieldName, string>>

/** Stripe's own codes for what is not right yet. */
export type Wrong =
  | 'incomplete_number'
  | 'invalid_number'
  | 'incomplete_expiry'
  | 'invalid_expiry_month'
  | 'invalid_expiry_year_past'
  | 'incomplete_cvc'

/** What is wrong with one field; null when it is whole. `now`: milliseconds since 1970. */
export function wrongIn(field: FieldName, typed: Typed, now: number): Wrong | null {
  if (field === 'number') return wrongNumber(typed.number)
  if (field === 'expiry') return wrongExpiry(typed.expiry, now)
  const { cvcLength } = brandOf(numberDigits(typed.number))
  return typed.cvc.length === cvcLength ? null : 'incomplete_cvc'
}

function wrongNumber(text: string): Wrong | null {
  const digits = numberDigits(text)
  if (!brandOf(digits).lengths.includes(digits.length)) return 'incomplete_number'
  return passesLuhn(digits) ? null : 'invalid_number'
}

function wrongExpiry(text: string, now: number): Wrong | null {
  const { month, year } = expiryOf(text)
  if (digitsOf(text, 6).length < 4) return 'incomplete_expiry'
  if (month < 1 || month > 12) return 'invalid_expiry_month'
  // a card is good through the last day of its month
  return Date.UTC(year, month, 1) <= now ? 'invalid_expiry_year_past' : null
}

/** Month from 1, year with four digits. */
export function expiryOf(text: string): { month: number; year: number } {
  const digits = digitsOf(text, 4)
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)) }
}

export const fieldNames: readonly FieldName[] = ['number', 'expiry', 'cvc']

/** The first field that is not whole. */
export const firstWrong = (typed: Typed, now: number): { field: FieldName; wrong: Wrong } | null => {
  for (const field of fieldNames) {
    const wrong = wrongIn(field, typed, now)
    if (wrong) return { field, wrong }
  }
  return null
}

/** Where the caret belongs after formatting: behind as many digits as before. */
export function caretAfter(formatted: string, digitsBefore: number): number {
  let seen = 0
  for (const [index, sign] of [...formatted].entries()) {
    if (seen === digitsBefore) return index
    if (/\d/.test(sign)) seen += 1
  }
  return formatted.length
}
