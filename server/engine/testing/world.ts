/** An engine over an in-memory store, with a clock that is moved by hand and effects that are answered by hand. */
import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteKeys } from '../../store/sqlite/sqlite-keys.ts'
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts'
import type { Incident } from '../../store/store.ts'
import { createEngine, type EngineParts } from '../engine.ts'
import type { Fact, Job } from '../perform.ts'
import type { Row } from '../planner/row.ts'
import { sealer } from '../seal.ts'
import { manualClock } from './manual-clock.ts'
import { counterFlow, toyFlow } from './toy.ts'

type ToyJob = Job<{ name: string; n: number }>

export function world(
  overrides: Partial<EngineParts> = {},
  db: Database = openDatabase(':memory:'),
  keysDb = openDatabase(':memory:'),
) {
  const clock = manualClock()
  const store = sqliteStore(db)
  const keys = sealer(sqliteKeys(keysDb), 'a secret for tests', clock.now)
  const incidents: Incident[] = []
  const errors: unknown[] = []
  const jobs: ToyJob[] = []
  let perform: (job: ToyJob) => Promise<Fact<{ made: string }>> = async ({ identity }) => ({
    output: { made: identity },
  })
  const engine = createEngine({
    store,
    sealer: keys,
    clock,
    flows: [counterFlow, toyFlow],
    performers: {
      toy: {
        job: (job) => {
          jobs.push(job)
          return perform(job)
        },
      },
    },
    secrets: { fields: () => ({}), exchange: async () => ({ writes: [] }) },
    graceMs: 0,
    random: () => 1,
    onIncident: (incident) => incidents.push(incident),
    onError: (error) => errors.push(error),
    ...overrides,
  })
  let sent = 0
  return {
    engine,
    clock,
    store,
    db,
    keysDb,
    sealer: keys,
    incidents,
    errors,
    /** Every attempt begun, in order. */
    jobs,
    /** Says what the next attempts come to. */
    jobsDo(body: typeof perform) {
      perform = body
    },
    /** Starts a toy called `id`. */
    begin: (id: string) => engine.start({ flow: 'toy', id, tenant: 't1', input: { name: id } }),
    send: (
      id: string,
      type: string,
      more: { eventId?: string; ifSeq?: number; caller?: 'visitor' | 'system' } & Record<string, unknown> = {},
    ) => {
      const { eventId = `e${++sent}`, ifSeq, caller = 'visitor', ...payload } = more
      return engine.send({ id, event: { type, ...payload }, eventId, caller, ...(ifSeq !== undefined && { ifSeq }) })
    },
    value: async (id: string) => (await engine.view(id, 'system'))?.value,
    context: async (id: string) => (await engine.replay(id))?.context,
    /** Waits until the actor is in `value`; fails with where it is instead. */
    async reaches(id: string, value: unknown) {
      for (let turn = 0; turn < 300; turn++) {
        const view = await engine.view(id, 'system')
        if (JSON.stringify(view?.value) === JSON.stringify(value)) return view
        await new Promise((done) => setImmediate(done))
      }
      throw new Error(
        `${id} did not reach ${JSON.stringify(value)}; it is in ${JSON.stringify((await engine.view(id, 'system'))?.value)}`,
      )
    },
    /** Lets everything that can happen now happen. */
    async settle() {
      for (let turn = 0; turn < 30; turn++) await new Promise((done) => setImmediate(done))
    },
    /** The stored row equals what its journal replays to. */
    async isReplayable(id: string) {
      const stored = await store.load(id)
      if (!stored) return false
      const { body, head, keyId } = stored
      await keys.load(keyId)
      const row = { ...JSON.parse(head), ...(keys.open(keyId, body) as object) } as Row
      const replayed = JSON.parse(JSON.stringify(await engine.replay(id)))
      return JSON.stringify(sorted(row)) === JSON.stringify(sorted(replayed))
    },
  }
}
export type World = ReturnType<typeof world>

const sorted = (part: unknown): unknown =>
  part && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(
        Object.entries(part)
          .filter(([, v]) => v !== undefined)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([k, v]) => [k, sorted(v)]),
      )
    : Array.isArray(part)
      ? part.map(sorted)
      : part
