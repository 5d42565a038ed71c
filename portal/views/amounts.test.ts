import { describe, expect, it } from 'vitest'
import { amountOf, momentOf } from './amounts.ts'

/** Local times, because the portal writes in the reader's own zone. */
const at = (text: string) => new Date(text).toISOString()
const nowMs = new Date('2026-11-20T10:35:00').getTime()

describe('momentOf', () => {
  it.each([
    ['2026-11-20T10:31:00', 'today, 10:31'],
    ['2026-11-20T00:00:00', 'today, 00:00'],
    ['2026-11-19T23:59:00', 'yesterday, 23:59'],
    ['2026-03-12T09:00:00', '12 March 2026'],
  ])('says %s as %s', (moment, words) => {
    expect(momentOf(at(moment), nowMs)).toBe(words)
  })
})

describe('amountOf', () => {
  it.each<[number, 'count' | 'bytes', string]>([
    [412380, 'count', '412,380'],
    [0, 'bytes', '0 B'],
    [999, 'bytes', '999 B'],
    [1_500_000_000, 'bytes', '1.5 GB'],
    [61_000_000_000, 'bytes', '61 GB'],
  ])('writes %d (%s) as %s', (value, unit, words) => {
    expect(amountOf(value, unit)).toBe(words)
  })
})
