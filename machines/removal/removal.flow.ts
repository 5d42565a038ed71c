/** The end of a membership. Only the server starts one; only operators may speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { removalMachine } from './removal.machine.ts'
import { removalSays } from './removal.says.ts'
import type { RemovalContext } from './removal.types.ts'

export const removalEvents = {
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
}

export const removalFlow = flow<typeof removalMachine>({
  machine: removalMachine,
  says: removalSays,
  start: null,
  events: removalEvents,
  policy: { 'operator.retried': ['operator'] },
  reading: 'members.manage',
  view: ({ removalId, problem }: RemovalContext) => ({ removalId, problem }),
})
