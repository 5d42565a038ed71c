/** For members acting in a tenant that is theirs; anything else is `absent`, whether it exists or not. */
import * as z from 'zod/mini'
import { absent, memberProcedure } from './trpc.ts'

export const tenantId = z.string().check(z.minLength(1), z.maxLength(100))

export const tenantProcedure = memberProcedure
  .input(z.looseObject({ tenant: tenantId }))
  .use(async ({ ctx, input, next }) => {
    const member = await ctx.ports.tenants.memberOf(input.tenant, ctx.caller.userId)
    if (!member) throw absent()
    return next({ ctx: { ...ctx, member, tenant: input.tenant } })
  })
