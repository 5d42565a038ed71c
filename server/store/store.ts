/**
 * What the engine needs from a database. Every backend passes `store.contract.ts`.
 *
 * The store keeps promises and has no opinions: heads are JSON it never reads, bodies are sealed bytes it cannot read.
 * All times are milliseconds since 1970 from the engine's clock; the store has no clock of its own.
 */

/** An actor at rest. `seq` is the number of its newest journal line; 0 means it does not exist yet. */
export interface StoredActor {
  readonly id: string
  readonly tenant: string
  readonly flow: string
  readonly version: string
  /** Names the data key its bodies are sealed under. */
  readonly keyId: string
  /** The actor that invoked this one, and under which invoke and generation. */
  readonly parent: ParentLink | null
  readonly seq: number
  /** When the newest line was written. */
  readonly at: number
  readonly status: ActorStatus
  /** The row but for its sealed parts, as JSON. */
  readonly head: string
  readonly body: Uint8Array
  /** The code of the incident it is parked for, or null. */
  readonly parked: string | null
}
export type ActorStatus = 'active' | 'done' | 'error' | 'stopped'
export interface ParentLink {
  readonly actor: string
  readonly invoke: string
  readonly gen: number
}

export interface EffectRow {
  readonly actor: string
  /** Invoke id, or the action's name with the sequence number that asked for it. */
  readonly id: string
  readonly gen: number
  readonly src: string
  readonly identity: string
  readonly input: Uint8Array
  /** Not before this time. */
  readonly dueAt: number
  readonly attempt: number
  /** Who holds it until when; null when nobody does. */
  readonly lease: Lease | null
  /** Whether the actor waits for its answer. An announced effect is only reported when it fails for good. */
  readonly awaited: boolean
}
export interface Lease {
  readonly worker: string
  readonly until: number
  /** Rises with every claim; a report under an older one is refused. */
  readonly fence: number
}
/** Names one effect run. */
export interface EffectKey {
  readonly actor: string
  readonly id: string
  readonly gen: number
}

export interface TimerRow {
  readonly actor: string
  readonly id: string
  readonly dueAt: number
  /** The event and whom it is for, sealed. */
  readonly body: Uint8Array
}

/** Mail between actors. Delivered in the order of `id`, each exactly once. */
export interface InboxRow {
  readonly id: number
  readonly to: string
  readonly kind: InboxKind
  readonly from: string
  readonly body: Uint8Array
  /** The key `body` is sealed under: the sender's, because the receiver may not exist yet. */
  readonly keyId: string
}
export type InboxKind = 'start' | 'event' | 'stop' | 'done' | 'error'

export interface JournalLine {
  readonly actor: string
  readonly seq: number
  readonly at: number
  readonly type: string
  readonly eventId: string | null
  readonly body: Uint8Array
}

/** A row as it was after line `seq`. */
export type Checkpoint = Pick<StoredActor, 'seq' | 'head' | 'body'>

/**
 * A compiled SQL statement that runs inside a step's commit. When it changes another number of rows than `rows`, or
 * breaks a constraint, the whole step is undone and answered `refused` with `code`.
 */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly rows?: number
  readonly code: string
}

/** What was delivered with this step, and is gone once it is committed. At most one of them. */
export type Took =
  | { readonly effect: EffectKey & { readonly fence: number } }
  | { readonly timer: { readonly id: string; readonly dueAt: number } }
  | { readonly inbox: number }

/** Everything one event does. Written together or not at all. */
export interface Step {
  readonly actor: string
  /** The sequence number that was planned from. Another writer having moved on makes this step a `conflict`. */
  readonly expected: number
  /** Present when the actor is new. */
  readonly born?: Pick<StoredActor, 'tenant' | 'flow' | 'version' | 'keyId' | 'parent'>
  /** The new row and its line. Absent: the event changed nothing and is only taken. */
  readonly next?: Pick<StoredActor, 'status' | 'head' | 'body'> & { readonly line: Omit<JournalLine, 'actor' | 'seq'> }
  /** Keep the new row under its line, too, so that a long journal need not be played from its beginning. */
  readonly checkpoint?: boolean
  readonly took?: Took
  readonly start: readonly EffectRow[]
  readonly cancel: readonly Pick<EffectKey, 'id' | 'gen'>[]
  readonly schedule: readonly Omit<TimerRow, 'actor'>[]
  readonly unschedule: readonly string[]
  /** The actor ended: whatever it still waits for goes. */
  readonly ended: boolean
  readonly sends: readonly Omit<InboxRow, 'id' | 'from'>[]
  readonly writes: readonly Statement[]
}

