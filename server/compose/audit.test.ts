/** The audit log, on the whole server: what is in it, who sees it, and what is left of it. */
import { afterEach, describe, expect, it } from 'vitest'
import type { AuditLine } from '../api/auditor.ts'
import { call, type Proof } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { openFlow } from './testing/leaver.ts'
import { type Team, team } from './testing/team.ts'
import { person } from './testing/visitor.ts'

let server: InProcess
afterEach(() => server.end())

async function open(): Promise<Team> {
  server = await inProcess()
  return team(server)
}
const list = (t: Team, filter: object = {}, by: Proof = t.owner) =>
  call(server, 'audit.list', { tenant: t.tenant, ...filter }, by)
const lines = async (t: Team, filter: object = {}) => ((await list(t, filter)).data as { entries: AuditLine[] }).entries
const verify = async (t: Team) => (await call(server, 'audit.verify', { tenant: t.tenant }, t.owner)).data

describe('the audit log', () => {
  it('says who changed whom, from what to what, and from where', async () => {
    const t = await open()
    const ana = await t.join('ana@kettle.example', 'developer')
    server.clock.advance(1)
    await call(server, 'team.changeRole', { tenant: t.tenant, userId: ana.userId, role: 'billing' }, t.owner)
    expect((await lines(t, { byPeople: true }))[0]).toMatchObject({
      kind: 'team.changeRole',
      outcome: 'done',
      by: { name: person.name, role: 'owner', from: { address: '127.0.0.1' } },
      about: { what: 'Ana Reis', before: 'developer', after: 'billing' },
    })
  })

  it('says what a person asked of a flow, and what the flow did by itself', async () => {
    const t = await open()
    const { id } = await t.invite('ben@kettle.example')
    await t.send(id, 'invitation.revoked')
    await server.settle()
    const about = (await lines(t)).filter(({ flow }) => flow === 'invitation')
    expect(about.find(({ kind }) => kind === 'invitation.revoked')).toMatchObject({
      by: { name: person.name },
      entered: ['revoked'],
    })
    expect(about.find(({ kind }) => kind === 'xstate.init')).toMatchObject({ by: { name: person.name } })
    expect(about.some(({ by }) => by === null)).toBe(true)
  })

  it('has what was refused, with the reason, and nothing that only looked', async () => {
    const t = await open()
    const ben = await t.join('ben@kettle.example', 'member')
    await call(server, 'team.remove', { tenant: t.tenant, userId: t.tenant }, ben.proof)
    server.clock.advance(1)
    await call(server, 'audit.list', { tenant: t.tenant }, ben.proof)
    await call(server, 'tenant.home', { tenant: t.tenant }, ben.proof)
    const { id } = await t.invite('cy@kettle.example')
    server.clock.advance(1)
    await t.send(id, 'invitation.revoked', ben.proof)
    server.clock.advance(1)
    await call(server, 'tenant.createProject', { tenant: t.tenant, name: '' }, t.owner)
    expect((await lines(t, { outcome: 'refused' })).map(({ kind, code, by }) => [kind, code, by?.role])).toEqual([
      ['tenant.createProject', 'input.invalid', 'owner'],
      ['invitation.revoked', 'role.insufficient', 'member'],
      ['audit.list', 'role.insufficient', 'member'],
      ['team.remove', 'role.insufficient', 'member'],
    ])
  })

  it('is for those who may read it, in their own workspace', async () => {
    const t = await open()
    const other = await team(server)
    const ben = await t.join('ben@kettle.example', 'billing')
    expect((await list(t, {}, ben.proof)).reason).toBe('role.insufficient')
    expect((await list(t, {}, other.owner)).reason).toBe('absent')
    expect((await list({ ...t, tenant: 'ten_nobody' })).reason).toBe('absent')
    // what a stranger tries is not written into the log of whom they try it on
    expect((await lines(t)).some(({ code }) => code === 'absent')).toBe(false)
  })

  it('is one chain, and says where somebody changed it', async () => {
    const t = await open()
    await t.join('ben@kettle.example')
    await server.records.audit.link()
    expect(await verify(t)).toMatchObject({ broken: null, entries: (await lines(t)).length })
    const forge = {
      sql: `update audit set kind = 'nothing' where tenant = ? and n = 3`,
      parameters: [t.tenant],
      code: '',
    }
    await server.database.connection.write([forge])
    expect(await verify(t)).toMatchObject({ broken: { n: 3, reason: 'changed' } })
  })

  it('is read a page at a time, to its beginning', async () => {
    const t = await open()
    for (let i = 0; i < 60; i++) {
      server.clock.advance(1)
      await call(
        server,
        'tenant.renameProject',
        { tenant: t.tenant, id: `none-${i}`, name: 'x', updatedAt: 1 },
        t.owner,
      )
    }
    const seen: AuditLine[] = []
    for (let more = true; more; ) {
      const last = seen.at(-1)
      const page = (await list(t, last ? { before: { at: last.at, id: last.id } } : {})).data as {
        entries: AuditLine[]
        more: boolean
      }
      seen.push(...page.entries)
      more = page.more
    }
    expect(seen.filter(({ kind }) => kind === 'tenant.renameProject')).toHaveLength(60)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => b - a))
  })

  it('is still unbroken, and about nobody, when the workspace is erased', async () => {
    const t = await open()
    const leaving = await openFlow(server, t.tenant, 'offboarding', t.owner)
    await leaving.act({ type: 'reason.skipped' })
    await leaving.act({ type: 'leaving.confirmed', name: person.company, when: 'now' })
    for (let day = 0; day < 60 && (await leaving.seen()); day++) await server.pass(86_400_000)
    expect(await server.records.tenants.get(t.tenant)).toBeNull()
    await server.records.audit.link()
    const kept = await server.database.connection.rows<{ tenant: string; body: string | null }>({
      sql: 'select * from audit where tenant = ?',
      parameters: [t.tenant],
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(JSON.stringify(kept)).not.toMatch(/Mara|fernhill|127\.0\.0\.1/i)
  })
})
