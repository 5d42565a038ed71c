/**
 * Notices whether anything was written: to the engine's store, the records, the identities or a workspace. The audit log
 * does not count: that somebody was refused is written there, and nowhere else.
 */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { InProcess } from './in-process.ts'

export interface Written {
  /** Whether any database there was at the beginning was written since this was asked before. */
  since(): boolean
  close(): void
}

export function written({ folder }: Pick<InProcess, 'folder'>): Written {
  const watched = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.db') && name !== 'lock.db')
    .map((name) => watch(new Database(join(folder, name), { readonly: true })))
  return {
    // each is asked, so that each starts anew
    since: () => watched.filter(({ changed }) => changed()).length > 0,
    close: () => watched.forEach(({ db }) => db.close()),
  }
}

function watch(db: Database.Database) {
  // SQLite counts, for each connection, what others have committed (its documentation: PRAGMA data_version)
  const versionOf = () => db.pragma('data_version', { simple: true })
  let version = versionOf()
  let content = contentOf(db)
  const changed = () => {
    const now = versionOf()
    if (now === version) return false
    version = now
    const before = content
    content = contentOf(db)
    return content !== before
  }
  return { db, changed }
}

/** All rows of all tables but the audit log's, summed up. */
function contentOf(db: Database.Database): string {
  const hash = createHash('sha256')
  const tables = db.prepare(`select name from sqlite_schema where type = 'table' and name not glob 'audit*'`)
  for (const name of tables.pluck().all() as string[])
    for (const row of db.prepare(`select * from "${name}"`).raw().iterate()) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}
