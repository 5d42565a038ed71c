/** What may be sent to an invitation from outside, and who may send it. */
import * as z from 'zod/mini'
import type { CallerKind } from '../kit/flow.ts'
import { secret } from '../kit/secret.ts'
import { passwordSchema } from '../onboarding/onboarding.events.ts'
import { nameSchema } from '../vocabulary/people.ts'
import type { Permission } from '../vocabulary/permissions.ts'

export const invitationEvents = {
  'invitation.accepted': z.strictObject({
    type: z.literal('invitation.accepted'),
    userId: z.optional(z.string()),
    name: z.optional(nameSchema('profile.name.missing')),
    password: z.optional(secret('password', passwordSchema)),
  }),
  'invitation.declined': z.strictObject({ type: z.literal('invitation.declined') }),
  'invitation.resent': z.strictObject({ type: z.literal('invitation.resent') }),
  'invitation.revoked': z.strictObject({ type: z.literal('invitation.revoked') }),
  'acceptance.retried': z.strictObject({ type: z.literal('acceptance.retried') }),
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
} as const

/** Whoever holds the mailed link speaks through our own page, which has looked at the link and at who is signed in. */
export const invitationPolicy: Record<keyof typeof invitationEvents, readonly CallerKind[]> = {
  'invitation.accepted': ['system'],
  'invitation.declined': ['system'],
  'invitation.resent': ['member'],
  'invitation.revoked': ['member', 'system'],
  'acceptance.retried': ['member', 'system'],
  'operator.retried': ['operator'],
}

export const invitationPermissions: Record<string, Permission> = {
  'invitation.resent': 'members.manage',
  'invitation.revoked': 'members.manage',
  'acceptance.retried': 'members.manage',
}
