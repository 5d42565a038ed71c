import { describe, expect, it } from 'vitest'
import { digitsOf } from './code-digits.ts'

describe('digitsOf', () => {
  it.each([
    ['418203', '418203'],
    ['418 203', '418203'],
    [' 418-203\n', '418203'],
    ['Your code: 418203.', '418203'],
    ['4182', '4182'],
    ['41820399', '418203'],
    ['٤١٨٢٠٣', '418203'],
    ['۴۱۸۲۰۳', '418203'],
    ['no digits', ''],
  ])('reads %j as %j', (typed, digits) => {
    expect(digitsOf(typed)).toBe(digits)
  })
})
