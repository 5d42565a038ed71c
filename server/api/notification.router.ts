/** What we told a member, in the portal. */
import * as z from 'zod/mini'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { router } from './trpc.ts'

const inTenant = z.strictObject({ tenant: tenantId })

export const notificationRouter = router({
  list: tenantProcedure.input(inTenant).query(({ ctx }) => ctx.ports.notices.list(ctx.tenant, ctx.caller.userId)),
  markRead: tenantProcedure
    .meta({ audit: 'nobody' })
    .input(z.strictObject({ tenant: tenantId, ids: z.array(z.string()).check(z.maxLength(200)) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.ports.notices.markRead(ctx.tenant, ctx.caller.userId, input.ids)
      ctx.ports.workspaceChanged(ctx.tenant)
    }),
})
