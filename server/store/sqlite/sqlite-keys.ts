/** Data keys in a SQLite file of their own. */
import type { Database } from 'better-sqlite3'
import type { KeyTable } from '../keys.ts'
import { groupCommit } from './group-commit.ts'

export function sqliteKeys(db: Database): KeyTable {
  // freed pages are overwritten, or a destroyed key could be read from the file
  db.pragma('secure_delete = ON')
  db.exec(`
    create table if not exists data_key (
      id text primary key, wrapped blob, created_at integer not null, destroyed_at integer
    ) strict, without rowid;`)
  const commits = groupCommit(db)
  const add = db.prepare('insert into data_key (id, wrapped, created_at) values (?, ?, ?) on conflict do nothing')
  const get = db.prepare<[string], { wrapped: Buffer | null }>('select wrapped from data_key where id = ?')
  const destroy = db.prepare(
    'update data_key set wrapped = null, destroyed_at = ? where id = ? and wrapped is not null',
  )
  return {
    add: async (id, wrapped, at) => {
      await commits.run(() => add.run(id, wrapped, at))
    },
    get: async (id) => get.get(id)?.wrapped ?? null,
    destroy: async (id, at) => {
      const { changes } = await commits.run(() => destroy.run(at, id))
      // the write-ahead log still holds the old page until it is copied back and cut off
      db.pragma('wal_checkpoint(TRUNCATE)')
      return changes === 1
    },
    close: async () => {
      db.close()
    },
  }
}
