/** What a store keeps of work: effects, timers and mail, each for one taker, and none of them lost. */
import { expect, it } from 'vitest'
import type { Open } from './opened.ts'
import { birth, body, effect, move } from './made.ts'

export function workContract(open: Open): void {
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
    await store.park({ actor: 'a', at: 2, code: 'chart.threw', message: 'again', eventType: 'go' })
    expect(await store.incidentOf('a')).toMatchObject({ actor: 'a', at: 2, message: 'again' })
    expect(await store.incidentOf('b')).toBeNull()
  })
}
