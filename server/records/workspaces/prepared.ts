/** Statements that run with every record, compiled once for each open database. */
import type { Statement } from 'better-sqlite3'
import type { WorkspaceDatabase } from './workspace-file.ts'

const kept = new WeakMap<WorkspaceDatabase, Map<string, Statement>>()

export function prepared<Parameters extends unknown[] | object = unknown[], Row = unknown>(
  db: WorkspaceDatabase,
  sql: string,
): Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row> {
  const statements = kept.get(db) ?? new Map<string, Statement>()
  kept.set(db, statements)
  const statement = statements.get(sql) ?? db.prepare(sql)
  statements.set(sql, statement)
  return statement as unknown as Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row>
}
