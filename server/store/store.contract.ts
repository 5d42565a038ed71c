/** What every store must keep. Each backend calls this with its own way of opening one. */
import { describe, expect, it } from 'vitest'
import type { EffectRow, Statement, Step, Store } from './store.ts'

export interface Opened {
  readonly store: Store
  /** Runs plain SQL on the side, to make a domain table. */
  define(schema: string): Promise<void>
  count(table: string): Promise<number>
}

const body = Buffer.from('sealed')
const quiet = {
  start: [],
  cancel: [],
  schedule: [],
  unschedule: [],
  ended: false,
  sends: [],
  writes: [],
} satisfies Partial<Step>

const birth = (actor: string, more: Partial<Step> = {}): Step => ({
  actor,
  expected: 0,
  born: { tenant: 't1', flow: 'toy', version: '1', keyId: actor, parent: null },
  next: { status: 'active', head: '{"n":1}', body, line: { at: 10, type: 'xstate.init', eventId: null, body } },
  ...quiet,
  ...more,
})
const move = (
  actor: string,
  expected: number,
  more: Partial<Step> & { eventId?: string; head?: string } = {},
): Step => {
  const { eventId = null, head = `{"n":${expected + 1}}`, ...rest } = more
  return {
    actor,
    expected,
    next: { status: 'active', head, body, line: { at: 10 + expected, type: 'go', eventId, body } },
    ...quiet,
    ...rest,
  }
}
const effect = (actor: string, more: Partial<EffectRow> = {}): EffectRow => ({
  actor,
  id: 'job',
  gen: 1,
  src: 'job',
  identity: `job/${actor}`,
  input: body,
  dueAt: 100,
  attempt: 1,
  lease: null,
  awaited: true,
  ...more,
})

