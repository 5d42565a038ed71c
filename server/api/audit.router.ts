/** The audit log as those see it who may. */
import * as z from 'zod/mini'
import { mustBeAble } from './flow-access.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { router } from './trpc.ts'

const at = z.int().check(z.minimum(0))

const reader = tenantProcedure.use(({ ctx, next }) => {
  mustBeAble(ctx.member, 'audit.read')
  return next({ ctx })
})

export const auditRouter = router({
  /** Newest first, a page at a time; `before` is the last entry of the page before. */
  list: reader
    .input(
      z.strictObject({
        tenant: tenantId,
        before: z.optional(z.strictObject({ at, id: z.string().check(z.maxLength(300)) })),
        person: z.optional(z.string().check(z.maxLength(100))),
        outcome: z.optional(z.enum(['done', 'refused'])),
        byPeople: z.optional(z.boolean()),
        since: z.optional(at),
        until: z.optional(at),
      }),
    )
    .query(({ ctx: { ports, tenant }, input }) => ports.auditor.list({ ...given(input), tenant })),

  /** Whether the whole log is as it was written. */
  verify: reader
    .input(z.strictObject({ tenant: tenantId }))
    .query(({ ctx: { ports, tenant } }) => ports.auditor.verify(tenant)),
})

/** Without what was not given. */
function given<Input extends object>(input: Input) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Input]: Exclude<Input[Key], undefined>
  }
}
