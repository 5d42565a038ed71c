import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reasonOf } from './connection.ts'
import { childOf } from './child.ts'
import { openSession } from './session.ts'
import { away, fakeApi, fakePage, fakeShelf, refuses, says, viewAt } from './testing/fake-api.ts'

beforeEach(() => {
  vi.useFakeTimers()
  fakePage()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const submitted = { type: 'address.submitted' }
function open(answers: Parameters<typeof fakeApi>[0] = {}, kept: string | null = null) {
  const api = fakeApi(answers)
  const shelf = fakeShelf(kept)
  const base = 'http://tenure.test'
  const session = openSession({ base, machine: 'onboarding', input: { embeddingKey: 'pk_demo' }, shelf })
  return { ...api, shelf, session }
}
const absent = () => refuses(404, 'absent')

describe('a session', () => {
  it('starts a flow with its first event, and keeps only what brings the visitor back', async () => {
    const { session, shelf, askedOf } = open()
    expect(await session.resume()).toBeNull()
    expect(askedOf('flow.resume')).toEqual([])
    await session.send(submitted, 'e1')
    expect(askedOf('flow.start')).toMatchObject([
      { input: { machine: 'onboarding', input: { embeddingKey: 'pk_demo' } }, authorization: null },
    ])
    expect(askedOf('flow.send')).toMatchObject([
      { input: { id: 'onb_1', event: submitted, eventId: 'e1' }, authorization: 'Bearer flow-1' },
    ])
    expect(shelf.kept).toBe('resume-1')
  })

  it('starts one flow for two events at once', async () => {
    const { session, askedOf } = open()
    await Promise.all([session.send(submitted, 'e1'), session.send(submitted, 'e2')])
    expect(askedOf('flow.start')).toHaveLength(1)
    expect(askedOf('flow.send').map(({ input }) => input['eventId'])).toEqual(['e1', 'e2'])
  })

  it('tries to start again with the next event when it could not', async () => {
    const { session, answer, askedOf } = open({ 'flow.start': () => refuses(404, 'embedding.unknown') })
    await expect(session.send(submitted, 'e1')).rejects.toThrow('no')
    answer('flow.start', () => says({ id: 'onb_9', token: 't', resume: 'r', view: viewAt(1) }))
    await session.send(submitted, 'e1')
    expect(askedOf('flow.start')).toHaveLength(2)
  })

  it('goes on where the browser left off', async () => {
    const { session, askedOf } = open({}, 'resume-0')
    expect(await session.resume()).toMatchObject({ seq: 5 })
    await session.send({ type: 'code.requested' }, 'e1')
    expect(askedOf('flow.resume')).toMatchObject([{ input: { resume: 'resume-0' } }])
    expect(askedOf('flow.send')).toMatchObject([{ authorization: 'Bearer flow-2' }])
    expect(askedOf('flow.start')).toEqual([])
  })

  it('clears the shelf of a token that opens nothing any more, and starts anew', async () => {
    const { session, shelf, askedOf } = open({ 'flow.resume': absent }, 'resume-0')
    expect(await session.resume()).toBeNull()
    expect(shelf.kept).toBeNull()
    await session.send(submitted, 'e1')
    expect(askedOf('flow.start')).toHaveLength(1)
  })

  it('keeps the token when nobody answers, because there may be a flow behind it', async () => {
    const { session, shelf } = open({ 'flow.resume': away }, 'resume-0')
    const resumed = session.resume().catch(reasonOf)
    await vi.advanceTimersByTimeAsync(20_000)
    expect([await resumed, shelf.kept]).toEqual(['offline', 'resume-0'])
  })

  it('forgets a flow when it is told to, and starts another', async () => {
    const { session, shelf, askedOf } = open()
    await session.send(submitted, 'e1')
    session.forget()
    expect(shelf.kept).toBeNull()
    await session.send(submitted, 'e2')
    expect(askedOf('flow.start')).toHaveLength(2)
  })

  it('can be started without an event', async () => {
    const { session, askedOf } = open()
    expect(await session.begin()).toMatchObject({ seq: 1 })
    expect(askedOf('flow.send')).toEqual([])
  })
})

describe('an event', () => {
  it('is sent again under the same id until there is an answer', async () => {
    const { session, answer, askedOf } = open({ 'flow.send': away })
    const sent = session.send(submitted, 'same')
    await vi.advanceTimersByTimeAsync(1600)
    answer('flow.send', () => says({ outcome: { status: 'accepted', seq: 2 }, view: viewAt(2) }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(await sent).toMatchObject({ outcome: { status: 'accepted' } })
    const ids = askedOf('flow.send').map(({ input }) => input['eventId'])
    expect(ids.length).toBeGreaterThan(2)
    expect(new Set(ids)).toEqual(new Set(['same']))
  })

  it('that was refused is not sent again', async () => {
    const { session, askedOf } = open({ 'flow.send': () => refuses(400) })
    await expect(session.send(submitted, 'e1')).rejects.toThrow('no')
    expect(askedOf('flow.send')).toHaveLength(1)
  })

  it('of a tab left open over night renews the flow token, and is sent once more under its id', async () => {
    const { session, answer, askedOf } = open()
    await session.send(submitted, 'e1')
    answer('flow.send', ({ authorization }) =>
      authorization === 'Bearer flow-2' ? says({ outcome: { status: 'accepted', seq: 6 }, view: viewAt(6) }) : absent(),
    )
    expect(await session.send({ type: 'code.requested' }, 'e2')).toMatchObject({ view: { seq: 6 } })
    expect(askedOf('flow.send').map(({ input }) => input['eventId'])).toEqual(['e1', 'e2', 'e2'])
  })

  it('of a flow the server has forgotten says so, once', async () => {
    const { session, shelf, answer, askedOf } = open()
    await session.send(submitted, 'e1')
    answer('flow.send', absent)
    answer('flow.resume', absent)
    expect(await session.send(submitted, 'e2').catch(reasonOf)).toBe('absent')
    expect([askedOf('flow.send').length, shelf.kept]).toEqual([2, null])
  })
})

describe('the hand-over', () => {
  it('is asked for with the flow’s token, renewed when it has lapsed', async () => {
    const { session, answer, askedOf } = open({}, 'resume-0')
    await session.resume()
    answer('flow.handOver', ({ authorization }) =>
      authorization === 'Bearer flow-3' ? says({ action: '/portal/enter', token: 'hand-off-1' }) : absent(),
    )
    answer('flow.resume', () => says({ id: 'onb_1', token: 'flow-3', view: viewAt(5) }))
    expect(await session.handOver()).toEqual({ action: '/portal/enter', token: 'hand-off-1' })
    expect(askedOf('flow.handOver')).toHaveLength(2)
  })
})

describe('a watch of the session', () => {
  const message = (seq: number) =>
    `event: connected\ndata: {}\n\nid: {"onb_1":${seq}}\ndata: ${JSON.stringify(viewAt(seq))}\n\n`
  /** A stream that says its part and stays open. */
  const stream = (text: string) => () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    )
  const refused = () => new Response(null, { status: 404 })

  it('begins once there is a flow, from the newest line the page has', async () => {
    const { session, askedOf } = open({ 'flow.watch': stream(message(7)) }, 'resume-0')
    const seen: number[] = []
    const stop = session.watch(({ seq }) => seen.push(seq))
    expect(askedOf('flow.watch')).toEqual([])
    await session.resume()
    await vi.waitFor(() => expect(seen).toEqual([7]))
    expect(askedOf('flow.watch')[0]).toMatchObject({
      input: { ids: ['onb_1'], cursor: { onb_1: 5 } },
      authorization: 'Bearer flow-2',
    })
    stop()
  })

  it('that is refused renews the flow token once, hears the newest view, and rests before it tries again', async () => {
    const { session, askedOf } = open({ 'flow.watch': refused }, 'resume-0')
    await session.resume()
    const seen: number[] = []
    const stop = session.watch(({ seq }) => seen.push(seq))
    await vi.waitFor(() => expect(seen).toEqual([5]))
    await vi.advanceTimersByTimeAsync(5000)
    expect(askedOf('flow.resume')).toHaveLength(2)
    expect(askedOf('flow.watch')).toHaveLength(2)
    stop()
  })

  it('is over when it is stopped: a flow found later is not watched', async () => {
    const { session, askedOf } = open({}, 'resume-0')
    session.watch(() => {})()
    await session.resume()
    await vi.advanceTimersByTimeAsync(1000)
    expect(askedOf('flow.watch')).toEqual([])
  })
})

describe('a flow this one has invoked', () => {
  const id = 'onb_1/payment#1'
  const payment = (seq: number) => viewAt(seq, { id })
  const form = { publishableKey: 'pk_test_1', clientSecret: 'seti_1_secret_2', kind: 'setup' }

  it('is looked for again while it is not there yet, under the same token', async () => {
    const { session, answer, askedOf } = open({ 'flow.view': absent }, 'resume-0')
    await session.resume()
    const found = childOf(session, id).view()
    await vi.advanceTimersByTimeAsync(150)
    answer('flow.view', () => says(payment(1)))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await found).toMatchObject({ id, seq: 1 })
    expect([askedOf('flow.view').length, askedOf('flow.resume').length]).toEqual([3, 1])
  })

  it('that never comes is gone', async () => {
    const { session } = open({ 'flow.view': absent }, 'resume-0')
    await session.resume()
    const found = childOf(session, id).view().catch(reasonOf)
    await vi.advanceTimersByTimeAsync(3000)
    expect(await found).toBe('absent')
  })

  it('is spoken to by its own id, with the flow’s token, renewed when it has lapsed', async () => {
    const { session, answer, askedOf } = open({}, 'resume-0')
    await session.resume()
    answer('flow.send', ({ authorization }) =>
      authorization === 'Bearer flow-3'
        ? says({ outcome: { status: 'accepted', seq: 3 }, view: payment(3) })
        : absent(),
    )
    const standIn = { script: '/sandbox/stripe.js', api: 'http://127.0.0.1:1' }
    answer('flow.cardForm', () => says({ ...form, standIn }))
    answer('flow.resume', () => says({ id: 'onb_1', token: 'flow-3', view: viewAt(5) }))
    const child = childOf(session, id)
    expect(await child.send({ type: 'card.submitted' }, 'e1')).toMatchObject({ view: { id, seq: 3 } })
    expect(await child.cardForm()).toEqual({
      ...form,
      standIn: { ...standIn, script: 'http://tenure.test/sandbox/stripe.js' },
    })
    expect(askedOf('flow.send').map(({ input }) => [input['id'], input['eventId']])).toEqual([
      [id, 'e1'],
      [id, 'e1'],
    ])
  })

  it('is watched on the same stream, from the lines the page has', async () => {
    const { session, askedOf } = open({ 'flow.view': () => says(payment(4)) }, 'resume-0')
    await session.resume()
    const stop = session.watch(() => {})
    const child = childOf(session, id)
    await child.view()
    const stopChild = child.watch(() => {})
    await vi.advanceTimersByTimeAsync(10)
    expect(askedOf('flow.watch').at(-1)).toMatchObject({
      input: { ids: ['onb_1', id], cursor: { onb_1: 5, [id]: 4 } },
    })
    stopChild()
    stop()
  })
})
