/** Leaving from a product's own page: who is let in by a code, into what, and for how long. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LEAVE_TOKEN_MS } from '../api/leave-as.ts'
import { call } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { openFlow, tenantOf } from './testing/leaver.ts'
import { leaver, provedAddress } from './testing/leaver-by-code.ts'
import { cookieFor } from './testing/members.ts'
import { team } from './testing/team.ts'
import { person, visitorAt } from './testing/visitor.ts'

let server: InProcess
beforeEach(async () => {
  server = await inProcess()
})
afterEach(() => server.end())

async function owned() {
  const mara = await visitorAt(server, 'ready')
  return { email: mara.email, tenant: tenantOf(mara) }
}

describe('an owner who proves their address', () => {
  it('leaves from there, to the end, and the portal sees the same leaving', async () => {
    const { email, tenant } = await owned()
    const proof = await leaver(server, email)
    const leaving = await openFlow(server, tenant, 'offboarding', proof)
    await leaving.act({ type: 'reason.skipped' })
    const { data } = await call(
      server,
      'flow.current',
      { tenant, machine: 'offboarding' },
      await cookieFor(server, email),
    )
    expect(data).toMatchObject({ id: leaving.id, view: { value: { deciding: 'confirming' } } })
    await leaving.act({ type: 'leaving.confirmed', name: person.company, when: 'now' })
    expect((await leaving.where())[0]).toContain('retrieval')
    const log = await server.records.audit.page({ tenant, byPeople: true, most: 50 })
    expect(log.map(({ kind }) => kind)).toContain('leaving.confirmed')
  })

  it('is let into that workspace’s leaving, and into nothing else', async () => {
    const { email, tenant } = await owned()
    const other = await owned()
    const proof = await leaver(server, email)
    const reasons = await Promise.all(
      (
        [
          ['session.me', undefined],
          ['tenant.home', { tenant }],
          ['tenant.createProject', { tenant, name: 'x' }],
          ['team.list', { tenant }],
          ['flow.open', { tenant, machine: 'card', startId: crypto.randomUUID() }],
          ['flow.open', { tenant: other.tenant, machine: 'offboarding', startId: crypto.randomUUID() }],
          ['flow.view', { id: `acc_${tenant}` }],
          ['flow.current', { tenant, machine: 'account' }],
          ['flow.open', { tenant, machine: 'export', startId: crypto.randomUUID() }],
          ['flow.current', { tenant, machine: 'export' }],
        ] as const
      ).map(async ([procedure, input]) => (await call(server, procedure, input, proof)).reason),
    )
    expect(new Set(reasons)).toEqual(new Set(['absent']))
  })

  it('is let in once by one code, for an hour', async () => {
    const { email, tenant } = await owned()
    const door = await provedAddress(server, email)
    const first = await call(server, 'flow.leave', { id: door.id }, door.proof)
    expect((await call(server, 'flow.leave', { id: door.id }, door.proof)).reason).toBe('handOver.closed')
    const { token } = (first.data as { entered: { token: string } }).entered
    const ask = () => call(server, 'flow.current', { tenant, machine: 'offboarding' }, { token })
    expect((await ask()).status).toBe(200)
    server.clock.advance(LEAVE_TOKEN_MS)
    expect((await ask()).reason).toBe('signed.out')
  })

  it('chooses where they own more than one workspace', async () => {
    const { email, tenant } = await owned()
    const second = await team(server)
    const member = (await server.identity.accounts.byEmail(email))!
    const seat = server.records.tenants.addMember({
      ...member,
      tenant: second.tenant,
      role: 'owner',
      occupation: 'other',
    })
    await server.database.connection.write([...[seat].flat()])
    const { id, proof } = await provedAddress(server, email)
    const asked = (await call(server, 'flow.leave', { id }, proof)).data as {
      workspaces: { id: string }[]
      entered: null
    }
    expect(asked.workspaces.map(({ id }) => id).toSorted()).toEqual([tenant, second.tenant].toSorted())
    expect(asked.entered).toBeNull()
    const chosen = await call(server, 'flow.leave', { id, tenant: second.tenant }, proof)
    expect(chosen.data).toMatchObject({ entered: { tenant: second.tenant } })
  })
})

describe('whoever may not close a workspace', () => {
  it('finds none, by whatever address, and cannot name one', async () => {
    const t = await team(server)
    const ben = await t.join('ben@kettle.example', 'admin')
    const { id, proof } = await provedAddress(server, ben.email)
    expect((await call(server, 'flow.leave', { id }, proof)).data).toEqual({ workspaces: [], entered: null })
    expect((await call(server, 'flow.leave', { id, tenant: t.tenant }, proof)).reason).toBe('absent')
  })

  it('is out the moment they are no owner any more', async () => {
    const t = await team(server)
    const ben = await t.join('ben@kettle.example', 'owner')
    const proof = await leaver(server, ben.email)
    const ask = () =>
      call(server, 'flow.open', { tenant: t.tenant, machine: 'offboarding', startId: crypto.randomUUID() }, proof)
    await call(server, 'team.changeRole', { tenant: t.tenant, userId: ben.userId, role: 'member' }, t.owner)
    expect((await ask()).reason).toBe('role.insufficient')
    await call(server, 'team.remove', { tenant: t.tenant, userId: ben.userId }, t.owner)
    expect((await ask()).reason).toBe('signed.out')
  })

  it('gets nothing before the code was typed, nor by another’s sign-in', async () => {
    const { email } = await owned()
    const { data } = await call(server, 'flow.start', { machine: 'signIn', input: { email, locale: 'en' } })
    const { id, token } = data as { id: string; token: string }
    await server.settle()
    expect((await call(server, 'flow.leave', { id }, { token })).reason).toBe('handOver.closed')
    const other = await provedAddress(server, (await owned()).email)
    expect((await call(server, 'flow.leave', { id }, other.proof)).reason).toBe('absent')
    const extra = await call(server, 'flow.leave', { id: other.id, userId: 'x' }, other.proof)
    expect(extra.status).toBe(400)
  })
})
