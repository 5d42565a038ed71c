import { describe, expect, it } from 'vitest'
import type { Outline, OutlinedState, OutlinedTransition } from '../../../machines/kit/outline.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { tenants } from '../tenants/tenants.ts'
import { flowMap } from './flow-map.ts'
import type { Movement } from './recording.ts'

const HOUR = 3_600_000
const start = Date.UTC(2026, 10, 1)

describe('the counts', () => {
  it('say what happened on the days asked for, and who is still here', async () => {
    const { map, moves } = await open()
    await moves('a', [
      [0, null, 'form'],
      [2 * HOUR, 'form/sent/0', 'paid'],
    ])
    await moves('b', [
      [1 * HOUR, null, 'form'],
      [30 * HOUR, 'form/xstate.after.limit.shop.form/0', 'gone'],
    ])
    await moves('c', [[50 * HOUR, null, 'form']])
    const of = async (days: { from?: string; to?: string }) => {
      const { states, transitions } = (await map.counts({ flow: 'shop', ...days }))!
      const { here, entered, stillHere, left, dropOff, medianStayMs } = states.find(({ state }) => state === 'form')!
      return {
        here,
        entered,
        stillHere,
        left,
        dropOff,
        hours: hours(medianStayMs),
        shares: transitions.map(({ share }) => share),
      }
    }
    expect(await of({})).toEqual({
      here: 1,
      entered: 3,
      stillHere: 1,
      left: 2,
      dropOff: 0.5,
      hours: 2,
      shares: [0.5, 0.5],
    })
    expect(await of({ to: '2026-11-01' })).toEqual({
      here: 1,
      entered: 2,
      stillHere: 0,
      left: 1,
      dropOff: 0,
      hours: 2,
      shares: [1, 0],
    })
    // twenty-nine, within a tenth
    expect(await of({ from: '2026-11-02', to: '2026-11-02' })).toMatchObject({
      entered: 0,
      left: 1,
      dropOff: 1,
      hours: 28,
    })
    expect(await of({ from: '2026-11-03' })).toEqual({
      here: 1,
      entered: 1,
      stillHere: 1,
      left: 0,
      dropOff: null,
      hours: null,
      shares: [null, null],
    })
  })

  it('are of one version or tier, which make up the whole', async () => {
    const { map, moves } = await open()
    await moves('a', [[0, null, 'form']])
    await moves('b', [[0, null, 'form']], { tier: 'team' })
    await moves(
      'c',
      [
        [0, null, 'form'],
        [1, 'form/sent/0', 'paid'],
      ],
      { version: '2' },
    )
    const here = async (filter: object) => {
      const { states } = (await map.counts({ flow: 'shop', ...filter }))!
      return states.filter(({ state }) => state !== '').map(({ here: n }) => n)
    }
    expect(await here({})).toEqual([2, 1, 0])
    expect(await here({ tier: 'team' })).toEqual([1, 0, 0])
    expect(await here({ tier: 'none', version: '2' })).toEqual([0, 1, 0])
    expect(await here({ version: '3' })).toEqual([0, 0, 0])
    const names = async (filter: object) =>
      (await map.who({ flow: 'shop', state: 'form', most: 9, ...filter })).actors.map(({ actor }) => actor)
    expect([await names({}), await names({ tier: 'team' }), await names({ version: '2' })]).toEqual([
      ['a', 'b'],
      ['b'],
      [],
    ])
  })

  it('are nothing for a chart there is none of, and refuse what is no day', async () => {
    const { map } = await open()
    expect(await map.counts({ flow: 'nobody' })).toBeNull()
    expect(await map.oldest({ flow: 'nobody' })).toEqual([])
    expect(await map.who({ flow: 'nobody', state: 'form', most: 5 })).toEqual({ actors: [], next: null })
    expect((await map.counts({ flow: 'shop' }))!.states).toHaveLength(4)
    for (const from of ['yesterday', '2026-11-31', '2026-13-01', '26-11-01', '2026-11-01T00:00:00Z'])
      await expect(map.counts({ flow: 'shop', from }), from).rejects.toMatchObject({ code: 'date.invalid' })
  })
})

