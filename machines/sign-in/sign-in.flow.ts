/** The sign-in flow: its chart, what may be sent to it, and what a caller may see of it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { secret } from '../kit/secret.ts'
import { codeSchema } from '../vocabulary/codes.ts'
import { addressSchema, localeSchema } from '../vocabulary/people.ts'
import { signInMachine } from './sign-in.machine.ts'
import { signInSays } from './sign-in.says.ts'
import type { SignInContext } from './sign-in.types.ts'

export const signInEvents = {
  'code.typed': z.strictObject({ type: z.literal('code.typed'), code: secret('code', codeSchema) }),
  'code.requested': z.strictObject({ type: z.literal('code.requested') }),
  'session.begun': z.strictObject({ type: z.literal('session.begun') }),
}

export const signInFlow = flow<typeof signInMachine>({
  machine: signInMachine,
  says: signInSays,
  start: {
    given: z.strictObject({ email: addressSchema, locale: z._default(localeSchema, 'en') }),
    prefix: 'sgn',
    input: (signInId, given: { email: string; locale: string }) => ({ signInId, ...given }),
  },
  events: signInEvents,
  policy: { 'code.typed': ['visitor'], 'code.requested': ['visitor'], 'session.begun': ['system'] },
  exchanged: { 'code.typed': ['code.accepted', 'code.rejected'] },
  view: ({ email, triesLeft, codesSent, problem }: SignInContext) => ({ email, triesLeft, codesSent, problem }),
})
