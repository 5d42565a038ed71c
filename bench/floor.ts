/** The same bytes in the same tables with no engine: what the disk allows. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupCommit } from '../server/store/sqlite/group-commit.ts'
import { openDatabase } from '../server/store/sqlite/open.ts'
import { engineSchema } from '../server/store/sqlite/schema.ts'
import { type Measured, measure } from './measure.ts'

const head = JSON.stringify({ format: 1, value: 'step11', status: 'active', historyValue: {}, children: {}, gens: {} })
/** Sizes of the bench chart's sealed context and event. */
const [context, event] = [randomBytes(160), randomBytes(100)]

export async function floor(clients: number, seconds: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'))
  const db = openDatabase(join(folder, 'floor.db'))
  db.exec(engineSchema)
  const insert = db.prepare(
    `insert into actor (id, tenant, flow, version, key_id, seq, at, status, head, body) values (?, 't', 'f', '1', 'k', 1, 1, 'active', ?, ?)`,
  )
  const update = db.prepare('update actor set seq = seq + 1, at = ?, status = ?, head = ?, body = ? where id = ?')
  const line = db.prepare('insert into journal (actor, seq, at, type, event_id, body) values (?, ?, ?, ?, ?, ?)')
  for (let client = 0; client < clients; client++) insert.run(`c${client}`, head, context)
  const { run } = groupCommit(db)
  try {
    return await measure(clients, seconds, (client, turn) =>
      run(() => {
        update.run(turn, 'active', head, context, `c${client}`)
        line.run(`c${client}`, turn + 2, turn, 'step.taken', `${client}-${turn}`, event)
      }),
    )
  } finally {
    db.close()
    rmSync(folder, { recursive: true })
  }
}
