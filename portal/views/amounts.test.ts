import { describe, expect, it } from 'vitest'
import { amountOf, inOneUnit, momentOf, monthText, shortMonthOf } from './amounts.ts'

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

describe('amounts in one unit', () => {
  it('are written in that of the largest', () => {
    const { unit, write } = inOneUnit(1_000_000_000)
    expect([unit, write(830_000_000), write(0), write(12_400_000_000)]).toEqual(['GB', '0.83', '0', '12'])
    expect(inOneUnit(0).unit).toBe('B')
  })
})

describe('months', () => {
  it('are named by UTC, whatever the reader’s zone is', () => {
    expect([monthText('2026-11'), shortMonthOf('2026-01')]).toEqual(['November 2026', 'Jan'])
    expect(monthText('soon')).toBe('soon')
  })
})
