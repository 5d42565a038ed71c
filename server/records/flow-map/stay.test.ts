import { describe, expect, it } from 'vitest'
import { random } from '../../engine/proof/random.ts'
import { bucketOf, medianMs, UNMEASURED } from './stay.ts'

const counted = (stays: readonly number[]) => {
  const buckets = new Map<number, number>()
  for (const ms of stays) buckets.set(bucketOf(ms), (buckets.get(bucketOf(ms)) ?? 0) + 1)
  return buckets
}
/** Of an odd number, so that there is one. */
const exact = (stays: readonly number[]) => stays.toSorted((a, b) => a - b)[(stays.length - 1) / 2]!

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const { next } = random(5)
/** About a bell: enough for a spread that people's times have. */
const bell = () => (next() + next() + next() + next() - 2) * 1.7

const spreads: [string, () => number][] = [
  ['even over an hour', () => next() * 60 * MINUTE],
  ['people at a form', () => 90_000 * Math.exp(bell())],
  ['between a second and a month', () => 1000 * (30 * DAY) ** (next() * 0.7)],
  ['a timer and a few who were faster', () => (next() < 0.6 ? 15 * MINUTE : next() * 15 * MINUTE)],
  ['two crowds', () => (next() < 0.4 ? 2000 : 3 * DAY) * (1 + next() / 10)],
  ['milliseconds', () => Math.floor(next() * 12)],
]

describe('the median of counted stays', () => {
  it.each(spreads)('is within a tenth of the exact one: %s', (_, draw) => {
    for (const size of [1, 3, 15, 101, 2001]) {
      const stays = Array.from({ length: size }, draw)
      const [found, real] = [medianMs(counted(stays))!, exact(stays)]
      expect(Math.abs(found - real), `${size}: ${found} for ${real}`).toBeLessThanOrEqual(Math.max(1, real / 10))
    }
  })

  it('is within a fiftieth for a crowd', () => {
    const stays = Array.from({ length: 20_001 }, spreads[1]![1])
    expect(Math.abs(medianMs(counted(stays))! / exact(stays) - 1)).toBeLessThan(0.02)
  })

  it('leaves out what was not measured, and is nothing for nobody', () => {
    expect(medianMs(new Map())).toBeNull()
    expect(medianMs(new Map([[UNMEASURED, 4]]))).toBeNull()
    expect(
      medianMs(
        new Map([
          [UNMEASURED, 40],
          [bucketOf(0), 3],
        ]),
      ),
    ).toBe(0)
  })
})
