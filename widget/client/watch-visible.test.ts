import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Client } from './connection.ts'
import { fakePage, viewAt } from './testing/fake-api.ts'
import { watchVisible } from './watch-visible.ts'
import type { View } from './wire.ts'

afterEach(() => void vi.unstubAllGlobals())

interface Handlers {
  onData(message: { data: View }): void
  onError(error: unknown): void
}

/** A page with one watch, and the streams it opened. */
function watched(state?: 'hidden') {
  const page = fakePage(state)
  const opened: { input: unknown; handlers: Handlers; closed: boolean }[] = []
  const subscribe = (input: unknown, handlers: Handlers) => {
    const one = { input, handlers, closed: false }
    opened.push(one)
    return {
      unsubscribe() {
        one.closed = true
      },
    }
  }
  const client = { flow: { watch: { subscribe } } } as unknown as Client
  const seen: number[] = []
  let refused = 0
  const stop = watchVisible({
    client,
    cursor: () => ({ onb_1: seen.at(-1) ?? 1, 'onb_1/payment#1': 3 }),
    onView: ({ seq }) => seen.push(seq),
    onRefused: () => void refused++,
  })
  return { page, opened, seen, stop, refused: () => refused, open: () => opened.filter(({ closed }) => !closed).length }
}

describe('a watch', () => {
  it('is open while the page is looked at, and only then', () => {
    const { page, open } = watched()
    expect(open()).toBe(1)
    page.turn('hidden')
    expect(open()).toBe(0)
    page.turn('visible')
    page.turn('visible')
    expect(open()).toBe(1)
  })

  it('of a page nobody looks at waits until somebody does', () => {
    const { page, open } = watched('hidden')
    expect(open()).toBe(0)
    page.turn('visible')
    expect(open()).toBe(1)
  })

  it('goes on from the newest line the page has', () => {
    const { page, opened, seen } = watched()
    opened[0]!.handlers.onData({ data: viewAt(4) })
    page.turn('hidden')
    page.turn('visible')
    expect(seen).toEqual([4])
    expect(opened.map(({ input }) => input)).toEqual([
      { ids: ['onb_1', 'onb_1/payment#1'], cursor: { onb_1: 1, 'onb_1/payment#1': 3 } },
      { ids: ['onb_1', 'onb_1/payment#1'], cursor: { onb_1: 4, 'onb_1/payment#1': 3 } },
    ])
  })

  it('that is refused says so and closes; a look at the page opens another', () => {
    const { page, opened, open, refused } = watched()
    opened[0]!.handlers.onError(new Error('no'))
    expect([open(), refused()]).toEqual([0, 1])
    page.turn('visible')
    expect(open()).toBe(1)
  })

  it('that is stopped leaves nothing behind', () => {
    const { page, open, stop } = watched()
    stop()
    page.turn('hidden')
    page.turn('visible')
    expect([open(), page.listeners()]).toEqual([0, 0])
  })
})
