/** The limits a workspace enforces, kept in the workspace itself: it needs nobody else to say no. */
import { type Limits, limitsSchema } from '../../../machines/vocabulary/plans.ts'
import { Refusal } from '../refusal.ts'
import type { WorkspaceDatabase } from './workspace-file.ts'

/** Throws `limits.absent` before any were set: a workspace without limits allows nothing. */
export function limitsOf(db: WorkspaceDatabase): Limits {
  const row = db.prepare<[], { value: string }>(`select value from setting where key = 'limits'`).get()
  if (!row) throw new Refusal('limits.absent', 'No limits have been set.')
  return limitsSchema.parse(JSON.parse(row.value))
}

export const hasLimits = (db: WorkspaceDatabase): boolean =>
  db.prepare(`select 1 from setting where key = 'limits'`).get() !== undefined

export function setLimitsOf(db: WorkspaceDatabase, limits: Limits): void {
  db.prepare(
    `insert into setting (key, value) values ('limits', ?) on conflict (key) do update set value = excluded.value`,
  ).run(JSON.stringify(limitsSchema.parse(limits)))
}

export const dropLimitsOf = (db: WorkspaceDatabase): void => {
  db.prepare(`delete from setting where key = 'limits'`).run()
}
