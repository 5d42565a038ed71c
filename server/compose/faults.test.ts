/** What goes wrong around a sign-up, on the real server: steps that fail, mails that do not go, addresses two people want. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { StepKey } from '../../machines/provisioning/provisioning.types.ts'
import { EffectError, giveUp } from '../engine/perform.ts'
import type { StepPhase } from '../services/provisioning/faults.ts'
import { type Given, type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo, tokenIn } from './testing/mails.ts'
import { newVisitor, password, person, visitorAt } from './testing/visitor.ts'
import { call } from './testing/calls.ts'

const DAY_MS = 86_400_000
let server: InProcess
const open = async (given?: Given) => {
  server = await inProcess(given)
  return server
}
afterEach(() => server.end())

/** Makes a step fail as often as `times` says; undefined lets it be. */
function failing(step: StepKey, phase: StepPhase, error: () => EffectError, times = Infinity) {
  let left = times
  return {
    stop: () => {
      left = 0
    },
    before(asked: StepKey, at: StepPhase) {
      if (asked === step && at === phase && left-- > 0) throw error()
    },
  }
}
const diskFull = () => new EffectError('disk.full', 'no room')
const count = async (table: string) =>
  (
    await server.database.connection.rows<{ n: number }>({ sql: `select count(*) as n from ${table}`, parameters: [] })
  )[0]!.n
const workspaces = () => {
  const folder = join(server.folder, 'workspaces')
  return existsSync(folder) ? readdirSync(folder).length : 0
}
const stepsOf = (view: { context: Readonly<Record<string, unknown>> }) =>
  (view.context['steps'] as { key: string; status: string; tries: number }[]).map(
    ({ key, status, tries }) => `${key} ${status} ${tries}`,
  )

describe('a provisioning step that fails', () => {
  it('is tried again by itself, and the visitor sees when', async () => {
    await open({ faults: failing('workspace', 'execute', diskFull, 2) })
    const visitor = await visitorAt(server, 'plan')
    const view = await visitor.act({ type: 'plan.chosen', plan: 'free' })
    expect(view.value).toEqual({ settingUp: 'working' })
    expect(view.context['retryInMs']).toBe(2000)
    expect(stepsOf(view)[2]).toBe('workspace retrying 1')
    await server.pass(2000)
    expect(stepsOf(await visitor.view())[2]).toBe('workspace retrying 2')
    await server.pass(8000)
    expect((await visitor.view()).value).toBe('ready')
    expect(workspaces()).toBe(1)
  })

  it('for good is taken back whole, and a second try of the visitor makes everything once', async () => {
    const faults = failing('limits', 'execute', diskFull)
    await open({ faults })
    const visitor = await visitorAt(server, 'plan')
    await visitor.act({ type: 'plan.chosen', plan: 'free' })
    await server.pass(2000)
    await server.pass(8000)
    const view = await visitor.view()
    expect([view.value, view.context['problem']]).toEqual(['setUpFailed', 'setup.failed'])
    expect(await server.identity.accounts.byEmail(visitor.email)).toBeNull()
    expect([await count('tenant'), await count('member'), await count('api_key'), workspaces()]).toEqual([0, 0, 0, 0])
    expect(await count(`ledger where status = 'present'`)).toBe(0)

    faults.stop()
    expect((await visitor.act({ type: 'setUp.retried' })).value).toBe('ready')
    expect([await count('tenant'), await count('member'), await count('api_key'), workspaces()]).toEqual([1, 1, 1, 1])
    expect(await mailsTo(server, visitor.email)).toHaveLength(2)
  })

  it('without an answer is looked for before it is repeated', async () => {
    await open({ faults: failing('workspace', 'execute', () => new EffectError('timeout', 'no answer'), 1) })
    const visitor = await visitorAt(server, 'plan')
    await visitor.act({ type: 'plan.chosen', plan: 'free' })
    await server.pass(2000)
    expect((await visitor.view()).value).toBe('ready')
    const run = await server.engine.journal(`${visitor.id}/provisioning#1`)
    expect(run.filter(({ type }) => type === 'xstate.done.actor.probeStep')).toHaveLength(1)
  })

  it('that nobody can judge waits for a person, with a reference, and goes on when they say so', async () => {
    let away = true
    const faults = {
      before(step: StepKey, phase: StepPhase) {
        if (!away || step !== 'workspace') return
        if (phase === 'execute') throw new EffectError('timeout', 'no answer')
        if (phase === 'probe') throw giveUp('host.away', 'nobody answers')
      },
    }
    await open({ faults })
    const visitor = await visitorAt(server, 'plan')
    const view = await visitor.act({ type: 'plan.chosen', plan: 'free' })
    expect(view.value).toEqual({ settingUp: 'stuck' })
    expect(view.context).toMatchObject({
      problem: 'setup.needsHuman',
      reference: expect.stringMatching(/^TN-[0-9A-Z]{8}$/),
    })
    away = false
    const run = `${visitor.id}/provisioning#1`
    const event = { type: 'operator.retried' }
    expect(await server.engine.send({ id: run, event, eventId: 'retry', caller: 'visitor' })).toMatchObject({
      status: 'forbidden',
    })
    await server.engine.send({ id: run, event, eventId: 'retry', caller: 'operator' })
    await server.settle()
    expect((await visitor.view()).value).toBe('ready')
    expect(await count('tenant')).toBe(1)
  })

  it('that only sends the welcome mail does not hold up the workspace', async () => {
    await open({ faults: failing('welcome', 'execute', () => new EffectError('mail.failed', 'no server')) })
    const visitor = await visitorAt(server, 'plan')
    await visitor.act({ type: 'plan.chosen', plan: 'free' })
    await server.pass(2000)
    await server.pass(8000)
    const view = await visitor.view()
    expect([view.value, stepsOf(view).at(-1)]).toEqual(['ready', 'welcome failed 3'])
  })
})

