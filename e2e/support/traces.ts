/** Looks for what was typed wherever the server may have left it. */
import Database from 'better-sqlite3'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

type Texts = Readonly<Record<string, string>>

/** The names of those texts that stand in a text, or in the bytes of a file. */
export const foundIn = (text: string | Buffer, texts: Texts): string[] =>
  Object.entries(texts)
    .filter(([, value]) => (/^\d+$/.test(value) ? alone(value).test(String(text)) : text.includes(value)))
    .map(([name]) => name)

/** Six digits also happen to stand in a longer number. */
const alone = (digits: string) => new RegExp(`(?<!\\d)${digits}(?!\\d)`)

/** Each file below a folder that holds one of the texts as it is, write-ahead logs included. */
export function filesWith(folder: string, texts: Texts): string[] {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap(({ parentPath, name }) =>
    foundIn(readFileSync(join(parentPath, name)), texts).map((text) => `${name} holds the ${text}`),
  )
}

/** Each column of a database that holds one of the texts, with what it holds: `mailbox.text: code`. */
export function columnsWith(path: string, texts: Texts): string[] {
  const db = new Database(path, { readonly: true })
  const tables = db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[]
  const found = tables.flatMap((table) =>
    (db.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).flatMap(([column, cell]) =>
        foundIn(Buffer.isBuffer(cell) ? cell : String(cell), texts).map((text) => `${table}.${column}: ${text}`),
      ),
    ),
  )
  db.close()
  return [...new Set(found)].sort()
}

/** The databases of a data folder, by name. */
export const databases = (folder: string): Record<string, string> =>
  Object.fromEntries(globSync('**/*.db', { cwd: folder }).map((path) => [basename(path), join(folder, path)]))
