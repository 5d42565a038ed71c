import { describe, expect, it } from 'vitest'
import { cardText, moneyText } from './money.ts'

describe('an amount', () => {
  it.each([
    [8700, 'eur', '€87.00'],
    [-50, 'usd', '-$0.50'],
    [8700, 'jpy', '¥8,700'],
    [1_234_567, 'kwd', 'KWD 1,234.567'],
  ])('of %d in %s is written %s', (amountMinor, currency, text) => {
    expect(moneyText({ amountMinor, currency }).replaceAll('\u00a0', ' ')).toBe(text)
  })
})

it('calls a card by the name on it, or by the provider’s word', () => {
  expect(cardText({ brand: 'visa', last4: '4242' })).toBe('Visa ending in 4242')
  expect(cardText({ brand: 'elo', last4: '0001' })).toBe('elo ending in 0001')
})
