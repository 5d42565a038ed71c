/**
 * The settings: who one is, what the workspace is called, its API keys. Sessions and notices have routers of their own.
 * Who may, and in which tenant, is read here; the commits hold the rest.
 */
import * as z from 'zod/mini'
import { passwordSchema } from '../../machines/onboarding/onboarding.events.ts'
import { nameSchema, occupations } from '../../machines/vocabulary/people.ts'
import { MOST_KEYS } from '../records/apiKeys/api-keys.ts'
import { mustBeOpen } from './access.ts'
import { changePassword } from './change-password.ts'
import { mustBeAble } from './flow-access.ts'
import { orProblem } from './refusals.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { absent, router } from './trpc.ts'

const inTenant = z.strictObject({ tenant: tenantId })
/** One that is checked needs no lower bound: it is right or it is not. */
const oldPassword = z.string().check(z.maxLength(200, 'profile.password.tooLong'))

const keyKeeper = tenantProcedure.use(({ ctx, next }) => {
  mustBeAble(ctx.member, 'apiKey.manage')
  return next({ ctx })
})
const workspaceKeeper = tenantProcedure.use(({ ctx, next }) => {
  mustBeAble(ctx.member, 'workspace.manage')
  return next({ ctx })
})

export const settingsRouter = router({
  profile: tenantProcedure.input(inTenant).query(({ ctx: { member, caller } }) => ({
    name: caller.name,
    email: caller.email,
    occupation: member.occupation,
  })),

  /** The name everywhere, the occupation in this workspace. A repeat after a crash between the two writes mends it. */
  saveProfile: tenantProcedure
    .input(
      z.strictObject({ tenant: tenantId, name: nameSchema('profile.name.missing'), occupation: z.enum(occupations) }),
    )
    .mutation(async ({ ctx: { ports, tenant, caller }, input: { name, occupation } }) => {
      const { userId } = caller
      await orProblem(ports.connection.write(ports.tenants.describe({ tenant, userId }, { name, occupation })))
      await ports.people.rename(userId, name)
      for (const { id } of await ports.tenants.tenantsOf(userId)) ports.workspaceChanged(id)
      return { name, email: caller.email, occupation }
    }),

  /** Ends the other sessions, and mails that it happened. Not there yet: `done` is false, and the mail says when. */
  changePassword: tenantProcedure
    .input(z.strictObject({ tenant: tenantId, current: oldPassword, next: passwordSchema }))
    .mutation(({ ctx, input }) => changePassword(ctx, input)),

  workspace: workspaceKeeper.input(inTenant).query(async ({ ctx: { ports, tenant: id } }) => {
    const tenant = await ports.tenants.get(id)
    if (!tenant) throw absent()
    return { name: tenant.name, slug: tenant.slug, updatedAt: tenant.updatedAt }
  }),

  /** `updatedAt` is the one the page shows: whoever was faster is not overwritten, and this caller hears `conflict`. */
  renameWorkspace: workspaceKeeper
    .input(z.strictObject({ tenant: tenantId, name: nameSchema('workspace.name.missing'), updatedAt: z.int() }))
    .mutation(async ({ ctx: { ports, tenant, about }, input: { name, updatedAt } }) => {
      await mustBeOpen(ports, tenant, 'workspace.change')
      about({ before: (await ports.tenants.get(tenant))?.name ?? '' })
      await orProblem(ports.connection.write([ports.tenants.rename(tenant, name, updatedAt)]))
      ports.workspaceChanged(tenant)
    }),

  apiKeys: keyKeeper.input(inTenant).query(async ({ ctx: { ports, tenant } }) => {
    const [keys, members] = await Promise.all([ports.apiKeys.list(tenant), ports.tenants.members(tenant)])
    const nameOf = new Map(members.map(({ userId, name }) => [userId, name]))
    const listed = keys.map(({ id, name, prefix, madeBy, createdAt, usedAt }) => ({
      id,
      name,
      prefix,
      /** Null: it was made at set-up. */
      maker: madeBy === null ? null : (nameOf.get(madeBy) ?? ''),
      createdAt,
      usedAt,
    }))
    return { keys: listed, most: MOST_KEYS, pingUrl: `${ports.publicUrl}/v1/ping` }
  }),

  /** The answer is the only one that holds the key. */
  createApiKey: keyKeeper
    .input(z.strictObject({ tenant: tenantId, name: nameSchema('apiKey.name.missing') }))
    .mutation(async ({ ctx: { ports, tenant, member }, input: { name } }) => {
      await mustBeOpen(ports, tenant, 'apiKey.change')
      const made = await orProblem(ports.apiKeys.add(tenant, name, member.userId, ports.tenants.stillAs(member)))
      ports.workspaceChanged(tenant)
      return made
    }),

  revokeApiKey: keyKeeper
    .input(z.strictObject({ tenant: tenantId, id: z.string().check(z.maxLength(200)) }))
    .mutation(async ({ ctx: { ports, tenant, about }, input: { id } }) => {
      await mustBeOpen(ports, tenant, 'apiKey.revoke')
      about({ what: (await ports.apiKeys.list(tenant)).find((key) => key.id === id)?.name ?? id })
      await orProblem(ports.apiKeys.revoke(tenant, id))
      ports.workspaceChanged(tenant)
    }),
})
