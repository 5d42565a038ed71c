/** What a recorder is told of each step, and the way its lines get into the step's commit. */
import type { StateValue } from 'xstate'
import type { Statement } from '../store/store.ts'
import type { Plan, Row } from './planner/row.ts'
import type { Taken } from './planner/taken.ts'
import type { Origin } from './to-step.ts'

/** One step of one actor, for whoever keeps a record of it. */
export interface Change {
  readonly tenant: string
  readonly actor: string
  readonly flow: string
  readonly version: string
  /** The journal line it is written as. */
  readonly seq: number
  readonly at: number
  readonly eventType: string
  /** Null for an actor that was just made. */
  readonly before: StateValue | null
  readonly after: StateValue
  /** The transitions it took, microstep by microstep; none when the actor was stopped from outside its chart. */
  readonly taken: readonly Taken[]
  /** What the actor is from now on. Whatever is not `active` has ended. */
  readonly status: Row['status']
  /** What the actor knew and knows; `before` is null for one that was just made. About people: never to be stored as it is. */
  readonly context: { readonly before: unknown; readonly after: unknown }
  /** Who sent the event, as it was handed to `send` or `start`; undefined for what the engine did by itself. */
  readonly by: unknown
  readonly keyId: string
  /** Seals what is about a person under the actor's own key, so that it is erased with the actor. */
  seal(value: unknown): Buffer
}

/** Statements that commit with the change. None of them may fail: what is recorded never stops what is done. */
export type Recorder = (change: Change) => readonly Statement[]

/** The change a plan makes of an actor. */
export function changeOf(
  { tenant, id: actor, keyId, chart, seq, at, event, by }: Origin,
  before: Row | null,
  { row, taken }: Plan,
  seal: (keyId: string, value: unknown) => Buffer,
): Change {
  return {
    tenant,
    actor,
    flow: chart.id,
    version: chart.version,
    seq: seq + 1,
    at,
    eventType: event.type,
    before: before?.value ?? null,
    after: row.value,
    taken,
    status: row.status,
    context: { before: before?.context ?? null, after: row.context },
    by,
    keyId,
    seal: (value) => seal(keyId, value),
  }
}
