/** A change of password. Only the server starts one; only operators may speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { passwordMachine } from './password.machine.ts'
import { passwordSays } from './password.says.ts'
import type { PasswordContext } from './password.types.ts'

export const passwordEvents = {
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
}

export const passwordFlow = flow<typeof passwordMachine>({
  machine: passwordMachine,
  says: passwordSays,
  start: null,
  events: passwordEvents,
  policy: { 'operator.retried': ['operator'] },
  reading: 'members.manage',
  view: ({ changeId, problem }: PasswordContext) => ({ changeId, problem }),
})
