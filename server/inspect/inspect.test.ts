/** The inspector's stream, read by the package's own receiver; who may open it; and what never comes through it. */
import { createWebSocketReceiver, type StatelyInspectionEvent } from '@statelyai/inspect'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createMachine } from 'xstate'
import type { Proof } from '../compose/testing/calls.ts'
import { type InProcess, inProcess } from '../compose/testing/in-process.ts'
import { operator } from '../compose/testing/operators.ts'
import { newVisitor, person, visitorAt } from '../compose/testing/visitor.ts'
import { relay } from './testing/relay.ts'

let server: InProcess
let url: string
let proof: Proof
beforeAll(async () => {
  server = await inProcess()
  url = (await server.listen()).replace('http:', 'ws:')
  proof = await operator(server, 'both')
})
afterAll(() => server.end())

const place = (actor: string) => `${url}/operator/inspect/stream?actor=${encodeURIComponent(actor)}`
const origin = () => server.config.publicUrl
const knocking = (headers: Record<string, string>, actor = 'onb_none') => new WebSocket(place(actor), { headers })

/** Follows an actor with the package's receiver. */
async function receiver(actor: string) {
  const door = await relay(place(actor), { cookie: proof.cookie!, origin: origin() })
  const heard: StatelyInspectionEvent[] = []
  createWebSocketReceiver({ server: door.url }).subscribe((event) => heard.push(event))
  return {
    heard,
    close: door.close,
    until: async (found: (event: StatelyInspectionEvent) => boolean) =>
      await expect.poll(() => heard.some(found), { timeout: 5000, interval: 10 }).toBe(true),
    of: <T extends StatelyInspectionEvent['type']>(type: T, id: string) =>
      heard.filter((event) => event.type === type && event.sessionId === id) as Extract<
        StatelyInspectionEvent,
        { type: T }
      >[],
  }
}
const isIn = (value: string) => (event: StatelyInspectionEvent) =>
  event.type === '@xstate.snapshot' && JSON.stringify((event.snapshot as { value?: unknown }).value).includes(value)

describe('the inspector’s stream', () => {
  it('tells how an actor came to where it is, and goes on live, its invoked charts included', async () => {
    const visitor = await newVisitor(server)
    await visitor.walkTo('profile')
    const inspector = await receiver(visitor.id)
    await inspector.until(isIn('profile'))
    const [actor] = inspector.of('@xstate.actor', visitor.id)
    expect(actor).toMatchObject({ name: 'onboarding', _version: '0.7.2', rootId: visitor.id })
    // the chart itself: an inspector draws it from these words alone
    expect(createMachine(JSON.parse(actor!.definition!)).root.states).toHaveProperty('setUp')
    await visitor.act({ type: 'profile.saved', ...person, password: 'correct horse battery' })
    await visitor.act({ type: 'plan.chosen', plan: 'free' })
    await inspector.until(isIn('ready'))
    const child = `${visitor.id}/provisioning#1`
    await inspector.until(({ sessionId }) => sessionId === child)
    expect(inspector.of('@xstate.actor', child)[0]).toMatchObject({ name: 'provisioning', parentId: visitor.id })
    const types = inspector.of('@xstate.event', visitor.id).map(({ event }) => event.type)
    expect(types).toEqual(expect.arrayContaining(['address.submitted', 'code.accepted', 'plan.chosen']))
    expect(inspector.of('@xstate.snapshot', visitor.id)).toHaveLength(types.length)
    inspector.close()
  })

  it('holds nothing a person typed', async () => {
    const visitor = await visitorAt(server, 'ready')
    const inspector = await receiver(visitor.id)
    await inspector.until(isIn('ready'))
    const text = JSON.stringify(inspector.heard)
    expect(text).toContain('plan.chosen')
    expect(text).not.toMatch(/mara|lindqvist|fernhill|correct horse|cred_/i)
    inspector.close()
  })

  it('says what it can of an actor whose version this build does not know', async () => {
    const visitor = await visitorAt(server, 'verifying')
    await server.database.connection.write([
      { sql: "update actor set version = '99' where id = ?", parameters: [visitor.id], code: 'x' },
    ])
    const inspector = await receiver(visitor.id)
    await inspector.until(({ type }) => type === '@xstate.event')
    expect(inspector.of('@xstate.actor', visitor.id)[0]!.definition).toBe('{"id":"onboarding"}')
    expect(inspector.of('@xstate.event', visitor.id).every(({ event }) => Object.keys(event).length === 1)).toBe(true)
    inspector.close()
  })

  it.each<[who: string, headers: () => Promise<Record<string, string>>, status: number]>([
    ['nobody', async () => ({ origin: origin() }), 401],
    [
      'an operator by a password only',
      async () => ({ origin: origin(), cookie: (await operator(server, 'password')).cookie! }),
      401,
    ],
    ['a page of another site', async () => ({ origin: 'https://evil.example', cookie: proof.cookie! }), 403],
    ['a page that says nothing of itself', async () => ({ cookie: proof.cookie! }), 403],
  ])('is closed to %s', async (_, headers, status) => {
    const socket = knocking(await headers())
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect(response.statusCode).toBe(status)
  })

  it('of an actor that does not exist ends at once, and says why', async () => {
    const socket = knocking({ origin: origin(), cookie: proof.cookie! })
    const [code] = (await once(socket, 'close')) as [number]
    expect(code).toBe(4404)
  })

  it('stops listening when its reader is gone', async () => {
    const visitor = await visitorAt(server, 'address')
    const before = server.engine.hub.size
    const socket = knocking({ origin: origin(), cookie: proof.cookie! }, visitor.id)
    await once(socket, 'message')
    await expect.poll(() => server.engine.hub.size).toBe(before + 1)
    socket.terminate()
    await expect.poll(() => server.engine.hub.size).toBe(before)
  })
})
