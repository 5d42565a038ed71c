/** Roles and ways out, on the whole server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { openStream } from './testing/streams.ts'
import { press, type Team, team } from './testing/team.ts'

let server: InProcess
let url: string
beforeAll(async () => {
  server = await inProcess()
  url = await server.listen()
})
afterAll(() => server.end())

let addresses = 0
const address = () => `ben-${++addresses}@kettle.example`
const remove = ({ tenant, owner }: Team, userId: string, by = owner) =>
  call(server, 'team.remove', { tenant, userId }, by)
const change = ({ tenant, owner }: Team, userId: string, role: string, by = owner) =>
  call(server, 'team.changeRole', { tenant, userId, role }, by)

describe('a member who is removed', () => {
  it('has nothing left at once: no session, no API, no workspace, no seat', async () => {
    const t = await team(server)
    const ben = await t.join(address(), 'admin')
    await call(server, 'tenant.createProject', { tenant: t.tenant, name: 'Website' }, ben.proof)
    expect((await remove(t, ben.userId)).status).toBe(200)

    expect((await call(server, 'session.me', undefined, ben.proof)).reason).toBe('signed.out')
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, ben.proof)).reason).toBe('signed.out')
    expect(await server.records.workspaces.letsIn(t.tenant, ben.userId)).toBe(false)
    expect(await t.list()).toMatchObject({ seats: { used: 1 }, members: [{ role: 'owner' }] })
    await server.settle()
    const subjects = (await mailsTo(server, ben.email)).map(({ subject }) => subject)
    expect(subjects).toContain('You no longer have access to Fernhill Studio')
    const access = (await server.records.ledger.of(t.tenant)).filter(({ kind }) => kind === 'access')
    expect(access).toMatchObject([{ status: 'released' }])
  })

  it('may be invited anew, and is in again', async () => {
    const t = await team(server)
    const ben = await t.join(address())
    await remove(t, ben.userId)
    await server.settle()
    const { token } = await t.invite(ben.email)
    const back = await press(server, 'accept', { token, password: 'another horse battery' })
    expect(back.location).toBe(`/portal/?workspace=${t.tenant}`)
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, back.proof)).status).toBe(200)
  })

  it('hears nothing more on a stream that was open', async () => {
    const t = await team(server)
    const ben = await t.join(address(), 'admin')
    const { id } = await t.invite(address())
    const changes = await openStream(url, 'tenant.changes', { tenant: t.tenant }, { proof: ben.proof })
    const watch = await openStream(url, 'flow.watch', { ids: [id] }, { proof: ben.proof })
    await Promise.all([changes.next(), watch.next()])
    await remove(t, ben.userId)
    await t.send(id, 'invitation.revoked')
    await server.settle()
    for (const stream of [changes, watch]) {
      await expect(stream.next()).rejects.toThrow('ended')
      stream.close()
    }
  })

  it('is gone although the workspace would not shut at first', async () => {
    const t = await team(server)
    const ben = await t.join(address())
    const { workspaces } = server.records
    const sound = workspaces.expel
    let failures = 0
    Object.assign(workspaces, {
      expel: (tenant: string, user: string) =>
        failures++ < 2 ? Promise.reject(new Error('The disk is away.')) : sound(tenant, user),
    })
    const removing = remove(t, ben.userId)
    while (failures < 3) await server.pass(60_000)
    await removing
    Object.assign(workspaces, { expel: sound })
    expect(await workspaces.letsIn(t.tenant, ben.userId)).toBe(false)
    expect((await call(server, 'session.me', undefined, ben.proof)).reason).toBe('signed.out')
  })
})

describe('a role', () => {
  it('changes what one may at the next request', async () => {
    const t = await team(server)
    const ben = await t.join(address(), 'member')
    const write = () => call(server, 'tenant.createProject', { tenant: t.tenant, name: crypto.randomUUID() }, ben.proof)
    expect((await write()).reason).toBe('role.insufficient')
    expect((await change(t, ben.userId, 'developer')).status).toBe(200)
    expect((await write()).status).toBe(200)
  })

  it('is neither given nor taken above one’s own', async () => {
    const t = await team(server)
    const admin = await t.join(address(), 'admin')
    const ben = await t.join(address())
    const owner = await t.userOf(t.ownerEmail)
    expect((await change(t, ben.userId, 'owner', admin.proof)).reason).toBe('role.insufficient')
    expect((await change(t, admin.userId, 'owner', admin.proof)).reason).toBe('role.insufficient')
    expect((await change(t, owner, 'member', admin.proof)).reason).toBe('role.insufficient')
    expect((await remove(t, owner, admin.proof)).reason).toBe('role.insufficient')
    expect((await remove(t, ben.userId, ben.proof)).reason).toBe('role.insufficient')
    expect((await change(t, ben.userId, 'admin', admin.proof)).status).toBe(200)
    expect((await remove(t, ben.userId, admin.proof)).status).toBe(200)
  })
})

describe('the last owner', () => {
  it('stays: neither demoted, nor removed, nor gone by themselves', async () => {
    const t = await team(server)
    await t.join(address(), 'admin')
    const owner = await t.userOf(t.ownerEmail)
    expect((await change(t, owner, 'admin')).reason).toBe('owner.last')
    expect((await remove(t, owner)).reason).toBe('owner.last')
    expect((await call(server, 'team.leave', { tenant: t.tenant }, t.owner)).reason).toBe('owner.last')
    expect((await t.list()).members).toHaveLength(2)
  })

  it.each<[string, (t: Team, second: { userId: string; proof: object }, first: string) => Promise<unknown>[]]>([
    [
      'leave',
      ({ tenant, owner }, second) => [owner, second.proof].map((by) => call(server, 'team.leave', { tenant }, by)),
    ],
    ['step down', (t, second, first) => [change(t, first, 'member'), change(t, second.userId, 'member', second.proof)]],
    ['remove each other', (t, second, first) => [remove(t, second.userId), remove(t, first, second.proof)]],
    [
      'demote each other',
      (t, second, first) => [change(t, second.userId, 'member'), change(t, first, 'member', second.proof)],
    ],
  ])('is one of two who %s at once', async (_, both) => {
    const t = await team(server)
    const second = await t.join(address(), 'owner')
    const first = await t.userOf(t.ownerEmail)
    await Promise.all(both(t, second, first))
    await server.settle()
    const members = await server.records.tenants.members(t.tenant)
    expect(members.filter(({ role }) => role === 'owner')).toHaveLength(1)
    expect((await server.records.tenants.get(t.tenant))!.seatsUsed).toBe(members.length)
  })

  it('may leave once there is another', async () => {
    const t = await team(server)
    const second = await t.join(address(), 'owner')
    expect((await call(server, 'team.leave', { tenant: t.tenant }, t.owner)).status).toBe(200)
    await server.settle()
    const texts = (await mailsTo(server, t.ownerEmail)).map(({ text }) => text)
    expect(texts.join()).toContain('You have left Fernhill Studio')
    expect((await call(server, 'team.list', { tenant: t.tenant }, second.proof)).data).toMatchObject({
      members: [{ role: 'owner' }],
    })
  })
})
