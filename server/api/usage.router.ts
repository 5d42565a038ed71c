/** What is used of a workspace's limits, now and in the last twelve months. Months are in UTC, written 2026-11. */
import * as z from 'zod/mini'
import { meterIds, type MeterId, monthPattern } from '../../machines/vocabulary/meters.ts'
import { Refusal } from '../records/refusal.ts'
import { monthOf } from '../records/workspaces/meter-days.ts'
import { bookkeeper } from './bookkeeper.ts'
import type { ApiPorts } from './ports.ts'
import { tenantId } from './tenant-procedure.ts'
import { absent, router } from './trpc.ts'
import { daysOf, monthsUpTo } from './usage-months.ts'

const HISTORY = 12

/** A workspace that is not there any more is `absent`. */
const reader = bookkeeper('billing.read').use(async ({ next }) => {
  const done = await next()
  if (!done.ok && done.error.cause instanceof Refusal) throw absent()
  return done
})

export const usageRouter = router({
  /** Every meter of this month against its limit. `percent` is whole and may be above 100 where the limit is soft. */
  meters: reader.input(z.strictObject({ tenant: tenantId })).query(async ({ ctx: { ports, tenant } }) => {
    const now = ports.now()
    const month = monthOf(now)
    return { month, meters: await ports.workspaces.meters(tenant, month, now) }
  }),

  /** A meter's last twelve months, oldest first, and the days of one of them: this one unless another is asked for. */
  history: reader
    .input(
      z.strictObject({
        tenant: tenantId,
        meter: z.enum(meterIds),
        month: z.optional(z.string().check(z.regex(monthPattern))),
      }),
    )
    .query(({ ctx: { ports, tenant }, input: { meter, month } }) => history(ports, tenant, meter, month)),
})

async function history({ workspaces, now: clock }: ApiPorts, tenant: string, meter: MeterId, asked?: string) {
  const now = clock()
  const month = asked ?? monthOf(now)
  const [months, days, before] = await Promise.all([
    workspaces.meterMonths(tenant, meter, monthsUpTo(now, HISTORY)),
    workspaces.meterDays(tenant, meter, month),
    workspaces.levelBefore(tenant, meter, month),
  ])
  return { meter, months, month, ...daysOf({ meter, month, days, before, now }) }
}
