/**
 * The chain of an audit log: every entry is summed up together with the sum of the one before, under a key that is not in
 * the database. Whoever changes, deletes or moves an entry there breaks the chain at that place.
 */
import { createHmac, hkdfSync } from 'node:crypto'
import type { AuditRow } from './audit-table.ts'

/** What the first entry of a chain follows. */
export const BEGINNING = 'beginning'

export interface Chain {
  /** The sum of an entry at place `n`, after the entry whose sum is `before`. */
  link(row: AuditRow, n: number, before: string): string
  /** Stands for a person in the log: the same for the same person, and nobody's id. */
  standIn(userId: string): string
}

export function chain(secret: string): Chain {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tenure audit v1', 32))
  const sum = (parts: readonly unknown[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
  return {
    // the body as it is sealed: the chain still holds when its key is destroyed and nobody can read it any more
    link: ({ id, tenant, at, kind, actor, flow, states, outcome, who, key_id, body }, n, before) =>
      sum([before, n, id, tenant, at, kind, actor, flow, states, outcome, who, key_id, body]),
    standIn: (userId) => sum(['who', userId]),
  }
}
