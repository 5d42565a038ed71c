/**
 * Time travel: what an actor was at any line of its journal, and what each step did. A long journal is played from the
 * nearest row that was kept, not from its beginning.
 */
import type { AnyEventObject } from 'xstate'
import type { JournalLine, Store } from '../store/store.ts'
import { openRow } from './actors.ts'
import { type AskedFor, askedFor } from './asked.ts'
import type { Plan, Row } from './planner/row.ts'
import type { Registry } from './registry.ts'
import { next } from './replay.ts'
import type { Sealer } from './seal.ts'

/** One step of an actor, as it was planned. Never leaves the server: rows and events hold whatever a chart keeps. */
export interface Moment {
  readonly seq: number
  readonly at: number
  readonly eventId: string | null
  readonly event: AnyEventObject
  /** The row before; null for the first line. */
  readonly before: Row | null
  /** What the step made of it; `row` is the actor after this line. */
  readonly plan: Plan
  readonly asked: readonly AskedFor[]
}

interface HistoryParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly registry: Registry
}

/** Lines read at once. */
const BATCH = 500

/**
 * The moments of lines `from` to `to`, both included, oldest first; fewer where the journal ends. Null when there is no
 * such actor. Throws when its version or its key is not to be had, and what its chart throws.
 */
export function history({ store, sealer, registry }: HistoryParts) {
  return async (id: string, from: number, to: number): Promise<Moment[] | null> => {
    const actor = await store.load(id)
    if (!actor) return null
    await sealer.load(actor.keyId)
    const chart = registry.get(actor.flow, actor.version)
    const kept = from > 1 ? await store.checkpoint(id, from - 1) : null
    let row = kept ? openRow(sealer, actor.keyId, kept) : null
    const moments: Moment[] = []
    for await (const line of lines(store, id, kept?.seq ?? 0, Math.min(to, actor.seq))) {
      const event = sealer.open(actor.keyId, line.body) as AnyEventObject
      const plan = next(chart.planner, row, event)
      if (line.seq >= from) moments.push({ ...pick(line), event, before: row, plan, asked: askedFor(chart, id, plan) })
      row = plan.row
    }
    return moments
  }
}

const pick = ({ seq, at, eventId }: JournalLine) => ({ seq, at, eventId })

/** Lines after `after` and up to `to`. */
async function* lines(store: Store, id: string, after: number, to: number): AsyncGenerator<JournalLine> {
  for (let last = after; last < to; ) {
    const batch = await store.journal(id, last, Math.min(BATCH, to - last))
    if (batch.length === 0) return
    yield* batch
    last = batch.at(-1)!.seq
  }
}
