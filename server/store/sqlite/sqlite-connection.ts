/** Domain tables on the embedded database. Writes share the group commit with the engine's steps. */
import type { Database, Statement as Prepared } from 'better-sqlite3'
import type { Compiled, Connection, Written } from '../connection.ts'
import type { GroupCommit } from './group-commit.ts'
import { statementRunner } from './statement.ts'

export function sqliteConnection(db: Database, commits: GroupCommit): Connection {
  const run = statementRunner(db)
  return {
    ...sqliteReader(db),
    write: (statements) =>
      commits.run((): Written => {
        for (const statement of statements) run(statement)
        return { result: 'written' }
      }),
    define: async (schema) => {
      db.exec(schema)
    },
  }
}

/** The half of it that changes nothing. */
export function sqliteReader(db: Database): Pick<Connection, 'dialect' | 'rows'> {
  const prepared = new Map<string, Prepared<unknown[]>>()
  const prepare = ({ sql }: Compiled) => {
    const known = prepared.get(sql)
    if (known) return known
    const fresh = db.prepare<unknown[]>(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  return {
    dialect: 'sqlite',
    rows: async <Row>(query: Compiled) => prepare(query).all(...query.parameters) as Row[],
  }
}
