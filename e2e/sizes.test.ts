import { describe, expect, it } from 'vitest'
import { sizes } from '../scripts/sizes.ts'

describe('what a visitor loads', () => {
  it.each(sizes().map((size) => [size.what, size] as const))('%s keeps its budget', (_, { bytes, budget }) => {
    expect(bytes).toBeGreaterThan(100)
    expect(bytes).toBeLessThanOrEqual(budget)
  })
})
