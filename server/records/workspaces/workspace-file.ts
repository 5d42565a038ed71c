/**
 * A workspace's own SQLite database, `<folder>/<tenant>/workspace.db`: one customer's data is one file, which can be
 * exported, restored and deleted by itself.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../refusal.ts'
import { accessTable } from './access.ts'
import { licenceTables } from './licences.ts'
import { usageTables, usageUpgrade } from './usage-tables.ts'

export type WorkspaceDatabase = Database.Database

const FILE = 'workspace.db'
const MOST_OPEN = 128

const schema = `
  create table if not exists project (
    id text primary key, name text not null, name_key text not null unique,
    created_at integer not null, updated_at integer not null
  ) strict, without rowid;
  create table if not exists setting (key text primary key, value text not null) strict, without rowid;
  ${usageTables}
  ${accessTable}
  ${licenceTables}
`

export interface WorkspaceFiles {
  /** Makes the file, or completes one that was begun. */
  create(tenant: string): void
  exists(tenant: string): boolean
  /** Whether it is there, complete and readable. */
  isSound(tenant: string): boolean
  /** Deletes the workspace with everything in it. One that is gone stays gone. */
  remove(tenant: string): void
  /** The open database. Throws `workspace.absent`. */
  open(tenant: string): WorkspaceDatabase
  /** What it takes on disk, in bytes. */
  sizeBytes(tenant: string): number
  close(): void
}

export function workspaceFiles(folder: string): WorkspaceFiles {
  // in order of use: the first is the one not needed for longest
  const handles = new Map<string, WorkspaceDatabase>()
  const folderOf = (tenant: string) => join(folder, checked(tenant))
  const fileOf = (tenant: string) => join(folderOf(tenant), FILE)

  function close(tenant: string) {
    handles.get(tenant)?.close()
    handles.delete(tenant)
  }
  function open(tenant: string): WorkspaceDatabase {
    const db = handles.get(tenant) ?? connect(fileOf(tenant))
    handles.delete(tenant)
    if (handles.size >= MOST_OPEN) close(handles.keys().next().value!)
    handles.set(tenant, db)
    return db
  }
  const exists = (tenant: string) => existsSync(fileOf(tenant))

  return {
    create(tenant) {
      mkdirSync(folderOf(tenant), { recursive: true })
      // one transaction, because each would wait for the disk
      open(tenant).exec(`begin immediate; ${schema} commit;`)
    },
    exists,
    isSound: (tenant) => exists(tenant) && isWhole(open(tenant)),
    remove(tenant) {
      close(tenant)
      rmSync(folderOf(tenant), { recursive: true, force: true })
    },
    open(tenant) {
      if (!handles.has(tenant) && !exists(tenant))
        throw new Refusal('workspace.absent', `There is no workspace of ${tenant}.`)
      return open(tenant)
    },
    sizeBytes(tenant) {
      if (!exists(tenant)) throw new Refusal('workspace.absent', `There is no workspace of ${tenant}.`)
      const of = folderOf(tenant)
      return readdirSync(of).reduce((sum, name) => sum + statSync(join(of, name)).size, 0)
    },
    close() {
      for (const db of handles.values()) db.close()
      handles.clear()
    },
  }
}

/** A tenant's id becomes a folder's name, so nothing but an id gets through. */
function checked(tenant: string): string {
  if (!/^ten_[a-z0-9-]+$/i.test(tenant)) throw new Refusal('workspace.absent', 'That is no id of a tenant.')
  return tenant
}

/** A crash while it is made leaves a file without its tables. */
function isWhole(db: WorkspaceDatabase): boolean {
  const tables = db
    .prepare(`select name from sqlite_master where name in ('project', 'setting', 'crossing', 'access', 'licence')`)
    .all()
  return tables.length === 5 && db.pragma('quick_check(1)', { simple: true }) === 'ok'
}

function connect(path: string): WorkspaceDatabase {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  upgrade(db)
  return db
}

/** Brings a file of an earlier release up to date. Two processes may both find that it is not. */
function upgrade(db: WorkspaceDatabase): void {
  const has = (table: string) => db.prepare(`select 1 from sqlite_master where name = ?`).get(table) !== undefined
  const isOld = () => has('usage') || (has('project') && !has('licence'))
  if (!isOld()) return
  const run = db.transaction(() => {
    if (isOld()) db.exec(has('usage') ? `${schema} ${usageUpgrade}` : schema)
  })
  run.immediate()
}
