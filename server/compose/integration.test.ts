/** Connections to other companies, on the whole server, with the stand-ins at the other end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodKeys, weakKeys } from '../../sandbox/integrations/places.ts'
import { call } from './testing/calls.ts'
import { comeBack, connections, pressConnect } from './testing/connections.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { colleague } from './testing/members.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())

const HOUR_MS = 3_600_000
const faults = () => server.stripe.sandbox!.faults

describe('a key that is given', () => {
  it.each([
    ['anthropic', goodKeys.anthropic, {}, 'org_sandbox', ['Claude Opus 4.1', 'Claude Sonnet 4.5', 'Claude Haiku 4.5']],
    ['npm', goodKeys.npm, {}, 'fernhill-studio', []],
    ['openvsx', goodKeys.openvsx, { namespace: 'fernhill' }, 'fernhill', ['snippets', 'theme']],
  ] as const)('of %s connects it, and shows what it opens', async (kind, key, more, account, found) => {
    const c = await connections(server)
    const one = await c.connection(kind)
    await one.act(one.give(`  ${key}\n`, more))
    expect(await one.where()).toBe('live.connected')
    const { seen, checkedAt, connectedAt, problem } = await one.context()
    expect(seen).toMatchObject({ account, found: found.map((name) => ({ name, isPrivate: false })) })
    expect([checkedAt, connectedAt, problem]).toEqual([server.clock.now(), server.clock.now(), null])
    const ledger = await server.records.ledger.of(c.tenant)
    expect(ledger.filter(({ kind }) => kind === 'integration')).toMatchObject([{ status: 'present', fact: { kind } }])
  })

  it.each([
    ['anthropic', 'sk-ant-mistyped', {}, 'credential.refused'],
    ['anthropic', weakKeys.anthropic, {}, 'credential.forbidden'],
    ['npm', 'npm_mistyped', {}, 'credential.refused'],
    ['openvsx', 'ovsx_mistyped', { namespace: 'fernhill' }, 'credential.refused'],
    ['openvsx', goodKeys.openvsx, { namespace: 'elsewhere' }, 'namespace.unknown'],
    ['openvsx', goodKeys.openvsx, {}, 'namespace.unknown'],
  ] as const)('of %s may be refused, and another may be given', async (kind, key, more, problem) => {
    const c = await connections(server)
    const one = await c.connection(kind)
    await one.act(one.give(key, more))
    expect([await one.where(), (await one.context()).problem]).toEqual(['connecting.refused', problem])
    await one.act(one.give(goodKeys[kind], { namespace: 'fernhill' }))
    expect([await one.where(), (await one.context()).problem]).toEqual(['live.connected', null])
  })

  it('is tried again by itself while the company is away', async () => {
    const c = await connections(server)
    const one = await c.connection('anthropic')
    faults().add({ kind: 'cut-before', path: '/anthropic*', times: 3 })
    await c.send(one.id, one.give(goodKeys.anthropic))
    while ((await one.where()) === 'connecting.checking') await server.pass(5000)
    expect([await one.where(), (await one.context()).problem]).toEqual([
      'connecting.unreachable',
      'provider.unreachable',
    ])
    await server.pass(2 * 60_000)
    expect(await one.where()).toBe('live.connected')
  })
})

describe('a workspace', () => {
  it('has one connection of a kind, however many people begin one', async () => {
    const c = await connections(server)
    const admin = await colleague(server, c.tenant, 'admin')
    const begun = await Promise.all([c.open('npm'), c.open('npm', admin), c.open('npm'), c.open('npm', admin)])
    expect(new Set(begun.map(({ data }) => (data as { id: string }).id)).size).toBe(1)
    expect((await c.list()).integrations).toHaveLength(1)
  })

  it('makes room for another when one is given up', async () => {
    const c = await connections(server)
    const first = await c.connection('npm')
    await first.act({ type: 'disconnect.asked' })
    expect(await first.where()).toBe('left')
    const second = await c.connection('npm')
    expect(second.id).not.toBe(first.id)
    await second.act(second.give(goodKeys.npm))
    expect((await c.list()).integrations).toMatchObject([{ id: second.id, value: { live: 'connected' } }])
  })

  it('opens them to those who manage it, and to nobody else', async () => {
    const c = await connections(server)
    const one = await c.connection('anthropic')
    const event = one.give(goodKeys.anthropic)
    const developer = await colleague(server, c.tenant, 'developer')
    for (const answer of [
      await c.open('npm', developer),
      await c.send(one.id, event, developer),
      await call(server, 'flow.view', { id: one.id }, developer),
      await call(server, 'integration.list', { tenant: c.tenant }, developer),
    ])
      expect(answer.reason).toBe('role.insufficient')

    const stranger = (await connections(server)).owner
    for (const ask of [
      (id: string) => c.send(id, event, stranger),
      (id: string) => call(server, 'flow.view', { id }, stranger),
    ])
      expect((await ask(one.id)).body).toBe((await ask('int_00000000')).body)
    expect(await one.where()).toBe('connecting.entering')
  })
})

describe('a connection', () => {
  it('that the company takes back is found broken, told to those who manage, and connected again', async () => {
    const c = await connections(server)
    const one = await c.connection('anthropic')
    await one.act(one.give(goodKeys.anthropic))
    await server.pass(6 * HOUR_MS)
    expect(await one.where()).toBe('live.connected')
    server.integrations!.revoke('anthropic')
    await server.pass(6 * HOUR_MS)
    expect([await one.where(), (await one.context()).problem]).toEqual(['live.broken', 'credential.refused'])

    await server.pass(25 * HOUR_MS)
    const told = (await mailsTo(server, c.ownerEmail)).filter(({ subject }) => subject.startsWith('Anthropic is not'))
    expect(told).toHaveLength(1)
    const { data } = await call(server, 'notification.list', { tenant: c.tenant }, c.owner)
    expect(JSON.stringify(data)).toContain('integrationBroken')

    server.integrations!.restore('anthropic')
    await one.act(one.give(goodKeys.anthropic))
    expect(await one.where()).toBe('live.connected')
  })

  it('is looked at again soon when the company does not answer', async () => {
    const c = await connections(server)
    const one = await c.connection('npm')
    await one.act(one.give(goodKeys.npm))
    // every connection of this file is looked at in these hours
    const fault = faults().add({ kind: 'error', status: 503, path: '/npm*', times: 1000 })
    await server.pass(6 * HOUR_MS)
    while ((await one.where()) === 'live.checkingHealth') await server.pass(5000)
    expect(await one.where()).toBe('live.unconfirmed')
    faults().clear(fault)
    await server.pass(2 * 60_000)
    expect(await one.where()).toBe('live.connected')
  })

  it('is ended, with its key taken back and forgotten', async () => {
    const c = await connections(server)
    const one = await c.connection('npm')
    await one.act(one.give(goodKeys.npm))
    await one.act({ type: 'disconnect.asked' })
    expect([await one.where(), (await one.context()).revocation]).toEqual(['disconnected', 'revoked'])
    expect(server.integrations!.isRevoked('npm')).toBe(true)
    server.integrations!.restore('npm')
    expect(await secretsOf(one.id)).toBe(0)
    const ledger = await server.records.ledger.of(c.tenant)
    expect(ledger.filter(({ kind }) => kind === 'integration')).toMatchObject([{ status: 'released' }])
  })

  it.each(['anthropic', 'openvsx'] as const)(
    'to %s says at its end that a person deletes the key there',
    async (kind) => {
      const c = await connections(server)
      const one = await c.connection(kind)
      await one.act(one.give(goodKeys[kind], { namespace: 'fernhill' }))
      await one.act({ type: 'disconnect.asked' })
      expect([await one.where(), (await one.context()).revocation]).toEqual(['disconnected', 'by hand'])
      expect(await secretsOf(one.id)).toBe(0)
    },
  )

  it('ends with a warning when the company refuses again and again', async () => {
    const c = await connections(server)
    const one = await c.connection('npm')
    await one.act(one.give(goodKeys.npm))
    faults().add({ kind: 'error', status: 500, method: 'DELETE', path: '/npm*', times: 5 })
    await c.send(one.id, { type: 'disconnect.asked' })
    while ((await one.where()) === 'ending.revoking') await server.pass(40_000)
    expect([await one.where(), (await one.context()).revocation]).toEqual(['disconnected', 'failed'])
    expect(await secretsOf(one.id)).toBe(0)
  })
})

describe('GitHub', () => {
  it('is connected by whoever says yes there, and lists repositories', async () => {
    const c = await connections(server)
    const one = await c.connection('github')
    const back = await c.goTo(one.id, 'authorize')
    const page = await comeBack(server, back, c.owner)
    expect([page.statusCode, page.headers['referrer-policy']]).toEqual([200, 'no-referrer'])
    expect(page.body).toContain('Connect GitHub to Fernhill Studio')
    expect(await one.where()).toBe('connecting.authorizing')

    const pressed = await pressConnect(server, back, c.owner)
    expect(pressed.headers.location).toBe(`/portal/settings/integrations?workspace=${c.tenant}`)
    await server.settle()
    expect(await one.where()).toBe('live.connected')
    expect((await one.context()).seen).toMatchObject({ account: 'fernhill-dev', found: [{ isPrivate: true }, {}, {}] })

    await one.act({ type: 'disconnect.asked' })
    expect([await one.where(), (await one.context()).revocation]).toEqual(['disconnected', 'revoked'])
  })

  it('may be told no', async () => {
    const c = await connections(server)
    const one = await c.connection('github')
    const back = await c.goTo(one.id, 'cancel')
    expect((await comeBack(server, back, c.owner)).body).toContain('You cancelled at GitHub')
    await pressConnect(server, back, c.owner)
    expect([await one.where(), (await one.context()).problem]).toEqual(['connecting.refused', 'authorization.denied'])
    await pressConnect(server, await c.goTo(one.id, 'authorize'), c.owner)
    await server.settle()
    expect(await one.where()).toBe('live.connected')
  })

  it('is a way back once, for who began it, from our own page, in time', async () => {
    const c = await connections(server)
    const one = await c.connection('github')
    const admin = await colleague(server, c.tenant, 'admin')
    const stranger = (await connections(server)).owner
    const back = await c.goTo(one.id, 'authorize')
    for (const somebody of [admin, stranger, {}]) {
      expect((await comeBack(server, back, somebody)).statusCode).toBe(410)
      expect((await pressConnect(server, back, somebody)).statusCode).toBe(410)
    }
    for (const origin of ['https://evil.example', 'null'])
      expect((await pressConnect(server, back, c.owner, origin)).statusCode).toBe(403)

    const again = await c.goTo(one.id, 'authorize')
    const superseded = await pressConnect(server, back, c.owner)
    expect(superseded.statusCode).toBe(410)
    expect((await pressConnect(server, again, c.owner)).statusCode).toBe(303)
    expect((await pressConnect(server, again, c.owner)).statusCode).toBe(410)
    await server.settle()
    expect(await one.where()).toBe('live.connected')

    const late = await (await connections(server)).connection('github')
    await server.pass(16 * 60_000)
    expect(await late.where()).toBe('left')
  })

  it('gives no key for the code of another way there', async () => {
    const [a, b] = [await connections(server), await connections(server)]
    const [one, other] = [await a.connection('github'), await b.connection('github')]
    const [mine, theirs] = [await a.goTo(one.id, 'authorize'), await b.goTo(other.id, 'authorize')]
    mine.searchParams.set('code', theirs.searchParams.get('code')!)
    await pressConnect(server, mine, a.owner)
    await server.settle()
    expect([await one.where(), (await one.context()).problem]).toEqual(['connecting.refused', 'authorization.expired'])
  })

  it('is gone to from one’s own workspace only', async () => {
    const c = await connections(server)
    const one = await c.connection('github')
    const stranger = await connections(server)
    const ask = (id: string) => call(server, 'integration.authorize', { tenant: stranger.tenant, id }, stranger.owner)
    expect((await ask(one.id)).body).toBe((await ask('int_00000000')).body)
    expect((await ask(one.id)).reason).toBe('absent')
  })
})

async function secretsOf(owner: string): Promise<number> {
  const sql = 'select count(*) as count from integration_secret where owner = ?'
  const [row] = await server.database.connection.rows<{ count: number }>({ sql, parameters: [owner] })
  return row!.count
}
