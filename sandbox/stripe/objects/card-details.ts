/** What a card number tells about itself, and whether it can be one. */
import type { Decline } from './cards.ts'

export interface Brand {
  readonly brand: string
  readonly cvcLength: number
  readonly lengths: readonly number[]
}

const brands: readonly (Brand & { readonly starts: RegExp })[] = [
  { starts: /^3[47]/, brand: 'amex', cvcLength: 4, lengths: [15] },
  { starts: /^4/, brand: 'visa', cvcLength: 3, lengths: [16] },
  { starts: /^(5[1-5]|2[2-7])/, brand: 'mastercard', cvcLength: 3, lengths: [16] },
  { starts: /^(6011|64[4-9]|65)/, brand: 'discover', cvcLength: 3, lengths: [16] },
  { starts: /^3(0|6|8|9)/, brand: 'diners', cvcLength: 3, lengths: [14, 16] },
  { starts: /^35/, brand: 'jcb', cvcLength: 3, lengths: [16] },
  { starts: /^62/, brand: 'unionpay', cvcLength: 3, lengths: [16, 17, 18, 19] },
]
const unknown: Brand = { brand: 'unknown', cvcLength: 3, lengths: [16] }

export const brandOf = (number: string): Brand => brands.find(({ starts }) => starts.test(number)) ?? unknown

/** The check digit of a card number (ISO/IEC 7812-1, annex B). */
export function passesLuhn(number: string): boolean {
  const digits = [...number].toReversed().map(Number)
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : luhnDouble(digit)), 0)
  return sum % 10 === 0
}
const luhnDouble = (digit: number) => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)

export interface TypedCard {
  readonly number: string
  readonly expMonth: number
  /** Four digits. */
  readonly expYear: number
  readonly cvc: string | null
}

/** What is wrong with a card before any bank is asked; null when nothing is. `nowSeconds`: the sandbox's time. */
export function wrongWith(card: TypedCard, nowSeconds: number): (Decline & { param: string }) | null {
  const wrong = (code: string, param: string, message: string) => ({ code, declineCode: code, param, message })
  const { lengths, cvcLength } = brandOf(card.number)
  if (!lengths.includes(card.number.length) || !passesLuhn(card.number))
    return wrong('incorrect_number', 'number', 'Your card number is incorrect.')
  if (card.expMonth < 1 || card.expMonth > 12)
    return wrong('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.")
  // a card is good through the last day of its month
  if (Date.UTC(card.expYear, card.expMonth, 1) / 1000 <= nowSeconds)
    return wrong('invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid.")
  if (card.cvc !== null && card.cvc.length !== cvcLength)
    return wrong('invalid_cvc', 'cvc', "Your card's security code is invalid.")
  return null
}
