/**
 * A team as its members see it, and what they change of it. Inviting is a flow (`flow.open`); here is the list, the
 * roles, and the ways out. Whose role may be given or taken by whom says `mayHandle`; the commits hold the rest.
 */
import * as z from 'zod/mini'
import { memberRoles } from '../../machines/vocabulary/people.ts'
import { may, mayHandle } from '../../machines/vocabulary/permissions.ts'
import { BirthRefused } from '../engine/loop.ts'
import type { Member } from '../records/tenants/tenants.ts'
import { insufficient } from './flow-access.ts'
import { handled, refused } from './handled.ts'
import type { ApiPorts } from './ports.ts'
import { reached } from './reached.ts'
import { licenceProcedures, licencesOf } from './team-licences.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { absent, router } from './trpc.ts'

const userId = z.string().check(z.minLength(1), z.maxLength(100))
const inTenant = z.strictObject({ tenant: tenantId })

/** How long a removal may keep its caller waiting; the member is off the list by then in any case. */
const PATIENCE_MS = 5000

export const teamRouter = router({
  /** Members, seats, licences, and, for whoever manages members, the open invitations as their actors stand. */
  list: tenantProcedure.input(inTenant).query(({ ctx }) => list(ctx.ports, ctx.member)),

  changeRole: tenantProcedure
    .input(z.strictObject({ tenant: tenantId, userId, role: z.enum(memberRoles) }))
    .mutation(async ({ ctx: { ports, member, tenant, about }, input }) => {
      const whom = await handled(ports, member, input.userId)
      about({ what: whom.name, before: whom.role, after: input.role })
      if (!mayHandle(member.role, input.role)) throw insufficient()
      if (whom.role === input.role) return
      const written = await ports.connection.write(ports.tenants.changeRole(member, whom, input.role))
      if (written.result === 'refused') throw refused(written.code)
      ports.workspaceChanged(tenant)
    }),

  remove: tenantProcedure
    .input(z.strictObject({ tenant: tenantId, userId }))
    .mutation(async ({ ctx: { ports, member, about }, input }) => {
      const whom = await handled(ports, member, input.userId)
      about({ what: whom.name, before: whom.role })
      await dismiss(ports, member, whom)
    }),

  /** One's own way out. */
  leave: tenantProcedure.input(inTenant).mutation(({ ctx: { ports, member } }) => dismiss(ports, member, member)),

  ...licenceProcedures,
})

async function list(ports: ApiPorts, { tenant: id, userId, role }: Member) {
  const { tenants, invitations, engine } = ports
  const [tenant, members, open, licences] = await Promise.all([
    tenants.get(id),
    tenants.members(id),
    invitations.open(id),
    licencesOf(ports, id),
  ])
  if (!tenant) throw absent()
  const views = await Promise.all(
    open.map(async ({ id, createdAt }) => ({ createdAt, view: await engine.view(id, 'member') })),
  )
  // one that has just ended may still stand on the list for a moment
  const waiting = views.flatMap(({ createdAt, view }) => (view?.status === 'active' ? [{ createdAt, view }] : []))
  return {
    me: { userId, role },
    members: members.map(({ userId, name, email, role, joinedAt }) => ({ userId, name, email, role, joinedAt })),
    invitations: may(role, 'members.manage') ? waiting : [],
    seats: { used: tenant.seatsUsed, held: waiting.length, all: tenant.seats },
    licences,
  }
}

/** The list is shorter with the removal's first commit; access and sessions follow at once, and durably. */
async function dismiss(ports: ApiPorts, by: Member, whom: Member): Promise<void> {
  const { tenant, userId, email, name } = whom
  // a look saves a commit that is sure to be refused; of two at once the commit decides
  const owners = (await ports.tenants.members(tenant)).filter(({ role }) => role === 'owner')
  if (whom.role === 'owner' && owners.length < 2) throw refused('owner.last')
  const removalId = `rem_${crypto.randomUUID()}`
  const isOwnWish = by.userId === userId
  const input = { removalId, tenantId: tenant, userId, email, name, by: isOwnWish ? null : nameOf(by) }
  const reader = { tenant, user: userId }
  const writes = [
    ...ports.tenants.dismiss(by, whom),
    // what they made acts for the workspace no more than they do
    ports.apiKeys.revokeMadeBy(tenant, userId),
    ports.preferences.forget(reader),
  ]
  try {
    await ports.engine.start({ flow: 'removal', id: removalId, tenant, keyId: tenant, input, writes })
  } catch (error) {
    throw error instanceof BirthRefused ? refused(error.code) : error
  }
  await reached(ports.engine, removalId, ({ value }) => value !== 'taking', PATIENCE_MS)
  ports.workspaceChanged(tenant)
}

const nameOf = ({ userId, name }: Member) => ({ userId, name })
