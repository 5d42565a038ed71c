/** How long the console's questions take on a flow map of 100,000 actors and a month of their moves. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineTables } from '../server/records/define.ts'
import { flowMap } from '../server/records/flow-map/flow-map.ts'
import { openEmbedded } from '../server/store/sqlite/embedded.ts'
import { DAYS, fill, outlines } from './flow-map-fill.ts'

export interface Asked {
  readonly flow: string
  readonly question: 'counts' | 'counts of a week and a tier' | 'who'
  readonly p50Ms: number
  readonly p95Ms: number
}
export interface FlowMapTimes {
  readonly actors: number
  readonly moves: number
  readonly days: number
  readonly fillSeconds: number
  readonly calls: number
  readonly asked: readonly Asked[]
  readonly slowest: Asked
}

const NOW = Date.UTC(2026, 10, 30, 12)

/** Each question is asked of each chart, `calls` times. */
export async function flowMapTimes(actors = 100_000, calls = 200): Promise<FlowMapTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'))
  const { connection, close } = openEmbedded(folder)
  try {
    await defineTables(connection)
    const map = flowMap({ connection, outlines })
    const began = performance.now()
    const filled = await fill(map, connection.write, actors, NOW)
    const fillSeconds = (performance.now() - began) / 1000
    const week = { from: '2026-11-20', to: '2026-11-26', tier: 'team' }
    const asked: Asked[] = []
    for (const { id: flow } of outlines) {
      const states = (await map.counts({ flow }))!.states
      const { state } = states.filter(({ stillHere }) => stillHere !== null).toSorted((a, b) => b.here - a.here)[0]!
      asked.push(
        { flow, question: 'counts', ...(await timed(calls, () => map.counts({ flow }))) },
        { flow, question: 'counts of a week and a tier', ...(await timed(calls, () => map.counts({ flow, ...week }))) },
        { flow, question: 'who', ...(await timed(calls, () => map.who({ flow, state, tier: 'team', most: 50 }))) },
      )
    }
    const slowest = asked.toSorted((a, b) => b.p95Ms - a.p95Ms)[0]!
    return { ...filled, days: DAYS, fillSeconds, calls, asked, slowest }
  } finally {
    await close()
    rmSync(folder, { recursive: true })
  }
}

async function timed(calls: number, ask: () => Promise<unknown>): Promise<Pick<Asked, 'p50Ms' | 'p95Ms'>> {
  const times: number[] = []
  for (let call = 0; call < calls; call++) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!
  return { p50Ms: at(0.5), p95Ms: at(0.95) }
}
