/** Plays a journal through the planner: time travel, audits, and the proof that nothing but the journal moved an actor. */
import type { AnyEventObject } from 'xstate'
import type { Store } from '../store/store.ts'
import type { Planner } from './planner/planner.ts'
import type { Plan, Row } from './planner/row.ts'
import { stopOf } from './planner/plan.ts'
import type { Registry } from './registry.ts'
import type { Sealer } from './seal.ts'

const BATCH = 1000

/** The row after line `upTo` (default: the newest). Null when there is no such actor. */
export async function replay(
  store: Store,
  sealer: Sealer,
  registry: Registry,
  id: string,
  upTo = Infinity,
): Promise<Row | null> {
  const actor = await store.load(id)
  if (!actor) return null
  await sealer.load(actor.keyId)
  const { planner } = registry.get(actor.flow, actor.version)
  let row: Row | null = null
  for (let after = 0; after < Math.min(actor.seq, upTo); after += BATCH) {
    for (const { seq, body } of await store.journal(id, after, BATCH)) {
      if (seq > upTo) break
      row = next(planner, row, sealer.open(actor.keyId, body) as AnyEventObject).row
    }
  }
  return row
}

/** The step a journal's event made from `row`; null: the first. */
export function next(planner: Pick<Planner, 'init' | 'step'>, row: Row | null, event: AnyEventObject): Plan {
  if (row === null) return planner.init(event['input'])
  // through JSON, as the store would: a live row may hold what a stored one does not
  const stored = JSON.parse(JSON.stringify(row)) as Row
  return event.type === 'xstate.stop' ? stopOf(stored) : planner.step(stored, event)
}
