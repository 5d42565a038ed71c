import { describe, expect, it, vi } from 'vitest'
import { fetched } from './fetched.ts'

const asked = (data: unknown, error: unknown = null) => ({ data, error, isFetching: false, refetch: vi.fn() })
const trouble = new TypeError('fetch failed')

describe('what became of what a page asked for', () => {
  it('is nothing to speak of while all is well, or on its way', () => {
    expect(fetched(asked(1), asked(undefined))).toMatchObject({ failed: null, stale: null })
  })

  it('is a failure where there is nothing to show', () => {
    expect(fetched(asked(1), asked(undefined, trouble))).toMatchObject({ failed: 'unknown', stale: null })
  })

  it('is old where there was something, which stays', () => {
    expect(fetched(asked(1, trouble), asked(2))).toMatchObject({ failed: null, stale: 'unknown' })
  })

  it('asks again for what failed, and for nothing else', () => {
    const [well, failed] = [asked(1), asked(undefined, trouble)]
    fetched(well, failed).retry()
    expect([well.refetch.mock.calls.length, failed.refetch.mock.calls.length]).toEqual([0, 1])
  })
})
