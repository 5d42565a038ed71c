/**
 * The projects of a workspace. The plan's limit and the names are judged inside the transaction that writes.
 *
 * Codes: `projects.full`, `project.name.taken`, `project.absent`, `conflict` (somebody changed it meanwhile),
 * `workspace.absent`.
 */
import { randomUUID } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import { limitsOf } from './limits.ts'
import type { WorkspaceDatabase, WorkspaceFiles } from './workspace-file.ts'

/** Times in milliseconds since 1970. */
export interface Project {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  /** Names the version: a change must say which one it saw. */
  readonly updatedAt: number
}

/** "Fernhill" and "FERNHILL" are one name, in every alphabet. */
const keyOf = (name: string) => name.normalize('NFKC').toLowerCase()

export function projects({ open }: Pick<WorkspaceFiles, 'open'>, now: () => number) {
  return {
    list: async (tenant: string): Promise<Project[]> => all(open(tenant)),

    count: async (tenant: string): Promise<number> =>
      open(tenant).prepare<[], { count: number }>('select count(*) as count from project').get()!.count,

    /** By id, a page at a time: those after `after`, '' from the beginning. */
    page: async (tenant: string, after: string, most: number): Promise<Project[]> =>
      open(tenant)
        .prepare<[string, number], Project>(`select ${columns} from project where id > ? order by id limit ?`)
        .all(after, most),

    /** Names are compared without their case. */
    async create(tenant: string, name: string): Promise<Project> {
      const db = open(tenant)
      const at = now()
      const project = { id: `prj_${randomUUID()}`, name, createdAt: at, updatedAt: at }
      return immediately(db, () => {
        const { count } = db.prepare<[], { count: number }>('select count(*) as count from project').get()!
        if (count >= limitsOf(db).projects) throw new Refusal('projects.full', `${tenant} has ${count} projects.`)
        unlessTaken(() =>
          db
            .prepare('insert into project (id, name, name_key, created_at, updated_at) values (?, ?, ?, ?, ?)')
            .run(project.id, name, keyOf(name), at, at),
        )
        return project
      })
    },

    /** Names it anew, unless it has changed since the caller saw it as of `updatedAt`. */
    async rename(tenant: string, id: string, name: string, updatedAt: number): Promise<Project> {
      const db = open(tenant)
      return immediately(db, () => {
        const before = current(db, id)
        if (before.updatedAt !== updatedAt) throw new Refusal('conflict', `Project ${id} has changed meanwhile.`)
        // two changes within one millisecond are two versions
        const at = Math.max(now(), updatedAt + 1)
        unlessTaken(() =>
          db
            .prepare('update project set name = ?, name_key = ?, updated_at = ? where id = ?')
            .run(name, keyOf(name), at, id),
        )
        return { ...before, name, updatedAt: at }
      })
    },

    /** Deletes it, whatever it is called by now. */
    async remove(tenant: string, id: string): Promise<void> {
      const db = open(tenant)
      if (db.prepare('delete from project where id = ?').run(id).changes === 0) throw noProject(id)
    },
  }
}

const columns = 'id, name, created_at as createdAt, updated_at as updatedAt'

const all = (db: WorkspaceDatabase) =>
  db.prepare<[], Project>(`select ${columns} from project order by created_at, id`).all()

function current(db: WorkspaceDatabase, id: string): Project {
  const project = db.prepare<[string], Project>(`select ${columns} from project where id = ?`).get(id)
  if (!project) throw noProject(id)
  return project
}

const noProject = (id: string) => new Refusal('project.absent', `There is no project ${id}.`)

/** Takes the write lock first, so that what is counted is still true when the row is written. */
const immediately = <T>(db: WorkspaceDatabase, work: () => T): T => db.transaction(work).immediate()

function unlessTaken(write: () => unknown): void {
  try {
    write()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE')
      throw new Refusal('project.name.taken', 'Another project has this name.')
    throw error
  }
}
