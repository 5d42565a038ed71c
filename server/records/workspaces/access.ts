/** Whom a workspace lets in: a list in the workspace itself, so that it needs nobody else to say no. */
import type { WorkspaceDatabase } from './workspace-file.ts'

export const accessTable = `
  create table if not exists access (user_id text primary key, since integer not null) strict, without rowid;
`

/** Once is enough: somebody who is let in already stays as they are. */
export const admitTo = (db: WorkspaceDatabase, user: string, at: number): void => {
  db.prepare(`insert into access (user_id, since) values (?, ?) on conflict (user_id) do nothing`).run(user, at)
}

/** Whoever is out holds no licence either. */
export function expelFrom(db: WorkspaceDatabase, user: string): void {
  const out = db.transaction(() => {
    db.prepare(`delete from access where user_id = ?`).run(user)
    db.prepare(`delete from licence where user_id = ?`).run(user)
  })
  out.immediate()
}

export const letsIn = (db: WorkspaceDatabase, user: string): boolean =>
  db.prepare(`select 1 from access where user_id = ?`).get(user) !== undefined
