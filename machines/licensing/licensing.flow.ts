/** The change of a member's licence. Only the server starts one; only operators may speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { licensingMachine } from './licensing.machine.ts'
import { licensingSays } from './licensing.says.ts'
import type { LicensingContext } from './licensing.types.ts'

export const licensingEvents = {
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
}

export const licensingFlow = flow<typeof licensingMachine>({
  machine: licensingMachine,
  says: licensingSays,
  start: null,
  events: licensingEvents,
  policy: { 'operator.retried': ['operator'] },
  reading: 'members.manage',
  view: ({ changeId, problem }: LicensingContext) => ({ changeId, problem }),
})
