/** What the engine is made of, and what it can be asked for. */
import type { Incident, Statement, Store } from '../store/store.ts'
import type { Answer } from './answer.ts'
import type { Clock } from './clock.ts'
import type { CallerKind, FlowDefinition } from './definition.ts'
import type { Moment } from './history.ts'
import type { Hub } from './hub.ts'
import type { SecretExchange } from './ingress.ts'
import type { BareLine, Look } from './look.ts'
import type { OpenLine } from './open-journal.ts'
import type { Recorder } from './recorder.ts'
import type { AnyPerform } from './perform.ts'
import type { Row } from './planner/row.ts'
import type { Registry } from './registry.ts'
import type { Sealer } from './seal.ts'
import type { View } from './view.ts'
import type { Watched } from './watch.ts'

export interface EngineParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly clock: Clock
  readonly flows: readonly FlowDefinition[]
  /** Effect bodies by chart id and `src`. */
  readonly performers: Readonly<Record<string, Readonly<Record<string, AnyPerform>>>>
  readonly secrets: SecretExchange
  /** What is written about a change beside it, in the change's own commit. Default: nothing. */
  readonly recorders?: readonly Recorder[]
  /**
   * Actors were erased: whoever records them forgets them. Part of `erase`, which fails with it and is tried again whole,
   * so it has to be safe to repeat.
   */
  readonly erased?: (actors: readonly string[]) => Promise<void>
  /** Whether this process performs effects and fires timers. Default true. */
  readonly works?: boolean
  readonly workerName?: string
  /** Effects performed at once. Default 32. */
  readonly concurrency?: number
  /** How long a worker may be silent before its effects are another's. Default 15,000. */
  readonly leaseMs?: number
  /** No attempt may take longer, whatever its effect allows, in milliseconds. Default: as long as the effect says. */
  readonly longestAttemptMs?: number | undefined
  /** How long a stop waits for effects under way. Default 2,000. */
  readonly graceMs?: number
  readonly random?: () => number
  readonly onIncident?: (incident: Incident, error: unknown) => void
  readonly onError?: (error: unknown) => void
  /** An effect's attempt failed and another follows. */
  readonly onPostponed?: (effect: { actor: string; src: string; attempt: number }, code: string, error: unknown) => void
}

export interface Start {
  readonly flow: string
  readonly id: string
  readonly tenant: string
  readonly input: unknown
  /** Whose data key seals it, for actors that are about no person of their own. Default: its own key. */
  readonly keyId?: string
  /** Commits with the actor, e.g. its flow token. */
  readonly writes?: readonly Statement[]
  /** Who wants it, in the words of `EngineParts.recorders`. */
  readonly by?: unknown
}
export interface Send {
  readonly id: string
  readonly event: unknown
  /** Chosen by the sender; a second send of the same id does nothing and hears the first outcome. */
  readonly eventId: string
  readonly caller: CallerKind
  /** Refuse with `conflict` when the actor has moved on from this line. */
  readonly ifSeq?: number
  /** Commits with the event, e.g. the one-time token it stands for. One that does not hold is a `conflict`. */
  readonly writes?: readonly Statement[]
  /** Who sends it, in the words of `EngineParts.recorders`. */
  readonly by?: unknown
}

export interface Engine {
  readonly registry: Registry
  readonly hub: Hub
  /** Makes an actor. One that exists already stays as it is. */
  start(start: Start): Promise<void>
  send(send: Send): Promise<Answer>
  view(id: string, caller: CallerKind): Promise<View | null>
  /** The tenant and the chart of an actor, or null. */
  whose(id: string): Promise<{ readonly tenant: string; readonly flow: string } | null>
  /** What can be said of any actor without its key and without its chart. Null when there is no such actor. */
  look(id: string): Promise<Look | null>
  /** The journal without what is sealed: lines after `after`, oldest first. */
  lines(id: string, after: number, limit: number): Promise<BareLine[]>
  watch(
    ids: readonly string[],
    since: Readonly<Record<string, number>>,
    caller: CallerKind,
    signal: AbortSignal,
  ): AsyncGenerator<Watched>
  journal(id: string, after?: number, limit?: number): Promise<OpenLine[]>
  /** Plays an actor's journal through the planner; the row must be the stored one. `upTo`: time travel. */
  replay(id: string, upTo?: number): Promise<Row | null>
  /** The steps of lines `from` to `to`, oldest first. Null when there is no such actor. */
  history(id: string, from: number, to: number): Promise<Moment[] | null>
  /** Lets a parked actor go on: what waited for it is delivered again. False when it was not parked. */
  redrive(id: string): Promise<boolean>
  incidents(limit?: number): Promise<Incident[]>
  /**
   * Destroys a data key: whatever actors it sealed can never be opened again, their work and timers are gone, and to
   * everybody they are `absent`. Safe to repeat.
   */
  erase(keyId: string): Promise<void>
  /** Work that became due while time was moved. */
  wake(): void
  run(): Promise<void>
  stop(): Promise<void>
}
