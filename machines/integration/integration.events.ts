/** What may be sent to an integration from outside, and who may send it. */
import * as z from 'zod/mini'
import type { CallerKind } from '../kit/flow.ts'
import { secret } from '../kit/secret.ts'
import type { Permission } from '../vocabulary/permissions.ts'

const LONGEST = 2000

/** A key as it is pasted: white space around it is dropped, white space inside it is a mistake. */
const keySchema = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(LONGEST, 'credential.malformed')),
    z.transform((typed: string) => typed.trim()),
  ),
  z.string().check(z.regex(/^[\x21-\x7e]{8,}$/, 'credential.malformed')),
)
/** As Open VSX names them: what stands before the dot of an extension's id. */
const namespaceSchema = z.string().check(z.regex(/^[\w-]{1,100}$/, 'namespace.malformed'))

const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) })

export const integrationEvents = {
  'credential.given': z.strictObject({
    type: z.literal('credential.given'),
    credential: secret('sealed', keySchema),
    namespace: z.optional(namespaceSchema),
  }),
  'authorization.begun': plain('authorization.begun'),
  'authorization.granted': z.strictObject({
    type: z.literal('authorization.granted'),
    code: secret('sealed', z.string().check(z.minLength(1), z.maxLength(LONGEST))),
    verifier: secret('sealed', z.string()),
  }),
  'authorization.denied': plain('authorization.denied'),
  'check.asked': plain('check.asked'),
  'integration.retried': plain('integration.retried'),
  'disconnect.asked': plain('disconnect.asked'),
  'workspace.closed': plain('workspace.closed'),
} as const

/** Whoever comes back from the provider speaks through our own page, which has looked at who they are. */
export const integrationPolicy: Record<keyof typeof integrationEvents, readonly CallerKind[]> = {
  'credential.given': ['member'],
  'authorization.begun': ['system'],
  'authorization.granted': ['system'],
  'authorization.denied': ['system'],
  'check.asked': ['member'],
  'integration.retried': ['member', 'operator', 'system'],
  'disconnect.asked': ['member'],
  'workspace.closed': ['system'],
}

export const integrationPermissions: Record<string, Permission> = {
  'credential.given': 'workspace.manage',
  'check.asked': 'workspace.manage',
  'integration.retried': 'workspace.manage',
  'disconnect.asked': 'workspace.manage',
}
