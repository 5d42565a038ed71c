/**
 * The files of exports: `<folder>/<tenant>/<export>.zip`. A file that is there is whole, because it gets its name only
 * when it is; while it is written it is called `.part`, and beside it stand the facts about it.
 *
 * Everything throws `export.absent` for what is no id of a tenant or an export.
 */
import { createReadStream, existsSync, type ReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'

export type ExportFiles = ReturnType<typeof exportFiles>

export function exportFiles(folder: string) {
  const folderOf = (tenant: string) => join(folder, checked(tenant, 'ten'))
  const pathOf = (tenant: string, id: string, ending: string) =>
    join(folderOf(tenant), `${checked(id, 'exp')}.${ending}`)

  return {
    /** Where a file is to be written before it is whole. Makes its folder. */
    async begin(tenant: string, id: string): Promise<string> {
      await mkdir(folderOf(tenant), { recursive: true })
      return pathOf(tenant, id, 'part')
    },
    /** What was written is whole: from here on it can be opened. The facts go first, so no file is without them. */
    async finish<Facts>(tenant: string, id: string, facts: Facts): Promise<void> {
      await writeFile(pathOf(tenant, id, 'json'), JSON.stringify(facts), { flush: true })
      await rename(pathOf(tenant, id, 'part'), pathOf(tenant, id, 'zip'))
    },
    /** The facts about a file that is whole, or null. */
    async facts<Facts>(tenant: string, id: string): Promise<Facts | null> {
      if (!existsSync(pathOf(tenant, id, 'zip'))) return null
      return JSON.parse(await readFile(pathOf(tenant, id, 'json'), 'utf8')) as Facts
    },
    /** Null when there is no such file (any more). */
    async open(tenant: string, id: string): Promise<{ bytes: number; stream: ReadStream } | null> {
      const path = pathOf(tenant, id, 'zip')
      const found = await stat(path).catch(() => null)
      return found && { bytes: found.size, stream: createReadStream(path) }
    },
    /** Deletes a file and what was begun of it. One that is gone stays gone. */
    async remove(tenant: string, id: string): Promise<void> {
      for (const ending of ['zip', 'part', 'json']) await rm(pathOf(tenant, id, ending), { force: true })
    },
    /** Deletes everything of a tenant. */
    removeAll: (tenant: string): Promise<void> => rm(folderOf(tenant), { recursive: true, force: true }),
  }
}

/** Ids become names of files, so nothing but an id gets through. */
function checked(id: string, prefix: string): string {
  if (!new RegExp(`^${prefix}_[a-z0-9-]+$`, 'i').test(id)) throw new Refusal('export.absent', 'That is no id of ours.')
  return id
}
