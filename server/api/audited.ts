/** Puts a record of every call of a member beside it: changes before they are made, and whatever was refused. */
import type { TRPCError } from '@trpc/server'
import type { Member } from '../records/tenants/tenants.ts'
import type { About, AuditedBy, From } from './auditor.ts'
import { Problem } from './trpc.ts'

export const auditedBy = ({ userId, name, role }: Member, from: From): AuditedBy => ({ userId, name, role, from })

/** Fields of an input that say what a call is about, and are never a secret. */
const telling = ['name', 'email', 'role', 'machine', 'userId', 'id'] as const

/** What a call was about, as far as its input says. */
export function aboutInput(input: unknown): About {
  if (typeof input !== 'object' || input === null) return {}
  const found = telling.flatMap((field) => {
    const value = (input as Readonly<Record<string, unknown>>)[field]
    return typeof value === 'string' ? [value.slice(0, MOST)] : []
  })
  return found.length > 0 ? { what: found[0]! } : {}
}
const MOST = 200

/** The code a refusal is recorded under; null for a failure of ours. */
export function refusalCode(error: TRPCError): string | null {
  if (error instanceof Problem) return error.reason
  return error.code === 'BAD_REQUEST' ? 'input.invalid' : null
}
