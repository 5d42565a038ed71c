/** What we told a member, in the portal. */
import * as z from 'zod/mini'
import { absent, memberProcedure, router } from './trpc.ts'

const inTenant = z.strictObject({ tenant: z.string().check(z.maxLength(100)) })

const ownProcedure = memberProcedure.input(z.looseObject({ tenant: z.string() })).use(async ({ ctx, input, next }) => {
  if (!(await ctx.ports.tenants.memberOf(input.tenant, ctx.caller.userId))) throw absent()
  return next({ ctx: { ...ctx, tenant: input.tenant } })
})

export const notificationRouter = router({
  list: ownProcedure.input(inTenant).query(({ ctx }) => ctx.ports.notices.list(ctx.tenant, ctx.caller.userId)),
  markRead: ownProcedure
    .input(z.strictObject({ tenant: z.string(), ids: z.array(z.string()).check(z.maxLength(200)) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.ports.notices.markRead(ctx.tenant, ctx.caller.userId, input.ids)
      ctx.ports.workspaceChanged(ctx.tenant)
    }),
})
