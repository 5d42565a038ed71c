import { describe, expect, it } from 'vitest'
import { daysOf, monthsUpTo } from './usage-months.ts'

const now = Date.UTC(2026, 1, 3, 23, 59)

describe('the months', () => {
  it('are the last twelve, over the turn of a year', () => {
    expect(monthsUpTo(now, 12)).toEqual([
      ...['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`),
      '2026-01',
      '2026-02',
    ])
    // from the 31st, a month with 30 days is still a month
    expect(monthsUpTo(Date.UTC(2026, 4, 31), 2)).toEqual(['2026-04', '2026-05'])
  })
})

describe('the days of a month', () => {
  const days = [{ day: '2026-02-02', quantity: 5 }]
  const quantities = (more: object) =>
    daysOf({ meter: 'requests', month: '2026-02', days, before: null, now, ...more }).days.map(
      ({ quantity }) => quantity,
    )

  it('of a sum are what each had, up to today', () => expect(quantities({})).toEqual([0, 5, 0]))
  it('of a level are what each ended with', () => {
    expect(quantities({ meter: 'storage', before: 9 })).toEqual([9, 5, 5])
    expect(quantities({ meter: 'storage' })).toEqual([0, 5, 5])
  })
  it('of a month that is over are all, and of one to come none', () => {
    expect(quantities({ month: '2026-01', days: [] })).toHaveLength(31)
    expect(quantities({ month: '2024-02', days: [] })).toHaveLength(29)
    expect(quantities({ month: '2026-03', days: [] })).toEqual([])
  })
})