export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`the store on ${name}`, () => {
    it('gives back what was written', async () => {
      const { store } = await open()
      expect(await store.commit(birth('a'))).toEqual({ result: 'committed', sent: [] })
      expect(await store.load('a')).toMatchObject({
        id: 'a',
        tenant: 't1',
        flow: 'toy',
        seq: 1,
        at: 10,
        head: '{"n":1}',
        parked: null,
        parent: null,
      })
      expect(Buffer.from((await store.load('a'))!.body).toString()).toBe('sealed')
      expect(await store.load('nobody')).toBeNull()
    })

    it('lets the first of two writers win and tells the second', async () => {
      const { store } = await open()
      await store.commit(birth('a'))
      const [first, second] = await Promise.all([
        store.commit(move('a', 1, { head: '"first"' })),
        store.commit(move('a', 1, { head: '"second"' })),
      ])
      expect([first.result, second.result]).toEqual(['committed', 'conflict'])
      expect(await store.load('a')).toMatchObject({ seq: 2, head: '"first"' })
      expect(await store.journal('a', 0, 10)).toHaveLength(2)
    })

    it('makes an actor once', async () => {
      const { store } = await open()
      const born = await Promise.all([store.commit(birth('a')), store.commit(birth('a'))])
      expect(born.map(({ result }) => result)).toEqual(['committed', 'conflict'])
    })

    it('knows an event id again, and which line it was', async () => {
      const { store } = await open()
      await store.commit(birth('a'))
      await store.commit(move('a', 1, { eventId: 'e1' }))
      expect(await store.commit(move('a', 2, { eventId: 'e1' }))).toEqual({ result: 'duplicate', seq: 2 })
      expect(await store.lineOf('a', 'e1')).toBe(2)
      expect(await store.lineOf('a', 'e2')).toBeNull()
      await store.commit(birth('b'))
      expect((await store.commit(move('b', 1, { eventId: 'e1' }))).result).toBe('committed')
    })

    it('writes a step whole or not at all', async () => {
      const { store, define, count } = await open()
      await define('create table once (name text primary key)')
      await store.commit(birth('a'))
      const writes: Statement[] = [{ sql: "insert into once (name) values ('x')", parameters: [], code: 'once.taken' }]
      expect((await store.commit(move('a', 1, { writes }))).result).toBe('committed')
      const twice = move('a', 2, {
        writes,
        start: [effect('a')],
        schedule: [{ id: 't', dueAt: 5, body }],
        sends: [{ to: 'b', kind: 'event', keyId: 'a', body }],
      })
      expect(await store.commit(twice)).toEqual({ result: 'refused', code: 'once.taken' })
      expect(await store.load('a')).toMatchObject({ seq: 2 })
      expect(await store.waiting('a')).toEqual({ effects: [], timers: [] })
      expect(await store.inbox(0, 10)).toEqual([])
      expect(await count('once')).toBe(1)
    })

    it('refuses a statement that changes another number of rows than it must', async () => {
      const { store, define } = await open()
      await define('create table token (id text primary key, used integer)')
      await define("insert into token (id, used) values ('k', 0)")
      await store.commit(birth('a'))
      const writes: Statement[] = [
        { sql: 'update token set used = 1 where used = 0', parameters: [], rows: 1, code: 'token.used' },
      ]
      const [first, second] = [
        await store.commit(move('a', 1, { writes })),
        await store.commit(move('a', 2, { writes })),
      ]
      expect([first.result, second]).toEqual(['committed', { result: 'refused', code: 'token.used' }])
    })

    it('one bad step does not spoil those that share its transaction', async () => {
      const { store } = await open()
      await Promise.all(['a', 'b', 'c'].map((id) => store.commit(birth(id))))
      const bad: Statement[] = [{ sql: 'insert into nowhere values (1)', parameters: [], code: 'x' }]
      const done = await Promise.allSettled([
        store.commit(move('a', 1)),
        store.commit(move('b', 1, { writes: bad })),
        store.commit(move('c', 1)),
      ])
      expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await store.load('b')).toMatchObject({ seq: 1 })
      expect(await store.load('c')).toMatchObject({ seq: 2 })
    })

    it('takes what a step delivers exactly once', async () => {
      const { store } = await open()
      await store.commit(birth('a', { schedule: [{ id: 't', dueAt: 5, body }] }))
      const took = { timer: { id: 't', dueAt: 5 } }
      expect((await store.commit(move('a', 1, { took }))).result).toBe('committed')
      expect((await store.commit(move('a', 2, { took }))).result).toBe('stale')
      expect(await store.load('a')).toMatchObject({ seq: 2 })
    })

    it('does not take a timer that was set anew for another time', async () => {
      const { store } = await open()
      await store.commit(birth('a', { schedule: [{ id: 't', dueAt: 5, body }] }))
      await store.commit(move('a', 1, { schedule: [{ id: 't', dueAt: 50, body }] }))
      expect((await store.commit(move('a', 2, { took: { timer: { id: 't', dueAt: 5 } } }))).result).toBe('stale')
      expect(await store.nextTimerAt()).toBe(50)
    })

    it('gives due timers in due order, and knows the next', async () => {
      const { store } = await open()
      await store.commit(
        birth('a', {
          schedule: [
            { id: 'late', dueAt: 30, body },
            { id: 'soon', dueAt: 10, body },
          ],
        }),
      )
      await store.commit(birth('b', { schedule: [{ id: 'mid', dueAt: 20, body }] }))
      expect((await store.dueTimers(25, 10)).map(({ id }) => id)).toEqual(['soon', 'mid'])
      expect(await store.nextTimerAt()).toBe(10)
    })

    it('gives an effect to one worker, and to another only when its lease has lapsed', async () => {
      const { store } = await open()
      await store.commit(birth('a', { start: [effect('a')] }))
      expect(await store.claim('w1', 99, 1000, 10)).toEqual([])
      expect(await store.claim('w1', 100, 1000, 10)).toMatchObject([
        { actor: 'a', lease: { worker: 'w1', until: 1100, fence: 1 } },
      ])
      expect(await store.claim('w2', 1099, 1000, 10)).toEqual([])
      expect(await store.claim('w2', 1100, 1000, 10)).toMatchObject([{ lease: { worker: 'w2', fence: 2 } }])
    })

    it('refuses the report, the renewal and the return of a worker that lost its lease', async () => {
      const { store } = await open()
      await store.commit(birth('a', { start: [effect('a')] }))
      await store.claim('w1', 100, 10, 1)
      await store.claim('w2', 200, 1000, 1)
      const lost = { actor: 'a', id: 'job', gen: 1, fence: 1 }
      expect((await store.commit(move('a', 1, { took: { effect: lost } }))).result).toBe('stale')
      expect(await store.renew('w1', [lost], 5000)).toMatchObject([{ actor: 'a' }])
      expect(await store.putBack(lost, 2, 300)).toBe(false)
      expect((await store.commit(move('a', 1, { took: { effect: { ...lost, fence: 2 } } }))).result).toBe('committed')
    })

    it('keeps an effect that was put back until it is due', async () => {
      const { store } = await open()
      await store.commit(birth('a', { start: [effect('a', { lease: { worker: 'w', until: 500, fence: 1 } })] }))
      expect(await store.putBack({ actor: 'a', id: 'job', gen: 1, fence: 1 }, 2, 900)).toBe(true)
      expect(await store.nextEffectAt()).toBe(900)
      expect(await store.claim('w', 899, 10, 1)).toEqual([])
      expect(await store.claim('w', 900, 10, 1)).toMatchObject([{ attempt: 2 }])
    })

    it('forgets what an actor waited for when it ends, but not what nobody waits for', async () => {
      const { store } = await open()
      const start = [effect('a'), effect('a', { id: 'told', awaited: false })]
      await store.commit(birth('a', { start, schedule: [{ id: 't', dueAt: 5, body }] }))
      await store.commit(move('a', 1, { ended: true }))
      const { effects, timers } = await store.waiting('a')
      expect([effects.map(({ id }) => id), timers]).toEqual([['told'], []])
    })

    it('delivers mail in the order it was sent', async () => {
      const { store } = await open()
      const mail = (n: number) => ({ to: 'b', kind: 'event' as const, keyId: 'a', body: Buffer.from(String(n)) })
      const outcome = await store.commit(birth('a', { sends: [mail(1), mail(2)] }))
      await store.commit(move('a', 1, { sends: [mail(3)] }))
      const inbox = await store.inbox(0, 10)
      expect(inbox.map((row) => Buffer.from(row.body).toString())).toEqual(['1', '2', '3'])
      expect(outcome).toEqual({ result: 'committed', sent: inbox.slice(0, 2).map(({ id }) => id) })
      expect(await store.inbox(inbox[0]!.id, 10)).toHaveLength(2)
      await store.discard(inbox[0]!.id)
      expect(await store.inbox(0, 10)).toHaveLength(2)
    })

    it('leaves a parked actor alone until it is released, and loses nothing of it', async () => {
      const { store } = await open()
      await store.commit(
        birth('a', {
          start: [effect('a')],
          schedule: [{ id: 't', dueAt: 5, body }],
          sends: [{ to: 'a', kind: 'event', keyId: 'a', body }],
        }),
      )
      await store.park({ actor: 'a', at: 1, code: 'chart.threw', message: 'why', eventType: 'go' })
      expect((await store.commit(move('a', 1))).result).toBe('conflict')
      const seen = async () =>
        [await store.claim('w', 1000, 1, 10), await store.dueTimers(1000, 10), await store.inbox(0, 10)].map(
          (rows) => rows.length,
        )
      expect(await seen()).toEqual([0, 0, 0])
      expect([await store.nextEffectAt(), await store.nextTimerAt()]).toEqual([null, null])
      expect(await store.release('a')).toBe(true)
      expect(await store.release('a')).toBe(false)
      expect(await seen()).toEqual([1, 1, 1])
      expect(await store.incidents(10)).toMatchObject([{ actor: 'a', code: 'chart.threw', eventType: 'go' }])
    })

    it('reads a journal in pieces', async () => {
      const { store } = await open()
      await store.commit(birth('a'))
      for (let seq = 1; seq < 6; seq++) await store.commit(move('a', seq))
      expect((await store.journal('a', 2, 3)).map(({ seq }) => seq)).toEqual([3, 4, 5])
    })
  })
}
