/** Opens a SQLite database the way every part of the server needs it: durable, and never waiting on a reader. */
import Database from 'better-sqlite3'

/** `:memory:` for tests; a file otherwise. */
export function openDatabase(path: string): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  // every acknowledged commit survives a power cut, not only a crash of the process
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = ON')
  return db
}

/** For whoever only looks, also beside the server that writes. Throws when there is no such file. */
export const openReadOnly = (path: string): Database.Database =>
  new Database(path, { readonly: true, fileMustExist: true })
