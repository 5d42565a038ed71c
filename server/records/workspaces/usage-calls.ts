/**
 * Whole calls by their idempotency key: the same call gets the answer it got. Source: IETF draft "The Idempotency-Key HTTP
 * Header Field", which leaves it to a server how long it remembers.
 */
import { Refusal } from '../refusal.ts'
import { CALLS_LAST_MS } from './usage-tables.ts'
import type { WorkspaceDatabase } from './workspace-file.ts'

export interface UsageCall {
  readonly key: string
  /** Of what was asked for: another question under the same key is a mistake. */
  readonly digest: string
}

/** What the call was answered; null when it was not made yet. Throws `idempotency.mismatch`. */
export function answerTo<T>(db: WorkspaceDatabase, { key, digest }: UsageCall, now: number): T | null {
  db.prepare('delete from usage_call where at < ?').run(now - CALLS_LAST_MS)
  const row = db
    .prepare<[string], { digest: string; answer: string }>('select digest, answer from usage_call where key = ?')
    .get(key)
  if (!row) return null
  if (row.digest !== digest)
    throw new Refusal('idempotency.mismatch', 'The same idempotency key came with another body.')
  return JSON.parse(row.answer) as T
}

export function keepAnswer(db: WorkspaceDatabase, { key, digest }: UsageCall, answer: unknown, now: number): void {
  db.prepare('insert into usage_call (key, digest, answer, at) values (?, ?, ?, ?)').run(
    key,
    digest,
    JSON.stringify(answer),
    now,
  )
}