describe('who is there', () => {
  it('is listed longest first, a page at a time, each once', async () => {
    const { map, moves } = await open()
    const ids = Array.from({ length: 23 }, (_, n) => `a${String(n).padStart(2, '0')}`)
    // in fours at one moment
    for (const [n, id] of ids.entries()) await moves(id, [[Math.floor(n / 4), null, 'form']])
    const seen: string[] = []
    let after = null
    do {
      const page = await map.who({ flow: 'shop', state: 'form', after, most: 5 })
      seen.push(...page.actors.map(({ actor }) => actor))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(ids)
  })

  it('goes by how long they have been there, and the oldest of each state is known', async () => {
    const { map, moves } = await open()
    await moves('late', [[5, null, 'form']])
    await moves('early', [[1, null, 'form']])
    await moves('over', [
      [0, null, 'form'],
      [9, 'form/sent/0', 'paid'],
    ])
    expect(await map.oldest({ flow: 'shop' })).toEqual([
      { actor: 'early', tenant: 'visitors', since: start + 1, state: 'form' },
    ])
    const { actors } = await map.who({ flow: 'shop', state: 'paid', most: 5 })
    expect(actors).toEqual([{ actor: 'over', tenant: 'visitors', since: start + 9 }])
  })
})

describe('a tier', () => {
  it('is the plan of the tenant, and moves with it and with everything counted', async () => {
    const { map, moves, plan, live } = await open()
    await plan('ten_1', 'free')
    await moves('a', [[0, null, 'form']], { tenant: 'ten_1' })
    await moves(
      'b',
      [
        [0, null, 'form'],
        [1, 'form/sent/0', 'paid'],
      ],
      { tenant: 'ten_1' },
    )
    await moves('c', [[0, null, 'form']], { tenant: 'ten_2' })
    expect(live()).toEqual(['free form 1', 'free paid 1', 'none form 1'])
    await plan('ten_1', 'team')
    expect(live()).toEqual(['none form 1', 'team form 1', 'team paid 1'])
    await plan('ten_1', 'team')
    expect(live()).toEqual(['none form 1', 'team form 1', 'team paid 1'])
    expect((await map.overview()).tiers).toEqual(['free', 'none', 'team'])
    // what was done stays with the plan it was done with
    expect((await map.counts({ flow: 'shop', tier: 'free' }))!.transitions[0]).toMatchObject({ taken: 1 })
  })

  it('loses an actor that is forgotten, once', async () => {
    const { map, moves, live } = await open()
    await moves('a', [[0, null, 'form']])
    await moves('b', [
      [0, null, 'form'],
      [1, 'form/sent/0', 'paid'],
    ])
    for (let time = 0; time < 2; time++) await map.forget(['a', 'nobody'])
    expect(live()).toEqual(['none paid 1'])
    expect((await map.overview()).flows).toEqual([
      { flow: 'shop', version: '1', active: 0, ended: 1, states: { paid: 1 } },
    ])
  })
})

const hours = (ms: number | null) => (ms === null ? null : Math.round(ms / HOUR))

const state = (path: string, kind: OutlinedState['kind']) => ({ path, kind }) as OutlinedState
const transition = (key: string) => ({ key }) as OutlinedTransition
/** A form that is sent, or lapses. */
const shop = {
  id: 'shop',
  version: '1',
  states: [state('', 'compound'), state('form', 'atomic'), state('paid', 'final'), state('gone', 'final')],
  transitions: [transition('form/sent/0'), transition('form/xstate.after.limit.shop.form/0')],
} as unknown as Outline

type Step = readonly [ms: number, by: string | null, to: string]

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const map = flowMap({ connection, outlines: [shop] })
  const records = tenants({ connection, now: () => start })

  /** One actor's way: the first step is its birth. */
  async function moves(actor: string, steps: readonly Step[], more: Partial<Movement> = {}) {
    for (const [n, [ms, by, to]] of steps.entries()) {
      const from = steps[n - 1]?.[2]
      const exit = { transition: by ?? '', state: from ?? '', taken: true, left: true, since: 'stored' } as const
      const movement: Movement = {
        ...{ actor, tenant: 'visitors', flow: 'shop', version: '1', at: start + ms, ...more },
        ...{ born: n === 0, ended: to !== 'form', tier: n === 0 ? (more.tier ?? null) : null },
        ...{ exits: from ? [exit] : [], entered: [to], gone: from ? [from] : [], arrived: [to], again: [] },
      }
      expect(await connection.write(map.record(movement))).toEqual({ result: 'written' })
    }
  }

  async function plan(id: string, key: string) {
    const terms = { plan: key, planName: key, limits: {} as never, seats: 1, catalogueVersion: '1' }
    const owner = { userId: 'u', email: 'u@x.example', name: 'U', occupation: 'other' } as const
    await connection.write(records.create({ id, slug: id, name: id, ...terms }, owner))
    await connection.write(records.changePlan({ id, ...terms }))
  }
  const live = () =>
    db.prepare(`select tier || ' ' || state || ' ' || n from flow_live where n <> 0 order by 1`).pluck().all()
  return { map, moves, plan, live }
}
