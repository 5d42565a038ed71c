/**
 * What an actor is at rest (Row) and what one event asks of the engine (Plan).
 * Plain JSON throughout: a row read back from the store plans the same step as the row that was written.
 */
import type { AnyEventObject, StateValue } from 'xstate'
import type { Taken } from './taken.ts'

/** An actor at rest, in our own format: XState's persisted shape embeds stale children and breaks between releases. */
export interface Row {
  format: 1
  value: StateValue
  /** Active nodes in the order entered, in which XState runs parallel regions. Absent: from `value`, in document order. */
  nodes?: string[]
  status: 'active' | 'done' | 'error' | 'stopped'
  context: unknown
  output?: unknown
  error?: unknown
  /** Node ids remembered by each history node's id. */
  historyValue: Record<string, string[]>
  children: Record<string, Child>
  /** Last generation of every child id; '#' counts the names given to what the chart left unnamed. */
  gens: Record<string, number>
}

/** A child actor the chart holds: an effect under way or a child chart. */
export interface Child {
  src: string
  gen: number
  systemId?: string
  /** It has answered; it stays listed until its state is left, as in XState. */
  done?: true
}

/** Work to begin. `id` and `gen` fence its result: a later generation under the same id is other work. */
export interface Effect {
  id: string
  src: string
  gen: number
  input: unknown
}

/** A child by id and generation, or `SELF` or `PARENT`, XState's names for the actor itself and its parent. */
export interface Target {
  to: string
  gen?: number
}

/** In the order asked for: a cancel may precede or follow a schedule of the same id. */
export type TimerOp =
  | { op: 'cancel'; id: string }
  | ({ op: 'schedule'; id: string; delayMs: number; event: AnyEventObject } & Target)

/** Mail to deliver at once. */
export type Send = { event: AnyEventObject } & Target

/** Everything one event asks for: written in one commit, done afterwards. */
export interface Plan {
  row: Row
  /** False: nothing to write and nothing to do, the event is ignored. */
  changed: boolean
  start: Effect[]
  stop: { id: string; gen: number }[]
  timers: TimerOp[]
  sends: Send[]
  emitted: AnyEventObject[]
  /** The transitions that were taken, microstep by microstep. An actor's first entry stands first, with none. */
  taken: readonly Taken[]
  /** Custom actions: fire-and-forget effects, by name. */
  actions: { type: string; params: unknown }[]
}

/** `Target.to` of mail an actor sends itself. */
export const SELF = '#_internal'

/** `Target.to` of mail to whoever started the actor. */
export const PARENT = '#_parent'
