/** What we told a member in the portal, and what they want to be told. */
import * as z from 'zod/mini'
import { channels, channelsOf, isOptional, type NoticeClass, noticeClasses } from '../../machines/vocabulary/notices.ts'
import type { ApiPorts } from './ports.ts'
import { orProblem } from './refusals.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { Problem, router } from './trpc.ts'

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

  /** Every class, by the ways it comes, with what is on. */
  preferences: tenantProcedure
    .input(inTenant)
    .query(({ ctx }) => preferencesOf(ctx.ports, { tenant: ctx.tenant, user: ctx.caller.userId })),

  setPreference: tenantProcedure
    .input(
      z.strictObject({
        tenant: tenantId,
        class: z.enum(noticeClasses),
        channel: z.enum(channels),
        wanted: z.boolean(),
      }),
    )
    .mutation(async ({ ctx: { ports, tenant, caller, about }, input }) => {
      about({ what: `${input.class} (${input.channel})`, after: input.wanted ? 'on' : 'off' })
      if (!isOptional(input.class))
        throw new Problem('CONFLICT', 'notice.mandatory', 'Notices of this kind cannot be switched off.')
      const reader = { tenant, user: caller.userId }
      await orProblem(ports.connection.write([ports.preferences.set(reader, input.class, input.channel, input.wanted)]))
    }),
})

async function preferencesOf({ preferences }: ApiPorts, reader: { tenant: string; user: string }) {
  const off = await preferences.offOf(reader)
  const isOff = (one: NoticeClass, way: string) => off.some((each) => each.class === one && each.channel === way)
  return noticeClasses.map((one) => ({
    class: one,
    mandatory: !isOptional(one),
    channels: channelsOf[one].map((channel) => ({ channel, wanted: !isOff(one, channel) })),
  }))
}
