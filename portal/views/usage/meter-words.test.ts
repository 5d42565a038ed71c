import { describe, expect, it } from 'vitest'
import { requestsHistory, requestsUse, storageHistory, storageUse } from './meter-fixtures.ts'
import type { MeterUse } from './meter-types.ts'
import { monthSum, paceText, standingOf } from './meter-words.ts'

describe('where a meter stands', () => {
  it.each<[Partial<MeterUse>, ReturnType<typeof standingOf>]>([
    [{ percent: 79 }, { role: undefined, text: '' }],
    [{ percent: 80 }, { role: 'person', text: '80 % used. Beyond 100 % it is counted, and nothing is refused.' }],
    [
      { percent: 99, policy: 'hard' },
      { role: 'person', text: '99 % used. At 100 % more is refused.' },
    ],
    [
      { percent: 100, policy: 'hard' },
      { role: 'problem', text: 'All used: more is refused until the first of next month. A larger plan has more.' },
    ],
    [
      { percent: 100, used: 500_000 },
      { role: 'person', text: 'All used. It is counted, and nothing is refused.' },
    ],
    [
      { percent: 120, used: 600_000 },
      { role: 'person', text: '100,000 beyond what is included. It is counted, and nothing is refused.' },
    ],
  ])('%o is said', (more, said) => {
    expect(standingOf({ ...requestsUse, ...more })).toEqual(said)
  })

  it('of a level that is full waits for something to go', () => {
    expect(standingOf({ ...storageUse, percent: 100 }).text).toContain('until something is deleted')
  })
})

describe('the pace', () => {
  it('says how long what is included lasts', () => {
    expect(paceText(requestsUse, requestsHistory)).toBe(
      'At this pace the included volume lasts until 25 November 2026.',
    )
    expect(paceText({ ...requestsUse, used: 100 }, requestsHistory)).toContain('lasts the month')
  })
  it('is nothing to tell of a level, of nothing, and of what is used up', () => {
    expect(paceText(storageUse, storageHistory)).toBe('')
    expect(paceText({ ...requestsUse, used: 0 }, requestsHistory)).toBe('')
    expect(paceText({ ...requestsUse, used: 500_000 }, requestsHistory)).toBe('')
  })
})

it('names a month with what it came to', () => {
  expect(monthSum(storageUse, storageHistory, '2026-10')).toBe('October 2026: 53 GB')
})
