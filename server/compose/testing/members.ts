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

/** One more member of a workspace, signed in. The plan's seats are no matter here, so there is room. */
export async function colleague(server: InProcess, tenant: string, role: MemberRole): Promise<Proof> {
  const email = `${role}@${tenant.replaceAll('_', '-')}.example`
  const { accounts } = server.identity
  const account = await accounts.create({ onboardingId: `onb_${email}`, email, name: role, passwordHash: 'none' })
  if (!account) throw new Error(`Somebody has an account with ${email} already.`)
  const { userId } = account
  await server.database.connection.write([
    { sql: 'update tenant set seats = seats + 1 where id = ?', parameters: [tenant], code: 'seats' },
    ...server.records.tenants.addMember({ tenant, userId, email, name: role, role, occupation: 'other' }),
  ])
  await server.records.workspaces.admit(tenant, userId)
  return cookieFor(server, email)
}
