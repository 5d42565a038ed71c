/** For members acting in a tenant that is theirs; anything else is `absent`, whether it exists or not. */
import * as z from 'zod/mini'
import { aboutInput, auditedBy, refusalCode } from './audited.ts'
import type { About } from './auditor.ts'
import { absent, memberProcedure } from './trpc.ts'

export const tenantId = z.string().check(z.minLength(1), z.maxLength(100))

const inTheirTenant = memberProcedure.input(z.looseObject({ tenant: tenantId })).use(async ({ ctx, input, next }) => {
  const { within } = ctx.caller
  if (within && within.tenant !== input.tenant) throw absent()
  const member = await ctx.ports.tenants.memberOf(input.tenant, ctx.caller.userId)
  if (!member) throw absent()
  return next({ ctx: { ...ctx, member, tenant: input.tenant } })
})

/**
 * What a member asks for is in the audit log: a change from before it is made, anything else when it is refused. `about`
 * says what was changed, where the input alone does not.
 */
export const tenantProcedure = inTheirTenant.use(async ({ ctx, input, path, type, meta, next }) => {
  const { auditor } = ctx.ports
  const call = { tenant: ctx.tenant, kind: path, by: auditedBy(ctx.member, ctx.from) }
  let about = aboutInput(input)
  const inside = { ctx: { ...ctx, about: (more: About) => void (about = { ...about, ...more }) } }
  if (type !== 'mutation' || meta?.audit !== undefined) {
    const done = await next(inside)
    if (!done.ok && done.error.code === 'FORBIDDEN')
      await auditor.refused(call, refusalCode(done.error) ?? 'forbidden', about)
    return done
  }
  const end = await auditor.begin(call)
  const done = await next(inside)
  const code = done.ok ? null : refusalCode(done.error)
  await end(done.ok ? 'done' : code === null ? 'failed' : { refused: code }, about)
  return done
})
