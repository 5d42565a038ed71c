/** Who holds a licence of which kind, kept in the workspace itself: its product asks here whom it lets do what. */
import type { LicenceKind } from '../../../machines/vocabulary/plans.ts'
import type { WorkspaceDatabase } from './workspace-file.ts'

/** A kind of licence as the product is told of it. */
export interface WorkspaceLicence {
  readonly key: string
  readonly name: string
  /** How many the plan includes: fewer than there are members after a change to a smaller plan. */
  readonly count: number
  /** In the order they were given it. */
  readonly members: readonly { readonly id: string; readonly email: string }[]
}

export const licenceTables = `
  create table if not exists licence_kind (
    key text primary key, name text not null, count integer not null
  ) strict, without rowid;
  create table if not exists licence (
    key text not null, user_id text not null, email text not null, since integer not null, primary key (key, user_id)
  ) strict, without rowid;
`

/** A kind the plan no longer has stays for those who hold one; there are none of it to give. */
export function setLicenceKinds(db: WorkspaceDatabase, kinds: readonly LicenceKind[]): void {
  const put = db.prepare(
    `insert into licence_kind (key, name, count) values (@key, @name, @count)
     on conflict (key) do update set name = excluded.name, count = excluded.count`,
  )
  const set = db.transaction(() => {
    db.prepare(`update licence_kind set count = 0`).run()
    for (const { key, name, count } of kinds) put.run({ key, name, count })
  })
  set.immediate()
}

/** Once is enough: whoever holds one already stays as they are. */
export function giveLicence(db: WorkspaceDatabase, key: string, member: { id: string; email: string }, at: number) {
  db.prepare(
    `insert into licence (key, user_id, email, since) values (?, ?, ?, ?) on conflict (key, user_id) do nothing`,
  ).run(key, member.id, member.email, at)
}

export const takeLicence = (db: WorkspaceDatabase, key: string, user: string): void => {
  db.prepare(`delete from licence where key = ? and user_id = ?`).run(key, user)
}

export const hasLicence = (db: WorkspaceDatabase, key: string, user: string): boolean =>
  db.prepare(`select 1 from licence where key = ? and user_id = ?`).get(key, user) !== undefined

/** Without the kinds there are none of, and that nobody holds. */
export function licencesIn(db: WorkspaceDatabase): WorkspaceLicence[] {
  const kinds = db
    .prepare<[], Omit<WorkspaceLicence, 'members'>>(`select key, name, count from licence_kind order by key`)
    .all()
  const members = db.prepare<[string], { id: string; email: string }>(
    `select user_id as id, email from licence where key = ? order by since, user_id`,
  )
  return kinds
    .map((kind) => ({ ...kind, members: members.all(kind.key) }))
    .filter(({ count, members }) => count > 0 || members.length > 0)
}
