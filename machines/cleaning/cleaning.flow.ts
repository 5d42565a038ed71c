/** The clean-up flow. Nobody starts it but a closing; only operators may speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { cleaningMachine } from './cleaning.machine.ts'
import { cleaningSays } from './cleaning.says.ts'
import type { CleaningContext } from './cleaning.types.ts'

export const cleaningFlow = flow<typeof cleaningMachine>({
  machine: cleaningMachine,
  says: cleaningSays,
  start: null,
  events: { 'operator.retried': z.strictObject({ type: z.literal('operator.retried') }) },
  policy: { 'operator.retried': ['operator'] },
  view: ({ steps, at, code }: CleaningContext) => ({ steps, at, code }),
})
