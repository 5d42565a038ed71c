import { describe, expect, it } from 'vitest'
import { createActor, setup, waitFor } from 'xstate'
import type { Connection } from './connection.ts'
import { arrived, remote } from './remote.ts'
import type { View } from './wire.ts'

const machine = setup({
  types: { context: {} as { n: number; list: string[] }, events: {} as { type: 'go' } | { type: 'stop' } },
}).createMachine({
  id: 'chart',
  version: '1',
  context: { n: 0, list: [] },
  initial: 'one',
  states: { one: { tags: 'waiting', meta: { screen: 'One' }, on: { go: 'two' } }, two: { type: 'final' } },
})

const view = (seq: number, more: Partial<View> = {}): View => ({
  id: 'a',
  machine: { id: 'chart', version: '1' },
  seq,
  at: 1000 + seq,
  now: 2000 + seq,
  value: 'one',
  status: 'active',
  tags: ['waiting'],
  context: { n: seq, list: ['x'] },
  enabled: ['go'],
  timers: [],
  effects: [],
  children: [],
  problem: null,
  ...more,
})

/** A server that keeps what was sent and says what it is told to say. */
function server(answers: (event: { type: string }) => Promise<View> = async () => view(1)) {
  const sent: { event: { type: string }; eventId: string }[] = []
  const watching = new Set<(view: View) => void>()
  let opened = 0
  const connection: Connection = {
    async send(event, eventId) {
      sent.push({ event, eventId })
      const seen = await answers(event)
      return { outcome: { status: 'accepted', seq: seen.seq }, view: seen }
    },
    watch(onView) {
      opened++
      watching.add(onView)
      return () => watching.delete(onView)
    },
  }
  return {
    connection,
    sent,
    watching,
    opened: () => opened,
    tell: (seen: View) => watching.forEach((heard) => heard(seen)),
  }
}
const start = (world = server(), first = view(1)) => {
  const actor = createActor(remote(machine, world.connection, first))
  actor.start()
  const snapshot = () => actor.getSnapshot()
  return { actor, snapshot, ...world }
}

describe('a remote actor', () => {
  it('is the chart’s own snapshot of the server’s view', () => {
    const { snapshot } = start()
    expect(snapshot().matches('one')).toBe(true)
    expect(snapshot().hasTag('waiting')).toBe(true)
    expect(Object.values(snapshot().getMeta())).toEqual([{ screen: 'One' }])
    expect(snapshot().context).toEqual({ n: 1, list: ['x'] })
  })

  it('can what the server enables, and nothing else', () => {
    const { snapshot } = start()
    expect([
      snapshot().can({ type: 'go' }),
      snapshot().can({ type: 'stop' }),
      snapshot().can({ type: 'xstate.stop' } as never),
    ]).toEqual([true, false, false])
  })

  it('sends events under ids of their own and shows what came of them', async () => {
    const { actor, snapshot, sent } = start(server(async () => view(2)))
    actor.send({ type: 'go' })
    actor.send({ type: 'go' })
    await waitFor(actor, () => snapshot().view.seq === 2)
    expect(sent.map(({ event }) => event)).toEqual([{ type: 'go' }, { type: 'go' }])
    expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(2)
  })

  it('survives an event that does not get through', async () => {
    const { actor, snapshot } = start(server(() => Promise.reject(new Error('away'))))
    actor.send({ type: 'go' })
    await new Promise((done) => setTimeout(done, 0))
    expect([actor.getSnapshot().status, snapshot().view.seq]).toEqual(['active', 1])
  })

  it('hears the watch, and leaves older views aside', () => {
    const { snapshot, tell } = start()
    tell(view(5))
    tell(view(3))
    expect(snapshot().view.seq).toBe(5)
  })

  it('keeps the identity of what did not change', () => {
    const { snapshot, tell } = start()
    const before = snapshot()
    tell(view(1, { now: 9999 }))
    expect(snapshot()).toBe(before)
    tell(view(2, { context: { n: 1, list: ['x'] } }))
    expect(snapshot()).not.toBe(before)
    expect(snapshot().view.context).toBe(before.view.context)
    expect(snapshot().view.now).toBe(2002)
  })

  it('takes an effect’s next attempt, although no line was written', () => {
    const { snapshot, tell } = start()
    const effects = [{ id: 'job', src: 'job', status: 'waiting' as const, attempt: 2, nextAt: 9, progress: null }]
    tell(view(1, { effects }))
    expect(snapshot().view.effects).toEqual(effects)
  })

  it('that meets a state this page does not know stays readable and says so', () => {
    const { snapshot, tell, actor } = start()
    tell(view(2, { value: { new: 'state' }, tags: ['problem'] }))
    expect(snapshot()).toMatchObject({ skewed: true, value: { new: 'state' } })
    expect(snapshot().can({ type: 'go' })).toBe(true)
    tell(view(3))
    expect([snapshot().skewed, actor.getSnapshot().status]).toEqual([false, 'active'])
  })

  it('of a flow that has ended can still be read', () => {
    const { snapshot } = start(server(), view(7, { value: 'two', status: 'done', enabled: [] }))
    expect(snapshot().matches('two')).toBe(true)
  })

  it('opens one watch, closes it when stopped, and opens another when started again, as StrictMode does', () => {
    const { actor, snapshot, opened, watching, tell } = start()
    expect([opened(), watching.size]).toEqual([1, 1])
    actor.stop()
    expect(watching.size).toBe(0)
    actor.start()
    expect([opened(), watching.size]).toEqual([2, 1])
    const heard: number[] = []
    actor.subscribe(({ view }) => heard.push(view.seq))
    tell(view(9))
    expect([heard, snapshot().view.seq]).toEqual([[9], 9])
    actor.stop()
    expect(watching.size).toBe(0)
  })

  it('takes a view that came as an answer elsewhere', () => {
    const { actor, snapshot } = start()
    actor.send(arrived(view(4)) as never)
    expect(snapshot().view.seq).toBe(4)
  })
})
