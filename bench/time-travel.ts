/** How long it takes to go to any line of a journal of 10,000, as the console asks for it: the moment, and a page around it. */
import type { Measured } from './measure.ts'
import { benchEvent } from './chart.ts'
import { withEngine } from './engine.ts'

export interface TravelTimes {
  readonly lines: number
  readonly calls: number
  /** To one moment. */
  readonly moment: Pick<Measured, 'p50Ms' | 'p99Ms'>
  /** To a moment and the 500 lines around it. */
  readonly page: Pick<Measured, 'p50Ms' | 'p99Ms'>
}

const PAGE = 500

export const timeTravel = (lines = 10_000, calls = 200): Promise<TravelTimes> =>
  withEngine(1, async (engine) => {
    for (let n = 1; n < lines; n++)
      await engine.send({ id: 'c0', event: benchEvent, eventId: `e${n}`, caller: 'visitor' })
    const times = (ask: (seq: number) => Promise<unknown>) => timed(calls, (call) => ask(1 + ((call * 7919) % lines)))
    return {
      lines,
      calls,
      moment: await times((seq) => engine.history('c0', seq, seq)),
      page: await times((seq) => engine.history('c0', Math.max(1, seq - PAGE / 2), seq + PAGE / 2)),
    }
  })

async function timed(
  calls: number,
  ask: (call: number) => Promise<unknown>,
): Promise<{ p50Ms: number; p99Ms: number }> {
  const times: number[] = []
  for (let call = 0; call < calls; call++) {
    const began = performance.now()
    await ask(call)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50Ms: times[Math.floor(calls / 2)]!, p99Ms: times[Math.ceil(calls * 0.99) - 1]! }
}
