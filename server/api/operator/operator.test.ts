/** What an operator sees of an actor: everything that happened, and nothing about the person it happened to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type Proof } from '../../compose/testing/calls.ts'
import { type InProcess, inProcess } from '../../compose/testing/in-process.ts'
import { operator } from '../../compose/testing/operators.ts'
import { openStream } from '../../compose/testing/streams.ts'
import { type Visitor, visitorAt } from '../../compose/testing/visitor.ts'
import { operatorBrowser } from '../../services/identity/testing/operator-browser.ts'
import type { ActorSeen } from './actor.ts'
import type { JournalEntry } from './journal.ts'
import type { Standing } from './journey.ts'

let server: InProcess
let proof: Proof
let visitor: Visitor
beforeAll(async () => {
  server = await inProcess()
  proof = await operator(server, 'both')
  visitor = await visitorAt(server, 'ready')
})
afterAll(() => server.end())

const late = { email: 'late@tenure.test', password: 'correct horse battery' }

const ask = (name: string, input: unknown) => call(server, `operator.${name}`, input, proof)
const seen = async <T>(name: string, input: unknown) => (await ask(name, input)).data as T
const journal = (id: string, from = 1, to = 100) => seen<JournalEntry[]>('journal', { id, from, to })

describe('an actor in the console', () => {
  it('says where it is, what it waits for and what may be sent', async () => {
    const actor = await seen<ActorSeen>('actor', { id: visitor.id })
    expect(actor).toMatchObject({
      flow: 'onboarding',
      readable: 'yes',
      status: 'active',
      leaves: ['ready'],
      enabled: ['workspace.opened'],
      incident: null,
      tenant: null,
    })
    expect(actor.timers.map(({ id }) => id)).toContain('handOverLifetime')
  })

  it('tells what each line did: states, transitions, effects, timers and mails', async () => {
    const entries = await journal(visitor.id)
    expect(entries[0]).toMatchObject({ seq: 1, type: 'xstate.init', entered: ['signUp.address'] })
    const submitted = entries.find(({ type }) => type === 'address.submitted')!
    expect(submitted).toMatchObject({
      left: ['signUp.address'],
      entered: ['signUp.sendingCode'],
      taken: [{ transitions: ['signUp.address/address.submitted/0'], leaves: ['signUp.sendingCode'] }],
      payload: { email: '•••' },
    })
    const [sendCode] = submitted.asked
    expect(sendCode).toMatchObject({ src: 'sendCode', kind: 'effect', name: `code/${visitor.id}/1` })
    expect(sendCode!.mails).toMatchObject([{ template: 'code', state: 'sent' }])
    const waiting = entries.find(({ entered }) => entered.includes('signUp.verifying.cooling'))!
    expect(waiting.timers.map(({ id, set }) => [id, set])).toContainEqual(['codeLifetime', true])
    const child = entries.flatMap(({ asked }) => asked).find(({ kind }) => kind === 'chart')
    expect(child).toMatchObject({ src: 'provisioning', name: `${visitor.id}/provisioning#1` })
  })

  it('stands after any line where it stood then', async () => {
    const entries = await journal(visitor.id)
    const { seq } = entries.find(({ entered }) => entered.includes('setUp.step.plan'))!
    const standing = await seen<Standing>('moment', { id: visitor.id, seq })
    expect(standing.leaves).toEqual(['setUp.step.plan', 'setUp.patience.awake'])
    expect(standing.context).toMatchObject({ verified: true, plan: null, email: '•••', name: '•••' })
  })

  it('shows nothing a person typed, in no answer', async () => {
    const ids = [visitor.id, `${visitor.id}/provisioning#1`, `acc_${visitor.id.slice(4)}`]
    const { seq } = await seen<ActorSeen>('actor', { id: visitor.id })
    const texts = await Promise.all([
      ...ids.map(async (id) => (await ask('actor', { id })).body),
      ...ids.map(async (id) => (await ask('journal', { id, from: 1, to: 400 })).body),
      ...Array.from({ length: seq }, async (_, n) => (await ask('moment', { id: visitor.id, seq: n + 1 })).body),
    ])
    expect(texts.filter((text) => text.includes('"result"')).length).toBeGreaterThan(seq)
    // a workspace's name stands in one place: the head of its own actors
    const shown = texts.map((text) => text.replace('"name":"Fernhill Studio","plan"', ''))
    for (const text of shown) expect(text).not.toMatch(/mara|lindqvist|fernhill|correct horse/i)
  })

  it('is read in pages, and asked for too much says so', async () => {
    expect((await journal(visitor.id, 3, 4)).map(({ seq }) => seq)).toEqual([3, 4])
    expect(await journal(visitor.id, 900, 950)).toEqual([])
    expect(await ask('journal', { id: visitor.id, from: 1, to: 501 })).toMatchObject({ status: 400 })
    expect(await ask('journal', { id: 'onb_none', from: 1, to: 2 })).toMatchObject({ reason: 'absent' })
    expect(await ask('moment', { id: visitor.id, seq: 900 })).toMatchObject({ reason: 'absent' })
  })

  it('that stands still says why', async () => {
    const parked = await visitorAt(server, 'verifying')
    const at = server.clock.now()
    const incident = { actor: parked.id, at, code: 'guard.threw', message: 'The guard threw.', eventType: 'code.typed' }
    await server.database.store.park(incident)
    const { code, message } = incident
    expect(await seen<ActorSeen>('actor', { id: parked.id })).toMatchObject({ incident: { code, message, at } })
    await server.engine.redrive(parked.id)
    expect(await seen<ActorSeen>('actor', { id: parked.id })).toMatchObject({ incident: null })
  })

  it('is told of live, and no longer than the session lasts', async () => {
    const url = await server.listen()
    const browser = operatorBrowser(server.operators, server.config.publicUrl, late)
    await server.operators.create({ ...late, name: 'Late' })
    await browser.begin()
    const live = await visitorAt(server, 'verifying')
    const stream = await openStream(url, 'operator.watch', { id: live.id }, { proof: { cookie: browser.cookie() } })
    const first = (await stream.next()).data as { seq: number }
    await live.send({ type: 'address.changed' })
    expect((await stream.next()).data).toEqual({ seq: first.seq + 1 })
    await browser.post('/sign-out')
    await live.send({ type: 'address.submitted', email: live.email })
    await expect(stream.next()).rejects.toThrow('ended')
  })

  it('of a version this build does not know can still be looked at', async () => {
    const other = await visitorAt(server, 'verifying')
    await server.database.connection.write([
      { sql: "update actor set version = '99' where id = ?", parameters: [other.id], code: 'x' },
    ])
    expect(await seen<ActorSeen>('actor', { id: other.id })).toMatchObject({ readable: 'unknown', version: '99' })
    const entries = await journal(other.id)
    expect(entries.length).toBeGreaterThan(1)
    expect(entries.every(({ leaves, payload }) => leaves === null && payload === null)).toBe(true)
    expect(await ask('moment', { id: other.id, seq: 1 })).toMatchObject({ reason: 'absent' })
  })

  it('whose key is destroyed keeps its types and times, and nothing else', async () => {
    const gone = await visitorAt(server, 'profile')
    await server.engine.erase(gone.id)
    expect(await seen<ActorSeen>('actor', { id: gone.id })).toMatchObject({ readable: 'erased', view: null })
    expect((await journal(gone.id)).map(({ type }) => type)).toContain('address.submitted')
  })
})