describe('a mail server that is away', () => {
  it('is asked again, then the visitor is told, and the next try works', async () => {
    let away = true
    const kept: string[] = []
    const mailer = {
      async send({ to }: { to: string }) {
        if (away) throw new EffectError('mail.failed', 'no server')
        kept.push(to)
      },
      close() {},
    }
    await open({ mailer })
    const visitor = await newVisitor(server)
    await visitor.act({ type: 'address.submitted', email: visitor.email })
    expect((await visitor.view()).effects).toMatchObject([{ src: 'sendCode', status: 'waiting', attempt: 2 }])
    for (let attempt = 0; attempt < 3; attempt++) await server.pass(10_000)
    expect((await visitor.view()).value).toEqual({ signUp: 'mailFailed' })
    away = false
    await visitor.act({ type: 'code.requested' })
    expect((await visitor.view()).value).toEqual({ signUp: { verifying: 'cooling' } })
    expect(kept).toEqual([visitor.email])
  })
})

describe('an address', () => {
  it('two people sign up with belongs to the first; the second is told, and nothing of theirs is left', async () => {
    await open()
    const email = 'shared@fernhill.studio'
    const first = await visitorAt(server, 'plan', email)
    // both codes go to one mailbox: the second must be the newer
    await server.pass(1)
    const second = await visitorAt(server, 'plan', email)
    await Promise.all([first, second].map((one) => one.send({ type: 'plan.chosen', plan: 'free' })))
    await server.settle()
    const states = [await first.view(), await second.view()].map(({ value }) => String(value)).sort()
    expect(states).toEqual(['addressTaken', 'ready'])
    expect([await count('tenant'), await count('member'), workspaces()]).toEqual([1, 1, 1])
  })

  it('that has an account is answered in the same way; only the mail differs', async () => {
    await open()
    const known = await visitorAt(server, 'ready')
    const [again, fresh] = [await newVisitor(server, known.email), await newVisitor(server)]
    const views = []
    for (const one of [again, fresh]) views.push(await one.act({ type: 'address.submitted', email: one.email }))
    const [a, b] = views.map(({ value, tags, enabled, timers, effects, context }) => ({
      value,
      tags,
      enabled,
      timers: timers.map(({ id }) => id),
      effects,
      keys: Object.keys(context),
    }))
    expect(a).toEqual(b)
    const subjects = (await mailsTo(server, known.email)).map(({ subject }) => subject)
    expect(subjects).toHaveLength(3)
    expect((await again.send({ type: 'code.typed', code: '123456' })).view.context['problem']).toBe('code.wrong')
    expect((await fresh.send({ type: 'code.typed', code: '000000' })).view.context['problem']).toBe('code.wrong')
  })
})

