import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { iso } from './iso-time.ts'

it('writes a time as Date does, whatever was written before', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (at) => {
      expect(iso(at)).toBe(new Date(at).toISOString())
    }),
    { numRuns: 2000 },
  )
  expect([iso(0), iso(1), iso(59_999), iso(null)]).toEqual([
    '1970-01-01T00:00:00.000Z',
    '1970-01-01T00:00:00.001Z',
    '1970-01-01T00:00:59.999Z',
    null,
  ])
})
