/** The embedded database as a whole: the engine's store, the domain tables' connection and the data keys. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../connection.ts'
import type { KeyTable } from '../keys.ts'
import type { Store } from '../store.ts'
import { groupCommit } from './group-commit.ts'
import { openDatabase } from './open.ts'
import { sqliteConnection } from './sqlite-connection.ts'
import { sqliteKeys } from './sqlite-keys.ts'
import { sqliteStore } from './sqlite-store.ts'

export interface Embedded {
  readonly store: Store
  readonly connection: Connection
  readonly keys: KeyTable
  close(): Promise<void>
}

/** Opens, or makes, `tenure.db` and `keys.db` in `folder`. Throws when another process works on them. */
export function openEmbedded(folder: string): Embedded {
  mkdirSync(folder, { recursive: true })
  const guard = lock(join(folder, 'lock.db'))
  const db = openDatabase(join(folder, 'tenure.db'))
  const commits = groupCommit(db)
  const keys = sqliteKeys(openDatabase(join(folder, 'keys.db')))
  const store = sqliteStore(db, commits)
  return {
    store,
    connection: sqliteConnection(db, commits),
    keys,
    close: async () => {
      await store.close()
      await keys.close()
      guard()
    },
  }
}

/** A lock the operating system drops with the process, however it dies. */
function lock(path: string): () => void {
  const db = openDatabase(path)
  db.pragma('busy_timeout = 0')
  try {
    db.exec('begin exclusive')
  } catch {
    db.close()
    throw new Error(
      `Another process works on this data folder. Two would perform every effect twice; stop the other one, or set DATA_DIR to another folder.`,
    )
  }
  return () => db.close()
}
