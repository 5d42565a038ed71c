import { describe, expect, it } from 'vitest'
import { caretAfter, firstWrong, formatCode, formatExpiry, formatNumber, wrongIn } from './card-input.ts'

const NOW = Date.UTC(2026, 10, 23)
const typed = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123' }

describe('what is typed', () => {
  it.each([
    ['42424242', '4242 4242'],
    ['4242-4242-4242-4242-99', '4242 4242 4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['5555x', '5555'],
  ])('the number %s is shown as %s', (text, shown) => {
    expect(formatNumber(text)).toBe(shown)
  })

  it.each([
    ['1', '1'],
    ['5', '05'],
    ['12', '12'],
    ['12/', '12 / '],
    ['1234', '12 / 34'],
    ['12 / 2034', '12 / 34'],
  ])('the date %s is shown as %s', (text, shown) => {
    expect(formatExpiry(text)).toBe(shown)
  })

  it('has a code as long as the brand wants', () => {
    expect([formatCode('12345', '4242'), formatCode('12345', '3782')]).toEqual(['123', '1234'])
  })

  it('keeps the caret behind the same digits', () => {
    expect(caretAfter('4242 4242', 5)).toBe(6)
    expect(caretAfter('4242', 4)).toBe(4)
  })
})

describe('a card', () => {
  it('is whole, or says what is missing first', () => {
    expect(firstWrong(typed, NOW)).toBeNull()
    expect(firstWrong({ number: '', expiry: '', cvc: '' }, NOW)).toEqual({
      field: 'number',
      wrong: 'incomplete_number',
    })
  })

  it.each([
    ['number', '4242 4242 4242 4241', 'invalid_number'],
    ['number', '4242 4242', 'incomplete_number'],
    ['expiry', '1', 'incomplete_expiry'],
    ['expiry', '13 / 30', 'invalid_expiry_month'],
    ['expiry', '10 / 26', 'invalid_expiry_year_past'],
    ['expiry', '11 / 26', null],
    ['cvc', '12', 'incomplete_cvc'],
  ] as const)('with the %s %s: %s', (field, text, wrong) => {
    expect(wrongIn(field, { ...typed, [field]: text }, NOW)).toBe(wrong)
  })
})
