import { describe, expect, it } from 'vitest'
import { secondsUntil, spanOf } from './time.ts'

const now = Date.parse('2026-11-20T10:00:00Z')

describe('secondsUntil', () => {
  it.each<[string | null, number]>([
    ['2026-11-20T10:00:08Z', 8],
    ['2026-11-20T10:00:07.001Z', 8],
    ['2026-11-20T10:00:00Z', 0],
    ['2026-11-20T09:59:00Z', 0],
    [null, 0],
    ['soon', 0],
  ])('counts %j as %d', (iso, seconds) => {
    expect(secondsUntil(iso, now)).toBe(seconds)
  })
})

describe('spanOf', () => {
  it.each([
    [8, '8 s'],
    [60, '1 min'],
    [65, '1 min 5 s'],
    [600, '10 min'],
    [899, '15 min'],
    [7200, '2 h'],
  ])('says %d seconds as %j', (seconds, words) => {
    expect(spanOf(seconds)).toBe(words)
  })
})
