/** Generated input: the answer is a verdict or a refusal, never a failure of ours; and what was refused changed nothing. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { onboardingEvents } from '../../machines/onboarding/onboarding.events.ts'
import { call, procedures, requestFor } from '../compose/testing/calls.ts'
import { newVisitor, password, person, stages, type Visitor, visitorAt } from '../compose/testing/visitor.ts'
import { type CallerName, type World, world } from './testing/callers.ts'
import { spoilt, text } from './testing/nasty.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

/** Nothing of ours in an answer: no stack, no path, no statement, no word of a library. */
const internals =
  /node_modules|\.ts:\d|at async|SQLITE|better-sqlite3|"stack"|"cause"|Cannot read prop|is not a function/

const asking = fc.constantFrom<CallerName>('nobody', 'its visitor', 'owner', 'member', 'operator')
const good = (): Readonly<Record<string, Record<string, unknown>>> => {
  const flow = { id: w.visitor.id }
  const { tenant } = w
  return {
    'flow.start': { machine: 'onboarding', input: { embeddingKey: 'pk_demo', locale: 'en' } },
    'flow.open': { tenant, machine: 'onboarding', startId: '018f2c7d-4b1a-4c5d-8e9f-000000000001' },
    'flow.resume': { resume: w.visitor.resume },
    'flow.send': { ...flow, event: { type: 'step.back' }, eventId: 'e', ifSeq: 1 },
    'flow.view': flow,
    'flow.current': { tenant, machine: 'offboarding' },
    'flow.cardForm': flow,
    'flow.handOver': flow,
    'flow.leave': { ...flow, tenant },
    'session.me': {},
    'session.list': {},
    'session.revoke': { name: 'n' },
    'session.revokeOthers': {},
    'settings.profile': { tenant },
    'settings.saveProfile': { tenant, name: 'Mara', occupation: 'other' },
    'settings.changePassword': { tenant, current: 'a', next: 'correct horse battery' },
    'settings.workspace': { tenant },
    'settings.renameWorkspace': { tenant, name: 'Fernhill', updatedAt: 1 },
    'settings.apiKeys': { tenant },
    'settings.createApiKey': { tenant, name: 'Build server' },
    'settings.revokeApiKey': { tenant, id: 'k' },
    'tenant.home': { tenant },
    'tenant.createProject': { tenant, name: 'Aurora' },
    'tenant.renameProject': { tenant, id: 'prj_1', name: 'Borealis', updatedAt: 1 },
    'tenant.deleteProject': { tenant, id: 'prj_1' },
    'tenant.revealApiKey': { tenant },
    'team.list': { tenant },
    'team.changeRole': { tenant, userId: 'usr_1', role: 'member' },
    'team.remove': { tenant, userId: 'usr_1' },
    'team.assignLicence': { tenant, userId: 'usr_1', licence: 'agents' },
    'team.withdrawLicence': { tenant, userId: 'usr_1', licence: 'agents' },
    'team.leave': { tenant },
    'billing.summary': { tenant },
    'billing.upcoming': { tenant },
    'billing.downgrade': { tenant },
    'operator.overview': {},
    'operator.flow': { flow: 'onboarding', from: '2026-01-01', to: '2026-02-01', tier: 'free', version: '1' },
    'operator.who': { flow: 'onboarding', state: 'ready' },
    'operator.find': { text: tenant },
    'operator.actor': flow,
    'operator.journal': { ...flow, from: 1, to: 50 },
    'operator.moment': { ...flow, seq: 2 },
    'operator.me': {},
    'usage.meters': { tenant },
    'usage.history': { tenant, meter: 'requests', month: '2026-11' },
    'export.download': { tenant, id: 'exp_1' },
    'integration.list': { tenant },
    'integration.authorize': { tenant, id: 'int_1' },
    'audit.list': { tenant, before: { at: 1, id: 'call/1' }, outcome: 'done', byPeople: true, since: 0, until: 1 },
    'audit.verify': { tenant },
    'notification.list': { tenant },
    'notification.markRead': { tenant, ids: ['n1'] },
    'notification.preferences': { tenant },
    'notification.setPreference': { tenant, class: 'usage', channel: 'mail', wanted: false },
  }
}
const names = Object.keys(procedures).filter((name) => procedures[name] !== 'subscription')

