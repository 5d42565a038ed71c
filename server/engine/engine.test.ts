import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../store/sqlite/open.ts'
import { giveUp, EffectError } from './perform.ts'
import type { Change, Recorder } from './recorder.ts'
import type { ToyContext } from './testing/toy.ts'
import { type World, world } from './testing/world.ts'

let w: World
const open = async (...args: Parameters<typeof world>) => {
  w = world(...args)
  await w.engine.run()
  await w.begin('a')
  return w
}
afterEach(() => w.engine.stop())

describe('an event', () => {
  it('moves the actor, raises its sequence number by one and is in the journal', async () => {
    await open()
    expect(await w.send('a', 'go')).toEqual({ status: 'accepted', seq: 2 })
    const journal = await w.engine.journal('a')
    expect(journal.slice(0, 2).map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'xstate.init'],
      [2, 'go'],
    ])
  })

  it('is applied once however often it is sent, and every sender hears the first outcome', async () => {
    await open()
    w.jobsDo(() => new Promise(() => {}))
    const answers = await Promise.all([1, 2, 3].map(() => w.send('a', 'go', { eventId: 'same' })))
    for (const answer of answers) expect(answer).toEqual({ status: 'accepted', seq: 2 })
    expect(await w.send('a', 'go', { eventId: 'same' })).toEqual({ status: 'accepted', seq: 2 })
    expect(await w.engine.journal('a')).toHaveLength(2)
  })

  it('that does nothing says why: no transition, or which guard', async () => {
    await open()
    expect(await w.send('a', 'leave')).toEqual({ status: 'ignored', reason: 'no transition here' })
    expect(await w.send('a', 'gated')).toEqual({ status: 'ignored', reason: 'guard isOpen said no' })
    expect(await w.engine.journal('a')).toHaveLength(1)
  })

  it('is refused when it is reserved, unknown, malformed or not this caller’s', async () => {
    await open()
    for (const event of [{ type: 'xstate.done.actor.job' }, { type: 'toString' }, {}, null, 'go', { type: 7 }])
      expect(await w.engine.send({ id: 'a', event, eventId: 'x', caller: 'visitor' })).toMatchObject({
        status: 'invalid',
      })
    expect(await w.send('a', 'ours')).toMatchObject({ status: 'forbidden' })
    expect(await w.send('nobody', 'go')).toEqual({ status: 'absent' })
    expect(await w.engine.journal('a')).toHaveLength(1)
  })

  it('with `ifSeq` is a conflict when somebody else came first', async () => {
    await open()
    w.jobsDo(() => new Promise(() => {}))
    const [first, second] = await Promise.all([w.send('a', 'go', { ifSeq: 1 }), w.send('a', 'leave', { ifSeq: 1 })])
    expect(first).toEqual({ status: 'accepted', seq: 2 })
    expect(second).toEqual({ status: 'conflict', reason: 'moved' })
  })

  it('of a hundred senders at once keeps one order', async () => {
    await open()
    await w.send('a', 'count')
    await w.reaches('a', 'counting')
    await Promise.all(Array.from({ length: 100 }, () => w.send('a', 'pass')))
    const seqs = (await w.engine.journal('a')).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
    expect(await w.isReplayable('a')).toBe(true)
  })
})

