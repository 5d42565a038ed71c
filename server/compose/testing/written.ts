/** Notices whether anything was written: to the engine's store, the records, the identities or a workspace. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { InProcess } from './in-process.ts'

export interface Written {
  /** Whether any database there was at the beginning was written since this was asked before. */
  since(): boolean
  close(): void
}

/** SQLite counts, for each connection, what others have committed (its documentation: PRAGMA data_version). */
export function written({ folder }: Pick<InProcess, 'folder'>): Written {
  const open = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.db') && name !== 'lock.db')
    .map((name) => new Database(join(folder, name), { readonly: true }))
  const versions = () => open.map((db) => db.pragma('data_version', { simple: true })).join()
  let before = versions()
  return {
    since() {
      const now = versions()
      const changed = now !== before
      before = now
      return changed
    },
    close: () => open.forEach((db) => db.close()),
  }
}
