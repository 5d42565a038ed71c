/** The map against random histories: it never says anything else than the engine's own rows and journal. */
import { describe, expect, it } from 'vitest'
import type { Change } from '../../engine/recorder.ts'
import { random } from '../../engine/proof/random.ts'
import { leavesIn } from '../../../machines/kit/state-value.ts'
import { events, type Mapped, mapped } from './testing/mapped.ts'

const plans = ['free', 'team', 'big'] as const
const homes = ['visitors', 'ten_1', 'ten_2'] as const

interface History {
  readonly server: Mapped
  readonly changes: readonly Change[]
  readonly erased: ReadonlySet<string>
}

/** `steps` of everything that can happen to a map. `each` looks at it in between. */
async function live(seed: number, steps: number, each: (history: History) => void): Promise<History> {
  const chance = random(seed)
  const changes: Change[] = []
  const server = await mapped((change) => (changes.push(change), []))
  for (const tenant of homes.slice(1)) await server.open(tenant)
  const history = { server, changes, erased: new Set<string>() }
  const ids: string[] = []
  const acts: Record<string, () => Promise<unknown>> = {
    async begin() {
      ids.push(`a${ids.length}`)
      await server.begin(ids.at(-1)!, chance.pick(homes))
    },
    send: async () =>
      server.send(chance.pick(ids), chance.chance(0.4) ? 'go' : chance.pick(events), { plan: chance.pick(plans) }),
    async answer() {
      const running = server.rows<{ id: string }>(`select id from actor where flow = 'errand' and status = 'active'`)
      if (running.length > 0) await server.send(chance.pick(running).id, 'errand.done')
    },
    pass: () => server.pass(Math.floor(90_000 * chance.next() ** 3)),
    plan: () => server.changePlan(chance.pick(homes.slice(1)), chance.pick(plans)),
    async erase() {
      const id = chance.pick(ids)
      history.erased.add(id)
      for (const { id: child } of server.rows<{ id: string }>(`select id from actor where key_id = '${id}'`))
        history.erased.add(child)
      await server.engine.erase(id)
    },
  }
  const often = ['begin', 'send', 'send', 'send', 'send', 'send', 'send', 'answer', 'pass', 'pass', 'plan']
  await acts['begin']!()
  for (let step = 0; step < steps; step++) {
    await acts[chance.chance(0.02) ? 'erase' : chance.pick(often)]!()
    await server.settle()
    each(history)
  }
  expect(server.incidents.filter(({ code }) => code !== 'row.unreadable')).toEqual([])
  return history
}

const live_ = `select flow, version, tier, state, n from flow_live where n <> 0 order by 1, 2, 3, 4`
const recount = `select flow, version, tier, state, count(*) as n from flow_place group by 1, 2, 3, 4 order by 1, 2, 3, 4`
const people = `
  select flow, version, tier, active, ended from flow_population where active <> 0 or ended <> 0 order by 1, 2, 3`
const census = `
  select flow, version, tier, count(*) - sum(ended) as active, sum(ended) as ended from flow_actor
  group by 1, 2, 3 order by 1, 2, 3`
const torn = `select * from flow_place p join flow_actor a on a.actor = p.actor where p.tier <> a.tier`

