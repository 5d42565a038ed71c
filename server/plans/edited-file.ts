/**
 * A small JSON file that people edit: written from a default when there is none, parsed into a type that cannot be
 * wrong, read again when it changed.
 *
 * An edit that cannot be used changes nothing: the last good content stays, and the reason is reported once.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type * as z from 'zod/mini'

export interface EditedFileParts<Content> {
  readonly path: string
  readonly schema: z.ZodMiniType<Content>
  readonly initial: Content
  /** What must hold beyond the schema: a sentence that says what is wrong, or null. */
  readonly check?: (content: Content) => string | null
  /** Hears why an edit was not taken. Default `console.error`. */
  readonly onProblem?: (message: string) => void
}
export interface EditedFile<Content> {
  /** The last good content. A file that has not changed costs one look at its time. */
  read(): Promise<Content>
  /** Why the file as it stands is not in use; null when it is. */
  problem(): string | null
}

/** Throws when the file cannot be used and there is no good content to fall back on. */
export async function openEditedFile<Content>(parts: EditedFileParts<Content>): Promise<EditedFile<Content>> {
  const { path, schema, initial, check = () => null, onProblem = console.error } = parts
  const file = new Low<unknown>(new JSONFile(path), initial)
  let good: Content | null = null
  let problem: string | null = null
  let seen = ''

  async function load(): Promise<void> {
    const parsed = await parse()
    if ('content' in parsed) {
      good = parsed.content
      problem = null
      return
    }
    problem = `${path} cannot be used: ${parsed.reason}`
    if (good === null) throw new Error(`${problem}. Correct it, or delete it for the default.`)
    onProblem(`${problem}. The last good content stays in use.`)
  }
  async function parse(): Promise<{ content: Content } | { reason: string }> {
    try {
      await file.read()
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) }
    }
    const parsed = schema.safeParse(file.data)
    if (!parsed.success) return { reason: firstIssue(parsed.error) }
    const wrong = check(parsed.data)
    return wrong === null ? { content: parsed.data } : { reason: wrong }
  }

  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    await file.write()
  }
  seen = stampOf(path)
  await load()
  return {
    async read() {
      const stamp = stampOf(path)
      if (stamp !== seen) {
        seen = stamp
        await load()
      }
      return good!
    },
    problem: () => problem,
  }
}

/** Changes whenever the file was written. An editor may replace it, so its size and number count too. */
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}/${stats.size}/${stats.ino}` : ''
}

function firstIssue({ issues }: z.core.$ZodError): string {
  const [issue] = issues
  return issue ? `${issue.path.join('.') || 'the file'}: ${issue.message}` : 'it has another shape'
}
