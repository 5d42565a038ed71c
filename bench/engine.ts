/** An engine on a database of its own, and the load in the same process: every acknowledged event is on disk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../server/engine/clock.ts'
import { createEngine, type Engine } from '../server/engine/engine.ts'
import { sealer } from '../server/engine/seal.ts'
import { openEmbedded } from '../server/store/sqlite/embedded.ts'
import { benchEvent, benchFlow } from './chart.ts'
import { type Measured, measure } from './measure.ts'

/** Runs `work` with a fresh engine that holds one actor per client. */
export async function withEngine<T>(clients: number, work: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'))
  const db = openEmbedded(folder)
  const clock = systemClock()
  const engine = createEngine({
    store: db.store,
    sealer: sealer(db.keys, 'a secret for the bench, long enough', clock.now),
    clock,
    flows: [benchFlow],
    performers: {},
    secrets: { fields: () => ({}), exchange: async () => ({ writes: [] }) },
  })
  try {
    const ids = Array.from({ length: clients }, (_, client) => `c${client}`)
    await Promise.all(ids.map((id) => engine.start({ flow: 'bench', id, tenant: 't', input: {} })))
    return await work(engine)
  } finally {
    await engine.stop()
    await db.close()
    rmSync(folder, { recursive: true })
  }
}

/** Each client sends one event after the other to an actor of its own. */
export const inProcess = (clients: number, seconds: number): Promise<Measured> =>
  withEngine(clients, (engine) =>
    measure(clients, seconds, async (client, turn) => {
      const answer = await engine.send({
        id: `c${client}`,
        event: benchEvent,
        eventId: `${client}-${turn}`,
        caller: 'visitor',
      })
      if (answer.status !== 'accepted') throw new Error(`The event was ${answer.status}.`)
    }),
  )
