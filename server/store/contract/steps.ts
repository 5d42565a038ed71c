/** What a store keeps of steps: whole or not at all, in one order, each once. */
import { expect, it } from 'vitest'
import type { Statement } from '../store.ts'
import type { Open } from './opened.ts'
import { birth, body, effect, move } from './made.ts'

export function stepContract(open: Open): void {
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

  it('keeps the rows it is told to keep, and finds the newest before a line', async () => {
    const { store } = await open()
    await store.commit(birth('a'))
    await store.commit({ ...move('a', 1, { head: '"second"' }), checkpoint: true })
    await store.commit(move('a', 2, { head: '"third"' }))
    expect(await store.checkpoint('a', 1)).toBeNull()
    expect(await store.checkpoint('a', 2)).toMatchObject({ seq: 2, head: '"second"' })
    expect(await store.checkpoint('a', 9)).toMatchObject({ seq: 2, head: '"second"' })
    expect(await store.checkpoint('b', 9)).toBeNull()
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
    const [first, second] = [await store.commit(move('a', 1, { writes })), await store.commit(move('a', 2, { writes }))]
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

  it('reads a journal in pieces', async () => {
    const { store } = await open()
    await store.commit(birth('a'))
    for (let seq = 1; seq < 6; seq++) await store.commit(move('a', seq))
    expect((await store.journal('a', 2, 3)).map(({ seq }) => seq)).toEqual([3, 4, 5])
  })
}
