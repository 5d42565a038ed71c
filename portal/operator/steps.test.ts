import { describe, expect, it } from 'vitest'
import type { JournalEntry } from './data/types.ts'
import { pageOf } from './pages.ts'
import { stepFrom } from './steps.ts'

const entry = (seq: number, microsteps: number) =>
  ({
    seq,
    taken: Array.from({ length: microsteps }, () => ({ event: 'e', transitions: [], leaves: [] })),
  }) as unknown as JournalEntry
const entries = [entry(1, 1), entry(2, 3), entry(3, 0)]

describe('stepping', () => {
  it('goes through the microsteps of a line and on to the next', () => {
    const walked = []
    for (let at = stepFrom(entries, { seq: 1, micro: null }, 1, 3); at; at = stepFrom(entries, at, 1, 3))
      walked.push(at)
    expect(walked).toEqual([
      { seq: 2, micro: 1 },
      { seq: 2, micro: 2 },
      { seq: 2, micro: null },
      { seq: 3, micro: null },
    ])
  })

  it('goes back the same way, and stops at the beginning', () => {
    expect(stepFrom(entries, { seq: 2, micro: null }, -1, 3)).toEqual({ seq: 2, micro: 2 })
    expect(stepFrom(entries, { seq: 2, micro: 1 }, -1, 3)).toEqual({ seq: 1, micro: null })
    expect(stepFrom(entries, { seq: 1, micro: null }, -1, 3)).toBeNull()
  })
})

describe('pages', () => {
  it('hold the line that is asked for, with a past before it', () => {
    expect(pageOf(300, 400)).toEqual({ from: 1, isWhole: true })
    for (const seq of [1, 250, 251, 2500, 2501, 9999, 10_000]) {
      const { from } = pageOf(seq, 10_000)
      expect(from).toBeLessThanOrEqual(seq)
      expect(from + 499).toBeGreaterThanOrEqual(seq)
      if (seq > 250) expect(seq - from).toBeGreaterThanOrEqual(250)
    }
  })
})
