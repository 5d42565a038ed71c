import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Client } from './connection.ts'
import { fakePage, viewAt } from './testing/fake-api.ts'
import { openWatches } from './watches.ts'
import type { View } from './wire.ts'

afterEach(() => void vi.unstubAllGlobals())

const payment = 'onb_1/payment#1'
const paymentAt = (seq: number) => viewAt(seq, { id: payment })

interface Stream {
  readonly cursor: Record<string, number>
  say(view: View): void
  closed: boolean
}

/** A session's watches, and the streams they opened. */
function watching() {
  fakePage()
  const streams: Stream[] = []
  const subscribe = (input: { cursor: Record<string, number> }, handlers: { onData(said: { data: View }): void }) => {
    const stream = { cursor: input.cursor, say: (data: View) => handlers.onData({ data }), closed: false }
    streams.push(stream)
    return { unsubscribe: () => void (stream.closed = true) }
  }
  const watches = openWatches({ flow: { watch: { subscribe } } } as unknown as Client, () => {})
  return { watches, streams, open: () => streams.filter(({ closed }) => !closed).map(({ cursor }) => cursor) }
}

describe('watches of a session', () => {
  it('are one stream, whatever is watched', () => {
    const { watches, open } = watching()
    watches.begin('onb_1')
    expect(open()).toEqual([])
    watches.add(null, () => {})
    watches.add(payment, () => {})
    watches.add(payment, () => {})
    expect(open()).toEqual([{ onb_1: 0, [payment]: 0 }])
  })

  it('go on from the newest line of each when another one joins', () => {
    const { watches, streams, open } = watching()
    watches.begin('onb_1')
    watches.add(null, () => {})
    streams[0]!.say(viewAt(7))
    watches.saw(paymentAt(3))
    watches.saw(paymentAt(2))
    watches.add(payment, () => {})
    expect(open()).toEqual([{ onb_1: 7, [payment]: 3 }])
  })

  it('tell each view to those it is for', () => {
    const { watches, streams } = watching()
    watches.begin('onb_1')
    const heard: string[] = []
    watches.add(null, ({ seq }) => heard.push(`flow ${seq}`))
    watches.add(payment, ({ seq }) => heard.push(`payment ${seq}`))
    streams.at(-1)!.say(viewAt(8))
    streams.at(-1)!.say(paymentAt(4))
    expect(heard).toEqual(['flow 8', 'payment 4'])
  })

  it('leave a child alone once nobody looks at it', () => {
    const { watches, open } = watching()
    watches.begin('onb_1')
    watches.add(null, () => {})
    watches.add(payment, () => {})()
    expect(open()).toEqual([{ onb_1: 0 }])
  })

  it('are over with the flow', () => {
    const { watches, open } = watching()
    watches.add(null, () => {})
    watches.begin('onb_1')
    watches.end()
    expect(open()).toEqual([])
    watches.begin('onb_2')
    expect(open()).toEqual([{ onb_2: 0 }])
  })
})
