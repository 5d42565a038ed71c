/** Runs one domain statement inside a transaction, and undoes the piece of work it belongs to when it does not hold. */
import type { Database, Statement as Prepared } from 'better-sqlite3'
import type { Statement } from '../store.ts'
import { Undo } from './group-commit.ts'

/** Statements come from a fixed set of queries, so each text is prepared once. */
export function statementRunner(db: Database): (statement: Statement) => void {
  const prepared = new Map<string, Prepared<unknown[]>>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const fresh = db.prepare<unknown[]>(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  return ({ sql, parameters, rows, code }) => {
    const changed = attempt(() => prepare(sql).run(...parameters).changes, code)
    if (rows !== undefined && changed !== rows) throw new Undo({ result: 'refused', code })
  }
}

function attempt(run: () => number, code: string): number {
  try {
    return run()
  } catch (error) {
    if (isConstraint(error)) throw new Undo({ result: 'refused', code })
    throw error
  }
}

const isConstraint = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
