/** Licences of a team on the whole server: given, taken back, none left, gone with a member, kept by a smaller plan. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdOf } from '../../machines/account/account.flow.ts'
import type { LicenceState } from '../api/team-licences.ts'
import type { LicencePool } from '../records/licences/licences.ts'
import type { WorkspaceLicence } from '../records/workspaces/workspaces.ts'
import { call, type Proof } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { colleague, colleagueAddress } from './testing/members.ts'
import { daysPass, teamWorkspace } from './testing/renewal.ts'
import { type Team, team } from './testing/team.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
  await server.listen()
})
afterAll(() => server.end())

describe('a licence', () => {
  it('is given, known to the workspace, told to its product, and taken back', async () => {
    const t = await team(server)
    const ben = await t.join(address())
    expect(await licences(t)).toEqual({ pools: [agents(1, 0)], held: [] })
    expect((await assign(t, ben.userId)).status).toBe(200)
    expect(await licences(t)).toEqual({ pools: [agents(1, 1)], held: [held(ben.userId, 'held')] })
    expect(await told(t)).toEqual([
      { key: 'agents', name: 'Agent', count: 1, members: [{ id: ben.userId, email: ben.email }] },
    ])
    expect(await ledger(t)).toMatchObject([{ status: 'present', fact: { userId: ben.userId, licence: 'agents' } }])

    expect((await withdraw(t, ben.userId)).status).toBe(200)
    expect(await licences(t)).toEqual({ pools: [agents(1, 0)], held: [] })
    expect(await told(t)).toMatchObject([{ members: [] }])
    expect(await ledger(t)).toMatchObject([{ status: 'released' }])
  })

  it('that is the last goes to one of two, and to nobody twice', async () => {
    const t = await team(server)
    const [ben, cem] = [await t.join(address()), await t.join(address())]
    const answers = await Promise.all([assign(t, ben.userId), assign(t, cem.userId)])
    expect(answers.map(({ reason }) => reason ?? 'given').toSorted()).toEqual(['given', 'licence.none'])
    const holder = answers[0].status === 200 ? ben : cem
    expect((await assign(t, holder.userId)).reason).toBe('licence.held')
    const other = holder === ben ? cem : ben
    expect((await withdraw(t, other.userId)).reason).toBe('licence.absent')
    await withdraw(t, holder.userId)
    expect((await assign(t, other.userId)).status).toBe(200)
  })

  it('is nothing an admin gives an owner, nor of a kind the plan has not, nor for somebody of elsewhere', async () => {
    const [t, elsewhere] = [await team(server), await team(server)]
    const admin = await t.join(address(), 'admin')
    const owner = await t.userOf(t.ownerEmail)
    expect((await assign(t, owner, admin.proof)).reason).toBe('role.insufficient')
    const foreign = await assign(t, await elsewhere.userOf(elsewhere.ownerEmail))
    expect(foreign).toMatchObject({ status: 409, reason: 'member.absent' })
    expect(foreign.body).toBe((await assign(t, 'usr_00000000')).body)
    const ghosts = { tenant: t.tenant, userId: admin.userId, licence: 'ghosts' }
    for (const name of ['team.assignLicence', 'team.withdrawLicence'])
      expect((await call(server, name, ghosts, t.owner)).reason).toBe('licence.unknown')
    expect((await assign(t, admin.userId, admin.proof)).status).toBe(200)
    expect(await licences(elsewhere)).toMatchObject({ held: [] })
    expect(await told(elsewhere)).toMatchObject([{ members: [] }])
  })

  it('is in the audit log with whose it is and which', async () => {
    const t = await team(server)
    const ben = await t.join(address())
    for (const ask of [assign, withdraw, withdraw]) {
      await ask(t, ben.userId)
      // the clock stands still, and the log is in the order of time
      server.clock.advance(1)
    }
    await server.settle()
    const { data } = await call(server, 'audit.list', { tenant: t.tenant, byPeople: true }, t.owner)
    const { entries } = data as { entries: { kind: string; outcome: string; code: string | null; about: object }[] }
    const mine = entries.filter(({ kind }) => kind.endsWith('Licence'))
    expect(mine.map(({ kind, outcome, code, about }) => [kind, outcome, code, about])).toEqual([
      ['team.withdrawLicence', 'refused', 'licence.absent', { what: 'Ana Reis', before: 'Agent' }],
      ['team.withdrawLicence', 'done', null, { what: 'Ana Reis', before: 'Agent' }],
      ['team.assignLicence', 'done', null, { what: 'Ana Reis', after: 'Agent' }],
    ])
  })
})

describe('a workspace that would not take it', () => {
  it('has it in the end, and the page sees that it is on its way', async () => {
    const t = await team(server)
    const ben = await t.join(address())
    const { mend, failures } = broken(2)
    const giving = assign(t, ben.userId)
    await once(() => failures() > 0)
    expect(await licences(t)).toEqual({ pools: [agents(1, 1)], held: [held(ben.userId, 'giving')] })
    while (failures() < 3) await server.pass(60_000)
    expect((await giving).status).toBe(200)
    mend()
    expect(await licences(t)).toMatchObject({ held: [held(ben.userId, 'held')] })
    expect(await told(t)).toMatchObject([{ members: [{ id: ben.userId }] }])
  })

  it('leaves it to one of us after many tries, and has it when they say so', async () => {
    const t = await team(server)
    const ben = await t.join(address())
    const { mend } = broken(Infinity)
    const giving = assign(t, ben.userId)
    while ((await licences(t)).held[0]?.state !== 'notGiven') await server.pass(3_600_000)
    await giving
    expect(await told(t)).toMatchObject([{ members: [] }])
    mend()
    const [change] = await server.records.licences.changes(t.tenant)
    const event = { type: 'operator.retried' }
    await server.engine.send({ id: change!.flow, event, eventId: 'retry', caller: 'operator' })
    await server.settle()
    expect(await licences(t)).toMatchObject({ held: [held(ben.userId, 'held')] })
    expect(await told(t)).toMatchObject([{ members: [{ id: ben.userId }] }])
  })
})

describe('a member who goes', () => {
  it.each(['is removed', 'leaves'] as const)('and %s gives theirs back with the seat', async (how) => {
    const t = await team(server)
    const [ben, cem] = [await t.join(address()), await t.join(address())]
    await assign(t, ben.userId)
    const gone =
      how === 'is removed'
        ? await call(server, 'team.remove', { tenant: t.tenant, userId: ben.userId }, t.owner)
        : await call(server, 'team.leave', { tenant: t.tenant }, ben.proof)
    expect(gone.status).toBe(200)
    expect(await licences(t)).toEqual({ pools: [agents(1, 0)], held: [] })
    await server.settle()
    expect(await told(t)).toMatchObject([{ members: [] }])
    expect(await ledger(t)).toMatchObject([{ status: 'released' }])
    expect((await assign(t, cem.userId)).status).toBe(200)
  })
})

describe('the account', () => {
  it('that one of our people stopped gives none, and lets them be taken back', async () => {
    const t = await team(server)
    const [ben, cem] = [await t.join(address()), await t.join(address())]
    await assign(t, ben.userId)
    const event = { type: 'operator.held', reason: 'Looks odd.' }
    await server.engine.send({ id: accountIdOf(t.tenant), event, eventId: 'held', caller: 'operator' })
    expect((await withdraw(t, ben.userId)).status).toBe(200)
    expect(await assign(t, cem.userId)).toMatchObject({ status: 403, reason: 'account.held' })
    expect(await licences(t)).toMatchObject({ pools: [{ used: 0 }] })
    expect((await ask(t)).statusCode).toBe(403)
  })

  it('has ten on Team; on Free afterwards nobody loses theirs, and none can be given', async () => {
    const paid = await teamWorkspace(server)
    const { tenant, owner } = paid
    const roles = ['admin', 'developer', 'member'] as const
    const users: string[] = []
    for (const role of roles) {
      await colleague(server, tenant, role)
      users.push((await server.identity.accounts.byEmail(colleagueAddress(tenant, role)))!.userId)
    }
    for (const user of users.slice(0, 2)) expect((await assign({ tenant, owner }, user)).status).toBe(200)
    expect(await licences(paid)).toMatchObject({ pools: [agents(10, 2)] })

    await paid.send('downgrade.confirmed')
    await server.settle()
    await daysPass(server, 32)
    expect(await server.records.tenants.get(tenant)).toMatchObject({ plan: 'free' })
    expect(await licences(paid)).toMatchObject({ pools: [agents(1, 2)], held: [{ state: 'held' }, { state: 'held' }] })
    expect(await server.records.workspaces.licences(tenant)).toMatchObject([{ count: 1, members: [{}, {}] }])
    expect((await assign(paid, users[2]!)).reason).toBe('licence.none')
    for (const user of users.slice(0, 2)) await withdraw(paid, user)
    expect((await assign(paid, users[2]!)).status).toBe(200)
  }, 60_000)
})

it('tells nobody without a key of the workspace', async () => {
  const answers = [undefined, 'Bearer tn_live_0000', 'Basic tn_live_0000'].map((authorization) =>
    server.app.inject({ url: '/v1/licences', headers: authorization === undefined ? {} : { authorization } }),
  )
  for (const { statusCode, body } of await Promise.all(answers)) {
    expect(statusCode).toBe(401)
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'key.unknown' } })
  }
})

interface Whose {
  readonly tenant: string
  readonly owner: Proof
}
interface Listed {
  readonly pools: readonly LicencePool[]
  readonly held: readonly { readonly key: string; readonly userId: string; readonly state: LicenceState }[]
}

let addresses = 0
const address = () => `ben-${++addresses}@licences.example`
const agents = (count: number, used: number) => ({
  key: 'agents',
  name: 'Agent',
  summary: 'May run agents in projects.',
  count,
  used,
})
const held = (userId: string, state: LicenceState) => ({ key: 'agents', userId, state })
const assign = ({ tenant, owner }: Whose, userId: string, by = owner) =>
  call(server, 'team.assignLicence', { tenant, userId, licence: 'agents' }, by)
const withdraw = ({ tenant, owner }: Whose, userId: string, by = owner) =>
  call(server, 'team.withdrawLicence', { tenant, userId, licence: 'agents' }, by)
const licences = async ({ tenant, owner }: Whose) =>
  ((await call(server, 'team.list', { tenant }, owner)).data as { licences: Listed }).licences
const ledger = async ({ tenant }: Team) =>
  (await server.records.ledger.of(tenant)).filter(({ kind }) => kind === 'licence')

const keys = new Map<string, string>()
/** What the workspace's product is told. */
async function ask({ tenant }: Team) {
  const key = keys.get(tenant) ?? (await server.records.apiKeys.reveal(tenant))!
  keys.set(tenant, key)
  return server.app.inject({ url: '/v1/licences', headers: { authorization: `Bearer ${key}` } })
}
const told = async (t: Team) => (await ask(t)).json<{ licences: WorkspaceLicence[] }>().licences

/** Workspaces that take no licence the first so many times. */
function broken(times: number) {
  const { workspaces } = server.records
  const sound = workspaces.giveLicence
  let failures = 0
  const giveLicence: typeof sound = (...which) =>
    failures++ < times ? Promise.reject(new Error('The disk is away.')) : sound(...which)
  Object.assign(workspaces, { giveLicence })
  return { failures: () => failures, mend: () => void Object.assign(workspaces, { giveLicence: sound }) }
}

async function once(isSo: () => boolean) {
  while (!isSo()) await server.settle()
}