describe('an effect', () => {
  it('runs after the commit, under its identity, and its result moves the actor', async () => {
    await open()
    await w.send('a', 'go')
    await w.reaches('a', 'done')
    expect(w.jobs.map(({ identity, attempt, input }) => ({ identity, attempt, input }))).toEqual([
      { identity: 'job/a/1', attempt: 1, input: { name: 'a', n: 1 } },
    ])
    expect(await w.context('a')).toMatchObject({ made: ['job/a/1'] })
  })

  it('is tried again with a growing wait, and its failure is the chart’s in the end', async () => {
    await open()
    w.jobsDo(() => Promise.reject(new EffectError('away', 'nobody answers')))
    await w.send('a', 'go')
    await w.settle()
    expect((await w.engine.view('a', 'visitor'))?.effects).toMatchObject([
      { status: 'waiting', attempt: 2, nextAt: w.clock.now() + 100 },
    ])
    w.clock.advance(100)
    await w.settle()
    expect(w.jobs.map(({ attempt }) => attempt)).toEqual([1, 2])
    w.clock.advance(200)
    await w.reaches('a', 'failed')
    expect(w.jobs.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    expect(await w.context('a')).toMatchObject({ failure: 'away' })
  })

  it('that gives up is not tried again', async () => {
    await open()
    w.jobsDo(() => Promise.reject(giveUp('full', 'no room')))
    await w.send('a', 'go')
    await w.reaches('a', 'failed')
    expect(w.jobs).toHaveLength(1)
  })

  it('is called off when its state is left, and its late result is refused', async () => {
    await open()
    let finish: () => void = () => {}
    w.jobsDo(({ identity }) => new Promise((done) => (finish = () => done({ output: { made: identity } }))))
    await w.send('a', 'go')
    await w.settle()
    const late = finish
    await w.send('a', 'leave')
    await w.settle()
    expect(w.jobs[0]!.signal.aborted).toBe(true)
    await w.send('a', 'go')
    await w.settle()
    late()
    await w.settle()
    expect(await w.value('a')).toBe('busy')
    finish()
    await w.reaches('a', 'done')
    expect(await w.context('a')).toMatchObject({ made: ['job/a/2'] })
  })

  it('cannot be reported by a worker whose lease is another’s by now', async () => {
    await open()
    let finish: () => void = () => {}
    w.jobsDo(() => new Promise((done) => (finish = () => done({ output: { made: 'by the first' } }))))
    await w.send('a', 'go')
    await w.settle()
    const [taken] = await w.store.claim('another', w.clock.now() + 60_000, 1000, 10)
    expect(taken).toMatchObject({ actor: 'a', lease: { worker: 'another', fence: 2 } })
    finish()
    await w.settle()
    expect(await w.value('a')).toBe('busy')
  })

  it('commits its writes with its result, or hears the code of what did not hold', async () => {
    await open()
    w.db.exec('create table made (name text primary key) strict')
    const writes = [{ sql: 'insert into made (name) values (?)', parameters: ['only'], code: 'made.taken' }]
    w.jobsDo(async () => ({ output: { made: 'only' }, writes }))
    await w.begin('b')
    await w.send('a', 'go')
    await w.reaches('a', 'done')
    await w.send('b', 'go')
    await w.reaches('b', 'failed')
    expect(await w.context('b')).toMatchObject({ failure: 'made.taken', made: [] })
  })

  it('that fails where no transition takes it parks the actor, and a redrive runs it again', async () => {
    await open()
    w.jobsDo(() => Promise.reject(giveUp('full', 'no room')))
    await w.send('a', 'unguarded')
    await w.settle()
    expect(w.incidents).toMatchObject([{ actor: 'a', code: 'chart.threw' }])
    expect(await w.send('a', 'go')).toEqual({ status: 'conflict', reason: 'parked' })
    w.jobsDo(async () => ({ output: { made: 'now' } }))
    expect(await w.engine.redrive('a')).toBe(true)
    await w.reaches('a', 'done')
  })
})

describe('a timer', () => {
  it('fires once, when it is due', async () => {
    await open()
    w.clock.advance(9999)
    await w.settle()
    expect(await w.value('a')).toBe('idle')
    w.clock.advance(1)
    await w.reaches('a', 'expired')
  })

  it('is gone when its state is left', async () => {
    await open()
    w.jobsDo(() => new Promise(() => {}))
    await w.send('a', 'go')
    expect((await w.engine.view('a', 'visitor'))?.timers).toEqual([])
    w.clock.advance(60_000)
    await w.settle()
    expect(await w.value('a')).toBe('busy')
  })

  it('is shown to watchers by its delay’s name', async () => {
    await open()
    expect((await w.engine.view('a', 'visitor'))?.timers).toEqual([{ id: 'patience', dueAt: w.clock.now() + 10_000 }])
  })
})

describe('a child chart', () => {
  it('is an actor of its own that hears its parent, tells it, and answers', async () => {
    await open()
    await w.send('a', 'count')
    for (const heard of [1, 2, 3]) {
      await w.send('a', 'pass')
      await w.settle()
      expect(await w.context('a')).toMatchObject({ heard })
    }
    await w.reaches('a', 'done')
    expect(await w.value('a/counter#1')).toBe('enough')
    expect(await w.isReplayable('a/counter#1')).toBe(true)
  })

  it('is stopped with its state; a new one is another generation', async () => {
    await open()
    await w.send('a', 'count')
    await w.send('a', 'leave')
    await w.settle()
    expect((await w.engine.view('a/counter#1', 'system'))?.status).toBe('stopped')
    await w.send('a', 'count')
    await w.send('a', 'pass')
    await w.settle()
    expect((await w.engine.view('a/counter#2', 'system'))?.status).toBe('active')
    expect(await w.context('a')).toMatchObject({ heard: 1 })
  })
})

describe('a failure inside', () => {
  it('parks the actor when a guard throws: visible, nothing written, and it can go on', async () => {
    await open()
    expect(await w.send('a', 'broken')).toEqual({ status: 'conflict', reason: 'parked' })
    expect(w.incidents).toMatchObject([{ actor: 'a', code: 'chart.threw', eventType: 'broken' }])
    expect((await w.engine.view('a', 'visitor'))?.problem).toEqual({ code: 'chart.threw' })
    await w.engine.redrive('a')
    expect(await w.send('a', 'go')).toEqual({ status: 'accepted', seq: 2 })
  })

  it('keeps a parked actor’s timers until it goes on', async () => {
    await open()
    await w.send('a', 'broken')
    w.clock.advance(20_000)
    await w.settle()
    await w.engine.redrive('a')
    await w.reaches('a', 'expired')
  })
})

describe('a journal', () => {
  it('replays to exactly the stored row, and to any moment before', async () => {
    await open()
    await w.send('a', 'go')
    await w.reaches('a', 'done')
    expect(await w.isReplayable('a')).toBe(true)
    expect((await w.engine.replay('a', 1))?.value).toBe('idle')
    expect((await w.engine.replay('a', 2))?.value).toBe('busy')
  })

  it('and the row hold nothing readable of a context or a payload', async () => {
    await open()
    await w.engine.start({ flow: 'toy', id: 'b', tenant: 't1', input: { name: 'CANARY-in-context' } })
    await w.send('b', 'go')
    await w.reaches('b', 'done')
    const everything = ['actor', 'journal', 'effect', 'timer', 'inbox'].flatMap((table) =>
      w.db.prepare(`select * from ${table}`).all(),
    )
    const bytes = everything
      .flatMap((row) => Object.values(row as object))
      .map((v) => (Buffer.isBuffer(v) ? v.toString('latin1') : String(v)))
    expect(bytes.some((text) => text.includes('CANARY'))).toBe(false)
    expect(bytes.length).toBeGreaterThan(20)
  })

  it('cannot be opened once its key is destroyed', async () => {
    await open()
    expect(await w.sealer.destroy('a')).toBe(true)
    await expect(w.engine.replay('a')).rejects.toThrow('destroyed')
  })

  it('is erased as a whole: absent to everybody, its work and timers gone, and nobody parks it', async () => {
    await open()
    w.jobsDo(async () => {
      await w.engine.erase('a')
      return { output: { made: 'nothing' } }
    })
    await w.send('a', 'go')
    await w.settle()
    await w.engine.erase('a')
    expect(await w.engine.view('a', 'visitor')).toBeNull()
    expect(await w.engine.whose('a')).toBeNull()
    expect(['effect', 'timer', 'inbox'].flatMap((table) => w.db.prepare(`select * from ${table}`).all())).toEqual([])
    expect([w.incidents, w.errors]).toEqual([[], []])
  })
})

describe('a watch', () => {
  it('hears every actor it asked for, and after a break only what it missed', async () => {
    await open()
    w.jobsDo(() => new Promise(() => {}))
    await w.begin('b')
    const stop = new AbortController()
    const seen: string[] = []
    const watching = (async () => {
      for await (const { view } of w.engine.watch(['a', 'b'], { a: 1 }, 'visitor', stop.signal))
        seen.push(`${view.id}${view.seq}`)
    })()
    await w.settle()
    expect(seen).toEqual(['b1'])
    await w.send('a', 'go')
    await w.settle()
    expect(seen).toEqual(['b1', 'a2'])
    stop.abort()
    await watching
    expect(w.engine.hub.size).toBe(0)
  })
})

describe('a secret', () => {
  it('is exchanged before the chart sees it, its writes are part of the commit', async () => {
    const seen: string[] = []
    await open({
      secrets: {
        fields: () => ({ code: 'code' }),
        exchange: async ({ value }) => {
          seen.push(value)
          return { verdict: value === '1' ? 'secret.accepted' : 'secret.rejected', writes: [] }
        },
      },
    })
    await w.send('a', 'secret.typed', { code: 'CANARY' })
    expect(seen).toEqual(['CANARY'])
    expect(await w.value('a')).toBe('failed')
    expect(JSON.stringify(await w.engine.journal('a'))).not.toContain('CANARY')
  })

  it('is not exchanged for an event that would do nothing', async () => {
    let exchanged = 0
    await open({
      secrets: {
        fields: () => ({ code: 'code' }),
        exchange: async () => ({ verdict: 'x', writes: [(exchanged++, { sql: '', parameters: [], code: '' })] }),
      },
    })
    w.jobsDo(() => new Promise(() => {}))
    await w.send('a', 'go')
    expect(await w.send('a', 'secret.typed', { code: '1' })).toMatchObject({ status: 'ignored' })
    expect(exchanged).toBe(0)
  })
})

describe('a recorder', () => {
  const note = (said: unknown) => [
    { sql: 'insert into seen (line) values (?)', parameters: [JSON.stringify(said)], code: 'seen' },
  ]
  /** A table of its own, which the recorders write every change to. */
  async function recorded(...more: readonly Recorder[]) {
    const db = openDatabase(':memory:')
    db.exec('create table seen (line text)')
    const lines = () => db.prepare('select line from seen order by rowid').pluck().all() as string[]
    w = world(
      {
        recorders: [
          ({ actor, seq, eventType, before, after, by }) => note([actor, seq, eventType, before, after, by ?? null]),
          ...more,
        ],
      },
      db,
    )
    await w.engine.run()
    return { db, lines }
  }

  it('hears of each change in the commit that makes it: who, from where to where', async () => {
    const { lines } = await recorded()
    await w.engine.start({ flow: 'toy', id: 'a', tenant: 't1', input: { name: 'a' }, by: 'mara' })
    w.jobsDo(() => new Promise(() => {}))
    await w.engine.send({ id: 'a', event: { type: 'go' }, eventId: 'e', caller: 'visitor', by: 'ana' })
    expect(lines().map((line) => JSON.parse(line) as unknown)).toEqual([
      ['a', 1, 'xstate.init', null, 'idle', 'mara'],
      ['a', 2, 'go', 'idle', 'busy', 'ana'],
    ])
  })

  it('hears what was taken, what the actor knew before and after, and when it ended', async () => {
    const changes: Change[] = []
    await recorded((change) => {
      changes.push(change)
      return note('twice')
    })
    await w.begin('a')
    w.jobsDo(async () => ({ output: { made: 'it' } }))
    await w.send('a', 'go')
    await w.settle()
    expect(changes.map(({ taken, status }) => [taken.flatMap(({ transitions }) => transitions), status])).toEqual([
      [[], 'active'],
      [['idle/go/0'], 'active'],
      [['busy/xstate.done.actor.job/0'], 'done'],
    ])
    const known = changes.map(({ context }) => context as { before: ToyContext | null; after: ToyContext })
    expect(known.map(({ before, after }) => [before?.made, after.made])).toEqual([
      [undefined, []],
      [[], []],
      [[], ['it']],
    ])
    expect(changes[0]).toMatchObject({ flow: 'toy', version: '1', taken: [{ event: 'xstate.init', value: 'idle' }] })
  })

  it('hears that a child was stopped when its parent left the state that held it', async () => {
    const ends: unknown[] = []
    await recorded(({ flow, status, taken, before, after }) => {
      if (status !== 'active') ends.push([flow, status, taken, before, after])
      return []
    })
    await w.begin('a')
    await w.send('a', 'count')
    await w.settle()
    await w.send('a', 'leave')
    await w.settle()
    expect(ends).toEqual([['counter', 'stopped', [], 'counting', 'counting']])
  })

  it('is told who was erased, again when the first time failed', async () => {
    const told: (readonly string[])[] = []
    w = world({
      async erased(actors) {
        if (told.push(actors) === 1) throw new Error('the disk is full')
      },
    })
    await w.engine.run()
    await w.begin('a')
    await expect(w.engine.erase('a')).rejects.toThrow('the disk is full')
    await w.engine.erase('a')
    expect(told).toEqual([['a'], ['a']])
  })

  it('hears nothing of what was ignored, refused, repeated, or undone with its commit', async () => {
    const { db, lines } = await recorded()
    await w.begin('a')
    w.jobsDo(() => new Promise(() => {}))
    await w.send('a', 'leave')
    await w.send('a', 'ours')
    // a statement that does not hold
    const never = [{ sql: 'update seen set line = line where line = ?', parameters: ['nothing'], code: 'no', rows: 1 }]
    await w.engine.send({ id: 'a', event: { type: 'go' }, eventId: 'undone', caller: 'visitor', writes: never })
    expect(lines()).toHaveLength(1)
    for (const eventId of ['once', 'once']) await w.send('a', 'go', { eventId })
    expect(lines()).toHaveLength(2)
    expect(db.prepare('select count(*) from journal').pluck().get()).toBe(2)
  })
})
