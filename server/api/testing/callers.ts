/** One of every kind of caller, around one sign-up and one workspace. */
import { tenantIdOf } from '../../../machines/onboarding/onboarding.actions.ts'
import { memberRoles as roles } from '../../../machines/vocabulary/people.ts'
import { call, type Proof } from '../../compose/testing/calls.ts'
import { type InProcess, inProcess } from '../../compose/testing/in-process.ts'
import { accountFor, colleague, colleagueAddress, cookieFor, rejoin } from '../../compose/testing/members.ts'
import { openFlow } from '../../compose/testing/leaver.ts'
import { leaver } from '../../compose/testing/leaver-by-code.ts'
import { operator } from '../../compose/testing/operators.ts'
import { visitorAt } from '../../compose/testing/visitor.ts'
import { written } from '../../compose/testing/written.ts'

export { roles }
export const callers = [
  'nobody',
  'its visitor',
  'visitor of another flow',
  'visitor whose token lapsed',
  'visitor whose token was revoked',
  'holder of the resume token',
  ...roles,
  'member of another tenant',
  'holder of a leave token',
  'member who signed out',
  'forger of a cookie',
  'operator',
  'operator without a second factor',
] as const
export type CallerName = (typeof callers)[number]
export type Asked = Readonly<Record<string, unknown>> | undefined

export type World = Awaited<ReturnType<typeof world>>

export async function world() {
  const server = await inProcess()
  const url = await server.listen()
  const lapsed = await visitorAt(server, 'address')
  await server.pass(61 * 86_400_000)
  const visitor = await visitorAt(server, 'ready')
  const revoked = await visitorAt(server, 'address')
  await server.database.connection.write(server.records.tokens.revokeAll(revoked.id, ['flow']))
  const owner = await visitorAt(server, 'ready')
  const stranger = await visitorAt(server, 'ready')
  const tenant = tenantIdOf(owner.id)
  const { workspaces, licences } = server.records
  const { connection } = server.database
  await workspaces.setLimits(tenant, { ...(await workspaces.limits(tenant)), projects: 1000 })
  const proofs: Record<CallerName, Proof> = {
    nobody: {},
    'its visitor': visitor.proof,
    'visitor of another flow': (await visitorAt(server, 'ready')).proof,
    'visitor whose token lapsed': lapsed.proof,
    'visitor whose token was revoked': revoked.proof,
    'holder of the resume token': { token: visitor.resume },
    owner: await cookieFor(server, owner.email),
    admin: await colleague(server, tenant, 'admin'),
    billing: await colleague(server, tenant, 'billing'),
    developer: await colleague(server, tenant, 'developer'),
    member: await colleague(server, tenant, 'member'),
    'member of another tenant': await cookieFor(server, stranger.email),
    'holder of a leave token': await leaver(server, owner.email),
    'member who signed out': await signedOut(server, owner.email),
    'forger of a cookie': { cookie: 'tenure.session_token=forged.c2lnbmF0dXJl' },
    operator: await operator(server, 'both'),
    'operator without a second factor': await operator(server, 'password'),
  }
  await connection.write([
    { sql: 'update licence_pool set count = 1000 where tenant = ?', parameters: [tenant], code: 'pool' },
  ])
  /** A member whom nothing else here needs. */
  async function spare(): Promise<{ userId: string }> {
    const email = `${crypto.randomUUID()}@spare.example`
    const userId = await accountFor(server, email)
    await connection.write([
      { sql: 'update tenant set seats = seats + 1 where id = ?', parameters: [tenant], code: 'seats' },
      ...server.records.tenants.addMember({ tenant, userId, email, name: email, role: 'member', occupation: 'other' }),
    ])
    return { userId }
  }
  const files = written(server)
  return {
    server,
    url,
    visitor,
    tenant,
    proofs,
    files,
    lapsedResume: lapsed.resume,
    /** A project of the tenant, as its page has it. */
    async project() {
      const { id, updatedAt } = await workspaces.projects.create(tenant, `Made ${crypto.randomUUID()}`)
      return { id, updatedAt }
    },
    /** Which name of the workspace somebody saw last. */
    tenantAsSeen: async () => (await server.records.tenants.get(tenant))!.updatedAt,
    /** A working key of the tenant. */
    async apiKey() {
      const name = 'Made for a test'
      const found = (await server.records.apiKeys.list(tenant)).find((key) => key.name === name)
      return (found ?? (await server.records.apiKeys.add(tenant, name, 'usr_1'))).id
    },
    foreignKey: async () => (await server.records.apiKeys.list(tenantIdOf(stranger.id)))[0]!.id,
    /** An export of the tenant that can be downloaded; there is one, and it stays. */
    async readyExport() {
      const { id } = await openFlow(server, tenant, 'export', proofs.owner)
      return id
    },
    /** A connection of the tenant that waits for somebody at the other company; there is one, and it stays. */
    async connection() {
      const kind = 'github'
      const open = { tenant, machine: 'integration', input: { kind }, startId: crypto.randomUUID() }
      const { data } = await call(server, 'flow.open', open, proofs.owner)
      return (data as { id: string }).id
    },
    foreignProject: async () => (await workspaces.projects.create(tenantIdOf(stranger.id), crypto.randomUUID())).id,
    foreignOwner: async () => (await server.identity.accounts.byEmail(stranger.email))!.userId,
    spare,
    /** Such a member, who holds a licence. */
    async licensed() {
      const { userId } = await spare()
      await connection.write(licences.assign({ tenant, key: 'agents', userId }, `lic_${userId}`))
      return { userId }
    },
    /** Brings back whoever left. */
    async rejoin() {
      await server.settle()
      for (const role of roles)
        if (role !== 'owner') proofs[role] = await rejoin(server, tenant, colleagueAddress(tenant, role), role)
    },
    /** Lets the API key be shown once more. */
    hideApiKey: () =>
      server.database.connection.write([
        { sql: 'update api_key set revealed_at = null where tenant = ?', parameters: [tenant], code: 'key' },
      ]),
    async end() {
      files.close()
      await server.end()
    },
  }
}

/** A cookie that was good once. */
async function signedOut(server: InProcess, email: string): Promise<Proof> {
  const proof = await cookieFor(server, email)
  await server.identity.signOut(new Headers({ cookie: proof.cookie!, origin: server.config.publicUrl }))
  return proof
}
