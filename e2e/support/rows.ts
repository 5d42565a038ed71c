/** What the server keeps on its disk, read while it runs or after it stopped. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Server } from './server.ts'

type Home = Pick<Server, 'dataDir'>

/** The first column of the first row of `sql` in `file`. */
export function one<Value>({ dataDir }: Home, file: string, sql: string): Value {
  const db = new Database(join(dataDir, file), { readonly: true })
  try {
    return db.prepare(sql).pluck().get() as Value
  } finally {
    db.close()
  }
}

/** The ids of all actors there are. */
export const actorsIn = (home: Home): string[] =>
  JSON.parse(one<string>(home, 'tenure.db', 'select json_group_array(id) from actor')) as string[]

/** How many rows there are; `from` is a table's name, with a `where` when only some are meant. */
export const count = (home: Home, file: string, from: string): number => one(home, file, `select count(*) from ${from}`)

/** How long work may take that a crash left to the leases: they have to run out first. */
const PATIENCE_MS = 30_000

/** Asks again until there is an answer; while the server is away, there is none. */
export async function until<T>(ask: () => Promise<T | false | null | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    const found = await ask().catch(() => null)
    if (found) return found
    await new Promise((done) => setTimeout(done, 40))
  }
  throw new Error(`Nothing came of ${String(ask)}.`)
}

const REST_MS = 250

/** Idle, and still idle a moment later: a server that dies of its last commit has died by then. */
export async function calm(home: Home): Promise<void> {
  await idle(home)
  await new Promise((done) => setTimeout(done, REST_MS))
  await idle(home)
}

/** Waits until no effect is left to be done and no mail between actors to be delivered. */
export const idle = (home: Home): Promise<true> =>
  until(async () => count(home, 'tenure.db', 'effect') + count(home, 'tenure.db', 'inbox') === 0)
