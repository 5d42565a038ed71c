import { describe, expect, it } from 'vitest'
import { shortNumber, ticksFor } from './chart-scale.ts'

describe('ticksFor', () => {
  it.each([
    [0, [0, 1, 2, 3]],
    [3, [0, 1, 2, 3]],
    [28_000, [0, 10_000, 20_000, 30_000]],
    [31_000, [0, 20_000, 40_000, 60_000]],
    [9, [0, 3, 6, 9]],
  ])('covers %d with round lines', (max, ticks) => {
    expect(ticksFor(max)).toEqual(ticks)
  })
})

describe('shortNumber', () => {
  it.each([
    [0, '0'],
    [800, '800'],
    [10_000, '10 k'],
    [1_500_000, '1.5 M'],
  ])('shortens %d to %j', (value, words) => {
    expect(shortNumber(value)).toBe(words)
  })
})
