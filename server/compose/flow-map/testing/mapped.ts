/** An engine whose charts are on a flow map, with tenants whose plan can change; everything in memory. */
import { assign, setup } from 'xstate'
import type { Flow } from '../../../../machines/kit/flow.ts'
import { outline } from '../../../../machines/kit/outline.ts'
import type { FlowDefinition } from '../../../engine/definition.ts'
import type { Recorder } from '../../../engine/recorder.ts'
import { world } from '../../../engine/testing/world.ts'
import { defineTables } from '../../../records/define.ts'
import { flowMap } from '../../../records/flow-map/flow-map.ts'
import { tenants } from '../../../records/tenants/tenants.ts'
import { groupCommit } from '../../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../../store/sqlite/open.ts'
import { sqliteConnection } from '../../../store/sqlite/sqlite-connection.ts'
import { leavesIn } from '../../../../machines/kit/state-value.ts'
import { flowMapRecorder } from '../recorder.ts'

const errand = setup({}).createMachine({
  id: 'errand',
  version: '1',
  initial: 'running',
  states: { running: { on: { 'errand.done': 'over' } }, over: { type: 'final' } },
})

/** Named as the sign-up is, so that the plan in its context counts. Regions, a child, timers, and ways through at once. */
const trip = setup({
  types: { context: {} as { plan: string | null }, events: {} as { type: string; plan?: string } },
  actors: { errand },
  actions: { keepPlan: assign({ plan: ({ event }) => event.plan ?? null }) },
  delays: { patience: 60_000, limit: 240_000 },
}).createMachine({
  id: 'onboarding',
  version: '1',
  context: { plan: null },
  initial: 'asking',
  states: {
    asking: {
      initial: 'name',
      after: { limit: 'gone' },
      on: { noted: { actions: 'keepPlan' } },
      states: {
        name: { on: { go: 'choice', again: { target: 'name', reenter: true } }, after: { patience: 'nudged' } },
        nudged: { on: { go: 'choice', again: 'name' } },
        choice: { on: { go: { target: '#onboarding.making', actions: 'keepPlan' }, back: 'name' } },
      },
    },
    making: {
      type: 'parallel',
      states: {
        work: {
          initial: 'queued',
          states: {
            queued: { on: { go: 'sent' } },
            sent: { invoke: { id: 'errand', src: 'errand', onDone: '#onboarding.passing' }, on: { back: 'queued' } },
          },
        },
        mood: {
          initial: 'calm',
          states: {
            calm: { after: { patience: 'cross' }, on: { back: 'cross' } },
            cross: { on: { back: 'calm', stop: '#onboarding.gone' } },
          },
        },
      },
    },
    passing: { always: 'done' },
    done: { type: 'final' },
    gone: { type: 'final' },
  },
})

export const events = ['go', 'back', 'again', 'noted', 'stop', 'errand.done'] as const
const schema = (type: string) => ({
  safeParse: (input: unknown) =>
    (input as { type: string }).type === type
      ? { success: true as const, data: input }
      : { success: false as const, error: { issues: [] } },
})
const flowOf = (machine: unknown) =>
  ({
    machine,
    start: null,
    events: Object.fromEntries(events.map((type) => [type, schema(type)])),
    policy: Object.fromEntries(events.map((type) => [type, ['visitor']])),
    view: () => ({}),
  }) as unknown as FlowDefinition
const flows = [flowOf(errand), flowOf(trip)]

const plan = { planName: 'Plan', limits: {} as never, seats: 2, catalogueVersion: '1' }

export async function mapped(...more: readonly Recorder[]) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const map = flowMap({ connection, outlines: flows.map((flow) => outline(flow as unknown as Flow)) })
  const w = world({ flows, performers: {}, recorders: [flowMapRecorder(map), ...more], erased: map.forget }, db)
  const records = tenants({ connection, now: w.clock.now })
  await w.engine.run()
  const rows = <Row>(sql: string) => db.prepare(sql).all() as Row[]

  return {
    ...w,
    connection,
    map,
    rows,
    begin: (id: string, tenant = 'visitors') => w.engine.start({ flow: 'onboarding', id, tenant, input: {} }),
    settle: async () => {
      for (let turn = 0; turn < 8; turn++) await new Promise((done) => setImmediate(done))
    },
    /** Lets time pass, and timers run out. */
    async pass(ms: number) {
      w.clock.advance(ms)
      for (let turn = 0; turn < 8; turn++) await new Promise((done) => setImmediate(done))
    },
    async open(tenant: string) {
      const owner = {
        userId: `usr_${tenant}`,
        email: `${tenant}@x.example`,
        name: 'Mara',
        occupation: 'designer',
      } as const
      await connection.write(records.create({ id: tenant, slug: tenant, name: tenant, plan: 'free', ...plan }, owner))
    },
    changePlan: (id: string, to: string) => connection.write(records.changePlan({ id, plan: to, ...plan })),
    /** Where everybody is by the engine's own rows, sorted: what the map must say. */
    places: (erased: ReadonlySet<string>) =>
      rows<{ id: string; flow: string; head: string; status: string }>('select id, flow, head, status from actor')
        .filter(({ id, status }) => !erased.has(id) && status !== 'stopped')
        .flatMap(({ id, flow, head }) => leavesIn(JSON.parse(head).value).map((leaf) => `${id} ${flow} ${leaf}`))
        .toSorted(),
  }
}
export type Mapped = Awaited<ReturnType<typeof mapped>>