describe('a code', () => {
  it('typed wrong five times locks, in whatever tabs it was typed', async () => {
    await open()
    const visitor = await visitorAt(server, 'verifying')
    const right = await visitor.code()
    const wrong = right === '111111' ? '222222' : '111111'
    await Promise.all(
      Array.from({ length: 5 }, (_, tab) =>
        visitor.send({ type: 'code.typed', code: wrong }, { eventId: `tab-${tab}` }),
      ),
    )
    expect(await visitor.where()).toEqual(['signUp.locked'])
    expect((await visitor.send({ type: 'code.typed', code: right })).outcome.status).toBe('ignored')
  })

  it('of before a new one was asked for is dead', async () => {
    await open()
    const visitor = await visitorAt(server, 'verifying')
    const old = await visitor.code()
    await server.pass(30_000)
    await visitor.act({ type: 'code.requested' })
    const { view } = await visitor.send({ type: 'code.typed', code: old })
    expect(view.context['problem']).toBe('code.wrong')
    await visitor.act({ type: 'code.typed', code: await visitor.code() })
    expect(await visitor.where()).toContain('setUp.step.profile')
  })
})

describe('somebody who stays away', () => {
  it('is reminded twice, by a link that resumes, then forgotten with everything kept for them', async () => {
    await open()
    const visitor = await visitorAt(server, 'plan')
    expect(await count('waiting_credential')).toBe(1)
    await server.pass(DAY_MS)
    await server.pass(3 * DAY_MS)
    const mails = await mailsTo(server, visitor.email)
    expect(mails).toHaveLength(3)
    const resumed = await call(server, 'flow.resume', { resume: tokenIn(mails[0]!) })
    expect(resumed.data).toMatchObject({ id: visitor.id, view: { context: { company: person.company } } })
    await server.pass(14 * DAY_MS)
    expect(await server.engine.view(visitor.id, 'system')).toMatchObject({ value: 'abandoned' })
    await server.pass(30 * DAY_MS)
    expect(await server.engine.view(visitor.id, 'system')).toMatchObject({
      value: 'expired',
      context: { email: '', name: '' },
    })
    expect(await count('waiting_credential')).toBe(0)
    expect(await count(`token where subject = '${visitor.id}'`)).toBe(0)
    expect(await mailsTo(server, visitor.email)).toHaveLength(3)
  })

  it('before the address was proved is forgotten after a day, without a reminder', async () => {
    await open()
    const visitor = await visitorAt(server, 'verifying')
    await server.pass(DAY_MS)
    expect(await server.engine.view(visitor.id, 'system')).toMatchObject({ value: 'expired' })
    expect(await mailsTo(server, visitor.email)).toHaveLength(1)
  })
})

describe('an event that does not belong', () => {
  it('is refused or ignored with the reason, and nothing moves', async () => {
    await open()
    const visitor = await visitorAt(server, 'verifying')
    const before = (await visitor.view()).seq
    for (const type of [
      'xstate.done.actor.sendCode',
      'xstate.init',
      'code.accepted',
      'provisioning.progressed',
      'nonsense',
    ])
      expect((await visitor.send({ type })).outcome.status, type).toBe('invalid')
    for (const type of ['link.confirmed', 'workspace.opened'])
      expect((await visitor.send({ type })).outcome.status, type).toBe('forbidden')
    const early = await visitor.send({ type: 'profile.saved', ...person, password })
    expect(early.outcome).toEqual({ status: 'ignored', reason: 'no transition here' })
    expect((await visitor.send({ type: 'code.typed', code: 'abc' })).outcome).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['code'], message: 'code.malformed' }],
    })
    expect((await visitor.view()).seq).toBe(before)
    expect(await count('waiting_credential')).toBe(0)
  })

  it('sent twice is applied once', async () => {
    await open()
    const visitor = await newVisitor(server)
    const event = { type: 'address.submitted', email: visitor.email }
    const answers = await Promise.all([1, 2, 3].map(() => visitor.send(event, { eventId: 'same' })))
    expect(new Set(answers.map(({ outcome }) => JSON.stringify(outcome))).size).toBe(1)
    await server.settle()
    expect(await mailsTo(server, visitor.email)).toHaveLength(1)
  })
})