describe('the flow map, after any history', () => {
  it.each([1, 2, 3, 4])('has everybody where the engine has them, and counts them right (%i)', async (seed) => {
    const { server, erased } = await live(seed, 400, ({ server: s, erased: gone }) => {
      const mapped_ = s.rows<{ line: string }>(`select actor || ' ' || flow || ' ' || state as line from flow_place`)
      expect(mapped_.map(({ line }) => line).toSorted()).toEqual(s.places(gone))
      expect(s.rows(live_)).toEqual(s.rows(recount))
      expect(s.rows(people)).toEqual(s.rows(census))
      expect(s.rows(torn)).toEqual([])
    })
    const tenantsTiers = server.rows(
      `select distinct a.tier, t.plan from flow_actor a join tenant t on t.id = a.tenant where a.tier <> t.plan`,
    )
    expect(tenantsTiers).toEqual([])
    // the history was one: somebody ended, was stopped, was erased, and every plan was had
    expect(erased.size).toBeGreaterThan(0)
    const { flows, tiers } = await server.map.overview()
    expect(tiers).toEqual(['big', 'free', 'none', 'team'])
    expect(flows.map(({ flow }) => flow)).toEqual(['errand', 'onboarding'])
    for (const { ended } of flows) expect(ended).toBeGreaterThan(0)
  })

  it('counts every entry and exit, each transition once, and stays as long as they were', async () => {
    const { server, changes } = await live(9, 900, () => {})
    const { states, transitions } = (await server.map.counts({ flow: 'onboarding' }))!
    const told = toldBy(changes.filter(({ flow }) => flow === 'onboarding'))
    for (const { state, entered, left, medianStayMs } of states.filter(({ stillHere }) => stillHere !== null)) {
      expect([state, entered, left]).toEqual([state, told.entered.get(state) ?? 0, told.stays.get(state)?.length ?? 0])
      const real = medianOf(told.stays.get(state) ?? [])
      if (real === null || !Number.isInteger(real)) continue
      expect(Math.abs(medianStayMs! - real), state).toBeLessThanOrEqual(Math.max(1, real * 0.1))
    }
    for (const { transition, taken } of transitions)
      expect([transition, taken]).toEqual([transition, told.taken(transition)])
    // the parts of a whole
    for (const source of ['asking.name', 'asking.nudged', 'asking.choice', 'making.work.sent', 'passing', 'asking']) {
      const left = states.find(({ state }) => state === source)!.left
      const own = transitions.filter(({ transition }) => transition.startsWith(`${source}/`))
      const shares = own.reduce((sum, { share }) => sum + (share ?? 0), 0)
      expect(left, source).toBeGreaterThan(0)
      expect(shares, source).toBeGreaterThan(0)
      expect(shares, source).toBeLessThanOrEqual(1.000001)
    }
  })
})

describe('a step that is refused', () => {
  it('changes nothing on the map', async () => {
    const server = await mapped()
    await server.begin('a')
    await server.pass(1000)
    const tables = ['flow_actor', 'flow_place', 'flow_live', 'flow_population', 'flow_entry', 'flow_way', 'flow_move']
    const all = () => tables.map((table) => server.rows(`select * from ${table}`))
    const before = all()
    const never = [{ sql: `delete from tenant where id = 'nobody'`, parameters: [], code: 'no', rows: 1 }]
    const go = { id: 'a', event: { type: 'go' }, caller: 'visitor' } as const
    expect(await server.engine.send({ ...go, eventId: 'refused', writes: never })).toMatchObject({ status: 'conflict' })
    expect(all()).toEqual(before)
    expect(await server.engine.send({ ...go, eventId: 'taken' })).toMatchObject({ status: 'accepted' })
    expect(all()).not.toEqual(before)
  })

  it('is born once, however often it is started', async () => {
    const server = await mapped()
    for (let time = 0; time < 3; time++) await server.begin('a')
    expect((await server.map.overview()).flows).toMatchObject([{ active: 1, states: { 'asking.name': 1 } }])
  })
})

/** The same told by the changes, one by one. */
function toldBy(changes: readonly Change[]) {
  const entered = new Map<string, number>()
  const stays = new Map<string, number[]>()
  const taken = changes.flatMap((change) => change.taken.flatMap(({ transitions }) => transitions))
  const since = new Map<string, number>()
  for (const { actor, at, before, taken: steps, status } of changes) {
    let leaves = before === null ? [] : leavesIn(before)
    const nowhere = status === 'stopped' ? [[]] : []
    for (const next of [...steps.map(({ value }) => leavesIn(value)), ...nowhere]) {
      for (const leaf of leaves.filter((one) => !next.includes(one)))
        stays.set(leaf, [...(stays.get(leaf) ?? []), at - since.get(`${actor} ${leaf}`)!])
      for (const leaf of next.filter((one) => !leaves.includes(one))) {
        since.set(`${actor} ${leaf}`, at)
        entered.set(leaf, (entered.get(leaf) ?? 0) + 1)
      }
      leaves = next
    }
  }
  return { entered, stays, taken: (key: string) => taken.filter((one) => one === key).length }
}

/** Null for nobody; between the two middle ones of an even number, where the map need not be. */
function medianOf(stays: readonly number[]): number | null {
  if (stays.length === 0) return null
  const sorted = stays.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.ceil((sorted.length - 1) / 2)]!]
  return low === high ? low : Number.NaN
}
