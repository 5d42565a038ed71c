/** Members of workspaces, signed in. */
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import type { Proof } from './calls.ts'
import type { InProcess } from './in-process.ts'

/** Signs the account of an address in. */
export async function cookieFor({ identity }: InProcess, email: string): Promise<Proof> {
  const account = await identity.accounts.byEmail(email)
  if (!account) throw new Error(`Nobody has an account with ${email}.`)
  const cookies = await identity.begin(account.userId, new Headers())
  return { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

/** An account that nobody's sign-up made. */
export async function accountFor({ identity }: InProcess, email: string, name = email): Promise<string> {
  const account = await identity.accounts.create({ onboardingId: `onb_${email}`, email, name, passwordHash: 'none' })
  if (!account) throw new Error(`Somebody has an account with ${email} already.`)
  return account.userId
}

/** Makes somebody a member again who left. */
export async function rejoin(server: InProcess, tenant: string, email: string, role: MemberRole): Promise<Proof> {
  const account = await server.identity.accounts.byEmail(email)
  const { userId } = account!
  const { tenants, workspaces } = server.records
  const joined = tenants.addMember({ tenant, userId, email, name: role, role, occupation: 'other' })
  if (!(await tenants.memberOf(tenant, userId))) await server.database.connection.write(joined)
  await workspaces.admit(tenant, userId)
  return cookieFor(server, email)
}

/** The address of a tenant's colleague. */
export const colleagueAddress = (tenant: string, role: MemberRole) => `${role}@${tenant.replaceAll('_', '-')}.example`

/** One more member of a workspace, signed in. The plan's seats are no matter here, so there is room. */
export async function colleague(server: InProcess, tenant: string, role: MemberRole): Promise<Proof> {
  const email = colleagueAddress(tenant, role)
  const userId = await accountFor(server, email, role)
  await server.database.connection.write([
    { sql: 'update tenant set seats = seats + 1 where id = ?', parameters: [tenant], code: 'seats' },
    ...server.records.tenants.addMember({ tenant, userId, email, name: role, role, occupation: 'other' }),
  ])
  await server.records.workspaces.admit(tenant, userId)
  return cookieFor(server, email)
}
