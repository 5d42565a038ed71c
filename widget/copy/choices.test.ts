import { describe, expect, it } from 'vitest'
import { moneyOf, priceOf } from './choices.ts'

describe('prices', () => {
  it.each([
    [{ amountMinor: 2900, currency: 'eur' }, '€29'],
    [{ amountMinor: 2950, currency: 'eur' }, '€29.50'],
    [{ amountMinor: 500, currency: 'jpy' }, '¥500'],
  ])('reads %j as %s', (money, words) => {
    expect(moneyOf(money)).toBe(words)
  })

  it('says what an amount is for, and asks to talk where there is none', () => {
    expect(priceOf({ monthly: { amountMinor: 0, currency: 'eur' } })).toEqual({
      priceLabel: '€0',
      priceNote: 'for good',
    })
    expect(priceOf({ monthly: null })).toEqual({ priceLabel: 'Talk to us', priceNote: '' })
  })
})
