/** Amounts and cards in words: the same in a mail and on a page. */
import type { Money } from './plans.ts'

/** "€87.00", "¥8,700": minor units by the currency's own digits (ISO 4217). */
export function moneyText({ amountMinor, currency }: Money, locale = 'en'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** "Visa ending in 4242". A brand nobody here knows keeps the provider's word. */
export const cardText = ({ brand, last4 }: { brand: string; last4: string }): string =>
  `${brands[brand] ?? brand} ending in ${last4}`

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}
