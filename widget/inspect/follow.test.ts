/** The inspector's own way to a flow, against the real server: what it hears, and what it leaves alone. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type InProcess, inProcess } from '../../server/compose/testing/in-process.ts'
import { newVisitor, person, visitorAt } from '../../server/compose/testing/visitor.ts'
import type { View } from '../client/wire.ts'
import { follow } from './follow.ts'
import type { Place } from './messages.ts'

let server: InProcess
let url: string
beforeAll(async () => {
  server = await inProcess()
  url = await server.listen()
})
afterAll(() => server.end())

/** Follows whatever token lies on the shelf. */
function following(token: string | null) {
  const shelf = { token, read: () => shelf.token }
  const heard: { view: View; place: Place }[] = []
  const stop = follow(shelf, (view, place) => void heard.push({ view, place }), url)
  onTestFinished(stop)
  return {
    shelf,
    heard,
    stop,
    of: (id: string) => heard.filter(({ view }) => view.id === id),
    reaches: async (value: string, id?: string) =>
      await expect
        .poll(() => heard.some(({ view }) => (id ?? view.id) === view.id && JSON.stringify(view.value).includes(value)))
        .toBe(true),
  }
}

describe('whoever follows a flow', () => {
  it('hears where it stands, and then of every move, each once', async () => {
    const visitor = await visitorAt(server, 'profile')
    const follower = following(visitor.resume)
    await follower.reaches('profile')
    await visitor.act({ type: 'profile.saved', ...person, password: 'correct horse battery' })
    await follower.reaches('"plan"')
    const seqs = follower.heard.map(({ view }) => view.seq)
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
    expect(follower.heard.map(({ place }) => place.isNew)).toEqual(seqs.map((_, index) => index === 0))
    expect(follower.heard[0]!.place).toEqual({ rootId: visitor.id, parentId: undefined, isNew: true })
  })

  it('hears of the payment in it, too, as a child of it', async () => {
    const visitor = await visitorAt(server, 'plan')
    const follower = following(visitor.resume)
    await follower.reaches('"plan"')
    const { children } = await visitor.act({ type: 'plan.chosen', plan: 'team', interval: 'month' })
    const { id } = children[0]!
    await follower.reaches('entering', id)
    expect(follower.of(id)[0]!.place).toEqual({ rootId: visitor.id, parentId: visitor.id, isNew: true })
  })

  it('waits for a first event, and goes over to a new beginning', async () => {
    const follower = following(null)
    const [first, second] = [await newVisitor(server), await newVisitor(server)]
    expect(follower.heard).toEqual([])
    for (const visitor of [first, second]) {
      follower.shelf.token = visitor.resume
      await expect.poll(() => follower.of(visitor.id).length, { timeout: 3000 }).toBe(1)
    }
    await first.walkTo('verifying')
    await second.walkTo('verifying')
    await follower.reaches('verifying', second.id)
    expect(follower.of(first.id)).toHaveLength(1)
  })

  it('asks no more for a flow that is gone', async () => {
    let asked = 0
    const count = (request: { url: string }, _: unknown, done: () => void) => {
      if (request.url.includes('flow.resume')) asked++
      done()
    }
    const gone = await inProcess()
    onTestFinished(() => gone.end())
    gone.app.addHook('onRequest', count)
    const stop = follow({ read: () => 'a token of nobody' }, () => {}, await gone.listen())
    onTestFinished(stop)
    await expect.poll(() => asked).toBe(1)
    await new Promise((done) => setTimeout(done, 1200))
    expect(asked).toBe(1)
  })

  it('leaves nothing behind', async () => {
    const visitor = await visitorAt(server, 'address')
    const before = server.engine.hub.size
    const follower = following(visitor.resume)
    await expect.poll(() => server.engine.hub.size).toBe(before + 1)
    follower.stop()
    await expect.poll(() => server.engine.hub.size).toBe(before)
  })
})
