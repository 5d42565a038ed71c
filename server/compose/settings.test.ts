/** The settings, on the whole server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type Proof } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { cookieFor } from './testing/members.ts'
import { openStream } from './testing/streams.ts'
import { newcomer, type Team, team } from './testing/team.ts'
import { password } from './testing/visitor.ts'

let server: InProcess
let url: string
beforeAll(async () => {
  server = await inProcess()
  url = await server.listen()
})
afterAll(() => server.end())

let addresses = 0
const address = () => `ada-${++addresses}@kettle.example`
const ask = ({ tenant, owner }: Team, procedure: string, input: object = {}, by: Proof = owner) =>
  call(server, procedure, { tenant, ...input }, by)
const me = (proof: Proof) => call(server, 'session.me', undefined, proof)

describe('a name', () => {
  it('changes for its owner, and in every team they belong to', async () => {
    const [one, other] = [await team(server), await team(server)]
    const ada = await one.join(address())
    const { token } = await other.invite(ada.email)
    const headers = { cookie: ada.proof.cookie!, origin: server.config.publicUrl }
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    await server.app.inject({ method: 'POST', url: '/invitation/accept', headers: form, body: `token=${token}` })
    await server.settle()
    const saved = await ask(one, 'settings.saveProfile', { name: ' Ada King ', occupation: 'product' }, ada.proof)
    expect(saved.data).toEqual({ name: 'Ada King', email: ada.email, occupation: 'product' })
    expect((await me(ada.proof)).data).toMatchObject({ name: 'Ada King' })
    for (const { tenant } of [one, other])
      expect(await server.records.tenants.memberOf(tenant, ada.userId)).toMatchObject({ name: 'Ada King' })
    expect(await server.records.tenants.memberOf(other.tenant, ada.userId)).toMatchObject({ occupation: 'other' })
  })

  it.each([
    ['', 'profile.name.missing'],
    ['a'.repeat(81), 'name.tooLong'],
    ['Ada\u202e', 'name.unreadable'],
  ])('like %j is refused', async (name, code) => {
    const { status, body } = await ask(await team(server), 'settings.saveProfile', { name, occupation: 'other' })
    expect([status, body]).toEqual([400, expect.stringContaining(code)])
  })
})

describe('a password', () => {
  const next = 'a much newer battery'
  const signIn = async (email: string, typed: string) =>
    (
      await server.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        headers: { origin: server.config.publicUrl, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: typed }),
      })
    ).statusCode

  it('is changed by whoever knows the old one: the other sessions end, and a mail says so', async () => {
    const t = await team(server)
    const elsewhere = await cookieFor(server, t.ownerEmail)
    expect((await ask(t, 'settings.changePassword', { current: password, next })).data).toEqual({ done: true })
    expect((await me(t.owner)).status).toBe(200)
    expect((await me(elsewhere)).reason).toBe('signed.out')
    expect([await signIn(t.ownerEmail, password), await signIn(t.ownerEmail, next)]).toEqual([401, 200])
    await server.settle()
    const told = (await mailsTo(server, t.ownerEmail)).filter(({ subject }) => subject.includes('password'))
    expect(told).toMatchObject([{ subject: 'Your Tenure password was changed' }])
    expect(told[0]!.headers).toEqual({ 'Auto-Submitted': 'auto-generated' })
  })

  it('stays without the old one, and is not to be guessed', async () => {
    const t = await team(server)
    const guess = async (current: string) => (await ask(t, 'settings.changePassword', { current, next })).reason
    for (let tried = 0; tried < 10; tried++) expect(await guess(`guess ${tried}`)).toBe('password.wrong')
    expect(await guess(password)).toBe('rate.limited')
    expect(await signIn(t.ownerEmail, password)).toBe(200)
  })
})

describe('the name of a workspace', () => {
  it('is changed by the first of two who saw the same one; the other hears of it', async () => {
    const t = await team(server)
    const { updatedAt } = (await ask(t, 'settings.workspace')).data as { updatedAt: number }
    const renamed = (name: string) => ask(t, 'settings.renameWorkspace', { name, updatedAt })
    expect((await renamed('Kettle & Co')).status).toBe(200)
    expect((await renamed('Kettle Company')).reason).toBe('conflict')
    expect((await ask(t, 'settings.workspace')).data).toMatchObject({ name: 'Kettle & Co' })
    expect((await me(t.owner)).data).toMatchObject({ tenants: [{ name: 'Kettle & Co' }] })
  })
})

describe('sessions', () => {
  type Seen = { name: string; isThis: boolean; userAgent: string }
  const list = async (proof: Proof) => (await call(server, 'session.list', {}, proof)).data as Seen[]

  it('are listed with the one that asks first, and without what opens them', async () => {
    const t = await team(server)
    const elsewhere = await cookieFor(server, t.ownerEmail)
    const { body, data } = await call(server, 'session.list', {}, t.owner)
    expect((data as Seen[]).map(({ isThis }) => isThis)).toEqual([true, false])
    for (const { cookie } of [t.owner, elsewhere] as { cookie: string }[])
      expect(body).not.toContain(decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!)
  })

  it('end at once, streams included, and only one’s own', async () => {
    const t = await team(server)
    const ada = await t.join(address(), 'admin')
    const { id } = await t.invite(address())
    const streams = [
      await openStream(url, 'tenant.changes', { tenant: t.tenant }, { proof: ada.proof }),
      await openStream(url, 'flow.watch', { ids: [id] }, { proof: ada.proof }),
    ]
    for (const { next } of streams) await next()
    const again = await cookieFor(server, ada.email)
    const other = (await list(again)).find(({ isThis }) => !isThis)!
    expect((await call(server, 'session.revoke', { name: other.name }, t.owner)).reason).toBe('session.absent')
    expect((await me(ada.proof)).status).toBe(200)

    expect((await call(server, 'session.revoke', { name: other.name }, again)).status).toBe(200)
    expect((await me(ada.proof)).reason).toBe('signed.out')
    // nothing else happens that they could be told: the streams end by themselves
    for (const { next } of streams) await expect(next()).rejects.toThrow('ended')
    expect((await call(server, 'session.revoke', { name: other.name }, again)).reason).toBe('session.absent')
  })

  it('all end but the one that asks', async () => {
    const t = await team(server)
    const others = [await cookieFor(server, t.ownerEmail), await cookieFor(server, t.ownerEmail)]
    expect((await call(server, 'session.revokeOthers', {}, t.owner)).status).toBe(200)
    for (const one of others) expect((await me(one)).reason).toBe('signed.out')
    expect(await list(t.owner)).toMatchObject([{ isThis: true }])
  })

  it('end their streams by signing out', async () => {
    const t = await team(server)
    const changes = await openStream(url, 'tenant.changes', { tenant: t.tenant }, { proof: t.owner })
    await changes.next()
    const headers = { cookie: t.owner.cookie!, origin: server.config.publicUrl, 'content-type': 'application/json' }
    await server.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers, body: '{}' })
    await expect(changes.next()).rejects.toThrow('ended')
  })
})

describe('API keys', () => {
  const ping = async (key: string) =>
    (await server.app.inject({ url: '/v1/ping', headers: { authorization: `Bearer ${key}` } })).statusCode
  const create = async (t: Team, name: string, by?: Proof) =>
    (await ask(t, 'settings.createApiKey', { name }, by)).data as { id: string; key: string }

  it('are made by name, shown once, listed without what opens, and dead once revoked', async () => {
    const t = await team(server)
    const { id, key } = await create(t, 'Build server')
    expect(await ping(key)).toBe(200)
    const listed = await ask(t, 'settings.apiKeys')
    expect(listed.data).toMatchObject({
      keys: [
        { id, name: 'Build server', prefix: key.slice(0, 12), maker: 'Mara Lindqvist', usedAt: server.clock.now() },
        { name: 'First key', maker: null, usedAt: null },
      ],
      most: 20,
    })
    expect(listed.body).not.toContain(key)
    expect((await ask(t, 'settings.revokeApiKey', { id })).status).toBe(200)
    expect(await ping(key)).toBe(401)
    expect((await ask(t, 'settings.revokeApiKey', { id })).reason).toBe('apiKey.absent')
  })

  it('are no more than twenty', async () => {
    const t = await team(server)
    for (let made = 1; made < 20; made++) await create(t, `Key ${made}`)
    expect(await ask(t, 'settings.createApiKey', { name: 'One more' })).toMatchObject({
      status: 409,
      reason: 'apiKey.limit',
    })
  })

  it('end with the membership of whoever made them', async () => {
    const t = await team(server)
    const ada = await t.join(address(), 'developer')
    const [hers, owners] = [await create(t, 'Hers', ada.proof), await create(t, 'Mine')]
    await ask(t, 'team.remove', { userId: ada.userId })
    expect([await ping(hers.key), await ping(owners.key)]).toEqual([401, 200])
  })
})

describe('what somebody wants to be told', () => {
  const off = (t: Team, about: string, channel: string) =>
    ask(t, 'notification.setPreference', { class: about, channel, wanted: false })
  const subjects = async (t: Team) => (await mailsTo(server, t.ownerEmail)).map(({ subject }) => subject)
  const notices = async (t: Team) =>
    ((await ask(t, 'notification.list')).data as { template: string }[]).map(({ template }) => template)

  it('is told by both ways until they say otherwise', async () => {
    const t = await team(server)
    const { email } = await t.join(address())
    await server.settle()
    expect(await subjects(t)).toContain(`${newcomer.name} joined Fernhill Studio`)
    expect(await notices(t)).toContain('invitation.accepted')
    expect(email).toMatch(/kettle/)
  })

  it.each([
    ['mail', { mails: 0, notices: 1 }],
    ['app', { mails: 1, notices: 0 }],
  ])('comes no more by %s when that is off, and the effect goes on', async (channel, expected) => {
    const t = await team(server)
    expect((await off(t, 'team', channel)).status).toBe(200)
    const ada = await t.join(address())
    await server.settle()
    expect((await subjects(t)).filter((subject) => subject.includes('joined'))).toHaveLength(expected.mails)
    expect((await notices(t)).filter((one) => one === 'invitation.accepted')).toHaveLength(expected.notices)
    // the invitation is over all the same
    expect(await server.records.tenants.memberOf(t.tenant, ada.userId)).not.toBeNull()
    expect(await server.records.invitations.open(t.tenant)).toEqual([])
    expect(await server.engine.incidents()).toEqual([])
  })

  it('is no matter for what is mandatory', async () => {
    const t = await team(server)
    for (const about of ['security', 'billing', 'leaving'])
      expect(await off(t, about, 'mail')).toMatchObject({ status: 409, reason: 'notice.mandatory' })
    const { data } = await ask(t, 'notification.preferences')
    expect(data).toContainEqual({
      class: 'billing',
      mandatory: true,
      channels: [
        { channel: 'mail', wanted: true },
        { channel: 'app', wanted: true },
      ],
    })
  })

  it('is theirs, in that workspace alone', async () => {
    const [one, other] = [await team(server), await team(server)]
    await off(one, 'team', 'mail')
    const usual = await ask(other, 'notification.preferences')
    expect((await ask(one, 'notification.preferences')).data).not.toEqual(usual.data)
    expect(usual.body).not.toContain('false,"wanted"')
    const ada = await one.join(address(), 'admin')
    expect((await ask(one, 'notification.preferences', {}, ada.proof)).data).toEqual(usual.data)
  })
})