describe('generated input', () => {
  it('is tried on every procedure that answers at once', () => {
    expect(Object.keys(good()).sort()).toEqual([...names].sort())
  })

  it.each(names)('gets a verdict of %s, and changes nothing when it is refused', async (name) => {
    const input = spoilt(good()[name]!)
    await fc.assert(
      fc.asyncProperty(input, asking, async (given, caller) => {
        // what an earlier call began may still be written
        await w.server.settle()
        w.files.since()
        const { status, body } = await call(w.server, name, given, w.proofs[caller])
        expect(status, body).toBeLessThan(500)
        expect(body).not.toMatch(internals)
        if (status !== 200) expect(w.files.since(), `${status} ${body}`).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('in the place of a request gets a refusal of its own', async () => {
    const bodies = fc.oneof(text, fc.json(), fc.constant('['.repeat(30_000)), fc.constant('{"a":'.repeat(10_000)))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), bodies, async (name, given) => {
        const request = requestFor(name, {}, w.visitor.proof)
        const sent =
          request.method === 'POST'
            ? { ...request, body: given }
            : { ...request, url: `/trpc/${name}?input=${encodeURIComponent(given.toWellFormed())}` }
        const { statusCode, body } = await w.server.app.inject(sent)
        expect(statusCode, body).toBeLessThan(500)
        expect(body).not.toMatch(internals)
      }),
      { numRuns: 300 },
    )
  })

  it('in an address, a form or a header gets a page', async () => {
    const paths = fc.constantFrom(
      '/',
      '/signup',
      '/embed/onboarding',
      '/verify',
      '/invitation',
      '/invitation/accept',
      '/invitation/decline',
      '/unsubscribe',
      '/portal/',
      '/sandbox/mailbox',
      '/v1/ping',
      '/v1/licences',
    )
    const fields = fc.dictionary(fc.constantFrom('key', 'token', 'locale', 'mail', 'to', 'resume'), fc.array(text))
    await fc.assert(
      fc.asyncProperty(paths, fields, text, fc.boolean(), async (path, given, header, posted) => {
        const search = new URLSearchParams(
          Object.entries(given).flatMap(([k, all]) => all.map((v) => [k, v])),
        ).toString()
        const safe = encodeURIComponent(header.toWellFormed())
        const headers = { authorization: `Bearer ${safe}`, cookie: `tenure.session_token=${safe}`, accept: 'text/html' }
        const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
        const { statusCode, body } = await w.server.app.inject(
          posted ? { method: 'POST', url: path, headers: form, body: search } : { url: `${path}?${search}`, headers },
        )
        expect(statusCode, body).toBeLessThan(500)
        expect(body).not.toMatch(internals)
      }),
      { numRuns: 400 },
    )
  })
})

describe('generated events', () => {
  const goodEvents: Record<keyof typeof onboardingEvents, object> = {
    'address.submitted': { email: 'mara@fernhill.studio' },
    'address.changed': {},
    'code.typed': { code: '000 000' },
    'code.requested': {},
    'profile.saved': { ...person, password },
    'step.back': {},
    'plans.requested': {},
    'plan.chosen': { plan: 'free' },
    'setUp.retried': {},
    'signUp.resumed': {},
    'link.confirmed': {},
    'workspace.opened': {},
    'operator.retried': {},
  }
  const reserved = fc.constantFrom(
    { type: 'xstate.init' },
    { type: 'xstate.stop' },
    { type: 'xstate.done.actor.provisioning', output: { result: 'succeeded', tenantId: 'ten_1' } },
    { type: 'xstate.after.codeLifetime.onboarding.signUp.verifying' },
    { type: 'code.accepted' },
    { type: 'code.rejected' },
    { type: 'provisioning.progressed', steps: [], retryInMs: null },
    { type: 'provisioning.stuck', code: 'x' },
    { type: 'provisioning.unstuck' },
    { type: 'operator.retried' },
    { type: '*' },
    { type: '' },
  )
  const event = fc.oneof(reserved, ...Object.entries(goodEvents).map(([type, fields]) => spoilt({ type, ...fields })))

  it.each(stages)('move a flow at its %s only when they are accepted', { timeout: 60_000 }, async (stage) => {
    const visitor = await visitorAt(w.server, stage)
    await fc.assert(
      fc.asyncProperty(event, async (given) => {
        await w.server.settle()
        const before = await visitor.view()
        w.files.since()
        const eventId = crypto.randomUUID()
        const answer = await call(w.server, 'flow.send', { id: visitor.id, event: given, eventId }, visitor.proof)
        expect(answer.status, answer.body).toBeLessThan(500)
        expect(answer.body).not.toMatch(internals)
        if (isAccepted(answer.data)) return
        expect(w.files.since(), answer.body).toBe(false)
        expect(await visitor.view()).toEqual(before)
      }),
      { numRuns: 250 },
    )
    expect(await w.server.engine.incidents()).toEqual([])
  })

  it('that only our own server may say are refused, whoever sends them and wherever the flow stands', async () => {
    const visitor = await visitorAt(w.server, 'verifying')
    for (const given of [...fc.sample(reserved, 100), { type: 'link.confirmed' }, { type: 'workspace.opened' }])
      expect(['invalid', 'forbidden'], given.type).toContain((await visitor.send(given)).outcome.status)
    expect(await visitor.where()).toEqual(['signUp.verifying.cooling'])
  })
})

const isAccepted = (data: unknown) =>
  (data as { outcome?: { status: string } } | undefined)?.outcome?.status === 'accepted'

describe('an event’s id', () => {
  const address = (visitor: Visitor) => ({ type: 'address.submitted', email: visitor.email })

  it('makes a repeat hear the first outcome, whatever came between and whatever line it expected', async () => {
    const visitor = await newVisitor(w.server)
    const first = await visitor.send(address(visitor), { eventId: 'once', ifSeq: 1 })
    await w.server.settle()
    const again = await visitor.send(address(visitor), { eventId: 'once', ifSeq: 1 })
    expect(again.outcome).toEqual(first.outcome)
    expect(again.view.value).toEqual({ signUp: { verifying: 'cooling' } })
  })

  it('belongs to one flow: the same one in another flow is another event', async () => {
    const [mine, yours] = [await newVisitor(w.server), await newVisitor(w.server)]
    for (const visitor of [mine, yours])
      expect((await visitor.send(address(visitor), { eventId: 'shared' })).outcome).toEqual({
        status: 'accepted',
        seq: 2,
      })
  })

  it.each([0, 2, -1, 2 ** 53 - 1])(
    'with `ifSeq` %d, which is not where the flow stands, moves nothing',
    async (ifSeq) => {
      const visitor = await newVisitor(w.server)
      const { outcome, view } = await visitor.send(address(visitor), { ifSeq })
      expect([outcome, view.seq]).toEqual([{ status: 'conflict', reason: 'moved' }, 1])
    },
  )
})

describe('after all that', () => {
  it('the server still signs people up', async () => {
    expect((await (await visitorAt(w.server, 'ready')).view()).value).toBe('ready')
  })
})
