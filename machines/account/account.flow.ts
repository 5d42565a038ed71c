/** The account flow. Only the server starts one; members change their plan, operators hold and release. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { meterIds, monthPattern, thresholds } from '../vocabulary/meters.ts'
import { intervals } from '../vocabulary/plans.ts'
import { accountMachine } from './account.machine.ts'
import { accountSays } from './account.says.ts'
import type { AccountContext } from './account.types.ts'
import { accountView } from './account.view.ts'

const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) })

const crossing = z.strictObject({
  meter: z.enum(meterIds),
  month: z.string().check(z.regex(monthPattern)),
  threshold: z.literal(thresholds),
  limit: z.int().check(z.minimum(0)),
  used: z.int().check(z.minimum(0)),
  hard: z.boolean(),
})

export const accountEvents = {
  'billing.changed': plain('billing.changed'),
  'upgrade.asked': z.strictObject({
    type: z.literal('upgrade.asked'),
    interval: z._default(z.enum(intervals), 'month'),
  }),
  'usage.crossed': z.strictObject({ type: z.literal('usage.crossed'), crossing }),
  'downgrade.confirmed': plain('downgrade.confirmed'),
  'downgrade.undone': plain('downgrade.undone'),
  'leaving.began': plain('leaving.began'),
  'leaving.undone': plain('leaving.undone'),
  'account.closed': plain('account.closed'),
  'operator.held': z.strictObject({
    type: z.literal('operator.held'),
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  }),
  'operator.released': plain('operator.released'),
  'operator.retried': plain('operator.retried'),
}

export { accountIdOf } from './account.id.ts'

export const accountFlow = flow<typeof accountMachine>({
  machine: accountMachine,
  says: accountSays,
  start: null,
  events: accountEvents,
  policy: {
    'billing.changed': ['system'],
    'usage.crossed': ['system'],
    'upgrade.asked': ['member'],
    'downgrade.confirmed': ['member'],
    'downgrade.undone': ['member'],
    'leaving.began': ['system'],
    'leaving.undone': ['system'],
    'account.closed': ['system'],
    'operator.held': ['operator'],
    'operator.released': ['operator'],
    'operator.retried': ['operator'],
  },
  reading: 'billing.read',
  permissions: {
    'upgrade.asked': 'billing.manage',
    'downgrade.confirmed': 'billing.manage',
    'downgrade.undone': 'billing.manage',
  },
  view: (context: AccountContext, caller) => ({ ...accountView(context, caller) }),
})