export type Outcome =
  /** `sent`: the ids its mail was given. */
  | { readonly result: 'committed'; readonly sent: readonly number[] }
  /** Somebody else wrote first: load and plan again. */
  | { readonly result: 'conflict' }
  /** This `eventId` is in the journal already, as line `seq`. */
  | { readonly result: 'duplicate'; readonly seq: number }
  /** What the step took is no longer there: another generation, another worker, or taken already. */
  | { readonly result: 'stale' }
  | { readonly result: 'refused'; readonly code: string }

/** Why an actor stands still until somebody looks. */
export interface Incident {
  readonly actor: string
  readonly at: number
  readonly code: string
  /** For the log and the operator; holds no value of an event or a context. */
  readonly message: string
  readonly eventType: string
}

export interface LiveEffect extends Omit<EffectRow, 'input' | 'identity' | 'awaited'> {
  readonly progress: number | null
}

export interface Store {
  /** The newest row, or null. */
  load(id: string): Promise<StoredActor | null>
  /** Writes a step. Steps that arrive while a transaction is open share the next one. Throws only when the disk does. */
  commit(step: Step): Promise<Outcome>
  /** Lines after `after`, oldest first. */
  journal(actor: string, after: number, limit: number): Promise<JournalLine[]>
  /** The newest row kept at or before line `seq`, or null. */
  checkpoint(actor: string, seq: number): Promise<Checkpoint | null>
  /** The line an event was written as, or null. */
  lineOf(actor: string, eventId: string): Promise<number | null>
  /** What an actor waits for, for its view. */
  waiting(actor: string): Promise<{ effects: LiveEffect[]; timers: Pick<TimerRow, 'id' | 'dueAt'>[] }>

  /** Gives a worker effects that are due and held by nobody, or by a worker whose lease lapsed. */
  claim(worker: string, now: number, leaseMs: number, limit: number): Promise<EffectRow[]>
  /** Keeps leases. Answers with those it could not keep: cancelled, or another's by now. */
  renew(worker: string, keys: readonly (EffectKey & { fence: number })[], until: number): Promise<EffectKey[]>
  /** Puts an effect back for a later attempt. False when the lease is another's. */
  putBack(key: EffectKey & { fence: number }, attempt: number, dueAt: number): Promise<boolean>
  /** Says how far an effect is, from 0 to 1. */
  progress(key: EffectKey & { fence: number }, done: number): Promise<void>
  /** When the next unheld effect is due, or the next lease lapses. */
  nextEffectAt(): Promise<number | null>

  /** Timers of actors that are not parked, due at or before `now`, in due order. */
  dueTimers(now: number, limit: number): Promise<TimerRow[]>
  nextTimerAt(): Promise<number | null>

  /** Mail for actors that are not parked, in order. */
  inbox(after: number, limit: number): Promise<InboxRow[]>

  /** Throws mail away that nobody can ever read: its receiver does not exist, or its key is destroyed. */
  discard(mail: number): Promise<void>

  /**
   * Takes away all work, timers and mail of the actors sealed under a key that is destroyed: nobody can read them any
   * more. Rows and journals stay, as what they are: states and times. Answers with the actors' ids.
   */
  strand(keyId: string): Promise<string[]>

  /** Parks an actor and records why. Its mail, timers and results stay. */
  park(incident: Incident): Promise<void>
  /** Lets a parked actor go on. False when it was not parked. */
  release(actor: string): Promise<boolean>
  incidents(limit: number): Promise<Incident[]>
  /** The newest of an actor, whether it still stands still for it or not; null: there never was one. */
  incidentOf(actor: string): Promise<Incident | null>

  close(): Promise<void>
}
