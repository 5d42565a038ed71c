/** What may be sent to an onboarding from outside, and who may send it. */
import * as z from 'zod/mini'
import type { CallerKind } from '../kit/flow.ts'
import { secret } from '../kit/secret.ts'
import { codeSchema } from '../vocabulary/codes.ts'
import { addressSchema, nameSchema, occupations } from '../vocabulary/people.ts'
import { intervals } from '../vocabulary/plans.ts'

/** NIST SP 800-63B asks for at least 8 and at least 64 allowed; ten, because there is no second factor at sign-up. */
export const passwordSchema = z
  .string()
  .check(z.minLength(10, 'profile.password.weak'), z.maxLength(200, 'profile.password.tooLong'))

export const onboardingEvents = {
  'address.submitted': z.strictObject({ type: z.literal('address.submitted'), email: addressSchema }),
  'address.changed': z.strictObject({ type: z.literal('address.changed') }),
  'code.typed': z.strictObject({ type: z.literal('code.typed'), code: secret('code', codeSchema) }),
  'code.requested': z.strictObject({ type: z.literal('code.requested') }),
  'profile.saved': z.strictObject({
    type: z.literal('profile.saved'),
    name: nameSchema('profile.name.missing'),
    company: nameSchema('profile.company.missing'),
    role: z.enum(occupations),
    password: z.optional(secret('password', passwordSchema)),
  }),
  'step.back': z.strictObject({ type: z.literal('step.back') }),
  'plans.requested': z.strictObject({ type: z.literal('plans.requested') }),
  // what it costs and how many seats come with it says the catalogue, never the caller
  'plan.chosen': z.strictObject({
    type: z.literal('plan.chosen'),
    plan: z.string().check(z.maxLength(40)),
    interval: z._default(z.enum(intervals), 'month'),
  }),
  'setUp.retried': z.strictObject({ type: z.literal('setUp.retried') }),
  'signUp.resumed': z.strictObject({ type: z.literal('signUp.resumed') }),
  'link.confirmed': z.strictObject({ type: z.literal('link.confirmed') }),
  'workspace.opened': z.strictObject({ type: z.literal('workspace.opened') }),
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
} as const

/** A visitor walks the steps; a mail link and the hand-over are our own server's word. */
export const onboardingPolicy: Record<keyof typeof onboardingEvents, readonly CallerKind[]> = {
  'address.submitted': ['visitor'],
  'address.changed': ['visitor'],
  'code.typed': ['visitor'],
  'code.requested': ['visitor'],
  'profile.saved': ['visitor'],
  'step.back': ['visitor'],
  'plans.requested': ['visitor'],
  'plan.chosen': ['visitor'],
  'setUp.retried': ['visitor', 'operator'],
  'signUp.resumed': ['visitor'],
  'link.confirmed': ['system'],
  'workspace.opened': ['system'],
  'operator.retried': ['operator'],
}
