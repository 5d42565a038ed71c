/**
 * The durable loop: load, decide, plan, commit; again on the new state when somebody else wrote first.
 *
 * Everything that moves an actor goes through `advance`: an event from outside, an effect's result, a timer, mail.
 */
import type { AnyEventObject } from 'xstate'
import type { Incident, Statement, Step, Store, Took } from '../store/store.ts'
import type { Actors, Loaded } from './actors.ts'
import type { Recorder } from './recorder.ts'
import type { Clock } from './clock.ts'
import { type Commit, committer } from './committer.ts'
import { ignoredReason } from './planner/ignored.ts'
import type { Plan } from './planner/row.ts'
import type { Sealer } from './seal.ts'
import type { Origin } from './to-step.ts'

/** An event for an actor, with what is delivered and written in its commit. */
export interface Sent {
  readonly event: AnyEventObject
  readonly eventId: string | null
  readonly took?: Took
  readonly writes: readonly Statement[]
  /** Who sent it, for recorders. */
  readonly by?: unknown
}

/** What to do with an actor as it stands now. */
export type Decision<Refusal> =
  | ({ do: 'send' } & Sent)
  /** Take what was delivered without an event: nobody reads it any more. `sends` carries mail on. */
  | { do: 'take'; took: Took; sends?: Step['sends'] }
  | { do: 'end'; took: Took }
  | { do: 'refuse'; answer: Refusal }

export type Advanced<Refusal> =
  | { result: 'committed'; seq: number }
  | { result: 'ignored'; reason: string }
  | { result: 'duplicate'; seq: number }
  | { result: 'stale' }
  | { result: 'absent' }
  | { result: 'parked'; code: string }
  /** A statement of the step did not hold, by its code. */
  | { result: 'violated'; code: string }
  | { result: 'busy' }
  | { result: 'refused'; answer: Refusal }

export interface LoopParts {
  readonly store: Store
  readonly actors: Actors
  readonly sealer: Sealer
  readonly clock: Clock
  readonly record?: Recorder
  /** How effects that start now are leased. */
  readonly lease: () => Origin['lease']
  /** A step is on disk: its effects, timers and mail may be acted on. */
  readonly committed: (step: Step, sent: readonly number[]) => void
  readonly incident: (incident: Incident, error: unknown) => void
}

/** Conflicts in a row before the sender is told to come back: another process is writing this actor all the time. */
const MOST_CONFLICTS = 20

type Decide<Refusal> = (actor: Loaded) => Decision<Refusal> | Promise<Decision<Refusal>>

export interface Advance {
  <Refusal = never>(id: string, decide: Decide<Refusal>): Promise<Advanced<Refusal>>
}

export interface Loop extends Advance {
  park(actor: Pick<Loaded, 'id'>, code: string, event: string, error: unknown): Promise<void>
  /** Commits an actor's first step. Does nothing when it exists. */
  bear(step: Step, newborn: Loaded): Promise<void>
  readonly lease: LoopParts['lease']
}

export function loop(parts: LoopParts): Loop {
  const { store, actors, clock } = parts
  const { commit, ending, takeOnly, toCommit } = committer(parts)

  async function park({ id }: Pick<Loaded, 'id'>, code: string, eventType: string, error: unknown) {
    const incident = { actor: id, at: clock.now(), code, message: describe(error), eventType }
    actors.forget(id)
    await store.park(incident)
    parts.incident(incident, error)
  }

  /** Runs what a chart or its row may break; what they throw parks the actor. */
  async function orPark<T>(actor: Pick<Loaded, 'id'>, code: string, eventType: string, work: () => T | Promise<T>) {
    try {
      return { value: await work() }
    } catch (error) {
      await park(actor, code, eventType, error)
      return null
    }
  }

  async function once<R>(id: string, decide: Decide<R>): Promise<Advanced<R> | 'again'> {
    // its chart's version is unknown here, or its key is gone: visible, never skipped
    const loaded = await orPark({ id }, 'row.unreadable', '', () => actors.load(id))
    if (!loaded) return { result: 'parked', code: 'row.unreadable' }
    const actor = loaded.value
    if (!actor) return { result: 'absent' }
    if (actor.parked !== null) return { result: 'parked', code: actor.parked }
    const decision = await decide(actor)
    if (decision.do === 'refuse') return { result: 'refused', answer: decision.answer }
    if (decision.do === 'take') return commit(actor, takeOnly(actor, decision.took, decision.sends))
    if (decision.do === 'end') return commit(actor, ...ending(actor, decision.took))
    return carryOut(actor, decision)
  }

  async function carryOut(actor: Loaded, sent: Sent): Promise<Advanced<never> | 'again'> {
    const { event, took } = sent
    const done = await orPark(actor, 'chart.threw', event.type, (): { step: Commit } | { reason: string } => {
      const plan = planned(actor, event)
      return plan.changed ? { step: toCommit(actor, plan, sent) } : { reason: reasonFor(actor, event) }
    })
    if (!done) return { result: 'parked', code: 'chart.threw' }
    if ('step' in done.value) return commit(actor, ...done.value.step)
    if (took && (await commit(actor, takeOnly(actor, took))) === 'again') return 'again'
    return { result: 'ignored', reason: done.value.reason }
  }

  const advance: Advance = (id, decide) =>
    actors.inTurn(id, async () => {
      for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
        const done = await once(id, decide)
        if (done !== 'again') return done
      }
      return { result: 'busy' }
    })

  const bear = (step: Step, newborn: Loaded) =>
    actors.inTurn(step.actor, async () => {
      const done = await commit(newborn, step, newborn)
      if (done === 'again') return takeRepeated(step)
      if (done.result === 'violated') throw new BirthRefused(done.code)
    })

  /** It was born already; the mail that asked for it again is all that is left to take. */
  async function takeRepeated({ actor: id, took }: Step) {
    const actor = took && (await actors.load(id))
    if (actor) await commit(actor, takeOnly(actor, took))
  }
  return Object.assign(advance, { park, bear, lease: parts.lease })
}

/** Throws what the chart throws, and for a failure no transition takes: XState would end the chart, we park it. */
function planned({ chart, row }: Loaded, event: AnyEventObject): Plan {
  if (event.type.startsWith('xstate.error.') && !chart.planner.handles(row, event))
    throw new Error(`Nothing in state ${JSON.stringify(row.value)} handles '${event.type}'.`)
  return chart.planner.step(row, event)
}

const reasonFor = ({ chart, row }: Loaded, event: AnyEventObject) => ignoredReason(chart.flow.machine, row, event)

/** A statement that was to commit with a new actor does not hold. */
export class BirthRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(`The new actor was refused: ${code}.`)
    this.code = code
  }
}

/** The error's first line: a chart's own words, never a context. */
const describe = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 500)
