/** What an audit log is told of each step, and the way its lines get into the step's commit. */
import type { StateValue } from 'xstate'
import type { Statement } from '../store/store.ts'
import type { Plan, Row } from './planner/row.ts'
import type { Origin } from './to-step.ts'

/** One step of one actor, for whoever keeps a record of it. */
export interface Change {
  readonly tenant: string
  readonly actor: string
  readonly flow: string
  /** The journal line it is written as. */
  readonly seq: number
  readonly at: number
  readonly eventType: string
  /** Null for an actor that was just made. */
  readonly before: StateValue | null
  readonly after: StateValue
  /** Who sent the event, as it was handed to `send` or `start`; undefined for what the engine did by itself. */
  readonly by: unknown
  readonly keyId: string
  /** Seals what is about a person under the actor's own key, so that it is erased with the actor. */
  seal(value: unknown): Buffer
}

/** Statements that commit with the change. None of them may fail: what is recorded never stops what is done. */
export type Audit = (change: Change) => readonly Statement[]

/** The change a plan makes of an actor. */
export function changeOf(
  { tenant, id: actor, keyId, chart, seq, at, event, by }: Origin,
  before: Row | null,
  { row }: Plan,
  seal: (keyId: string, value: unknown) => Buffer,
): Change {
  return {
    tenant,
    actor,
    flow: chart.id,
    seq: seq + 1,
    at,
    eventType: event.type,
    before: before?.value ?? null,
    after: row.value,
    by,
    keyId,
    seal: (value) => seal(keyId, value),
  }
}
