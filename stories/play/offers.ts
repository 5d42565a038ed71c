/** What can happen next in a chart: events of people and of our own servers, answers of what is being done, timers. */
import { answerIn, delayIn } from '../../machines/kit/event-types.ts'
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { transitionKey } from '../../machines/kit/outline.ts'
import type { Told } from '../../machines/kit/walk.ts'
import { eventWords, gist } from './words.ts'

export interface Offer {
  /** The chart it is for: '' or the invoke's id of a child. */
  readonly of: string
  readonly event: Told
  readonly kind: 'event' | 'timer' | 'answer'
  /** The transitions it takes, by key. */
  readonly keys: readonly string[]
  readonly label: string
}

/** A timer that runs. */
export interface Running {
  readonly of: string
  readonly type: string
  /** Milliseconds since 1970, by the player's clock. */
  readonly dueAt: number
}

export interface Sayable {
  readonly of: string
  /** What can be said to it, the usual first. */
  readonly words: readonly Told[]
  /** Events that may come from outside; what regions tell each other is nobody's to send. */
  readonly outside: ReadonlySet<string>
  /** Invokes that wait for an answer. */
  readonly waiting: ReadonlySet<string>
  readonly timers: readonly Running[]
}

/** In the order of the chart, innermost states first. An event whose payload decides is offered once for each way it leads. */
export function offersIn(snapshot: AnyMachineSnapshot, sayable: Sayable): Offer[] {
  if (snapshot.status !== 'active') return []
  const nodes = (snapshot._nodes as AnyStateNode[]).toReversed()
  const types = new Set(nodes.flatMap((node) => [...node.transitions.keys()]))
  const seen = new Set<string>()
  return [...types]
    .filter((type) => isPossible(type, sayable))
    .flatMap((type) => variantsOf(type, sayable.words).map((event) => ({ type, event })))
    .flatMap(({ type, event }): Offer[] => {
      const keys = keysOf(snapshot, event)
      const way = `${type} ${keys.join(' ')}`
      if (keys.length === 0 || seen.has(way)) return []
      seen.add(way)
      return [{ of: sayable.of, event, kind: kindOf(type), keys, label: eventWords(type) }]
    })
}

function isPossible(type: string, { waiting, timers, of, outside, words }: Sayable): boolean {
  const answer = answerIn(type)
  if (answer) return waiting.has(answer.invoke)
  if (delayIn(type) !== null) return timers.some((timer) => timer.of === of && timer.type === type)
  return outside.has(type) || words.some((word) => word.type === type)
}

const kindOf = (type: string): Offer['kind'] => (answerIn(type) ? 'answer' : delayIn(type) === null ? 'event' : 'timer')

function variantsOf(type: string, words: readonly Told[]): Told[] {
  const known = words.filter((word) => word.type === type)
  if (known.length > 0) return known
  const answer = answerIn(type)
  if (!answer) return [{ type }]
  const actorId = answer.invoke
  return [answer.isDone ? { type, output: {}, actorId } : { type, error: { code: 'unknown' }, actorId }]
}

/** The transitions an event would take, by key; none when it would do nothing. */
export function keysOf(snapshot: AnyMachineSnapshot, event: Told): string[] {
  const machine = snapshot.machine as AnyStateMachine
  try {
    return machine.getTransitionData(snapshot, event).flatMap(keyOf)
  } catch {
    // a guard that cannot judge this payload: it would be an incident, and is no offer
    return []
  }
}

/** None for what is no transition of the chart, such as its beginning. */
export function keyOf(transition: AnyTransitionDefinition): string[] {
  const { source, eventType } = transition
  const candidates = eventType === '' ? (source.always ?? []) : (source.transitions.get(eventType) ?? [])
  const index = candidates.indexOf(transition)
  return index < 0 ? [] : [transitionKey(source, eventType, index)]
}

/** What the button says: the event, and which one where several lead different ways. */
export function offerLabel(offer: Offer, among: readonly Offer[]): string {
  const isAlone = among.filter(({ event, of }) => event.type === offer.event.type && of === offer.of).length === 1
  const more = gist(offer.event)
  return isAlone || more === '' ? offer.label : `${offer.label}: ${more}`
}
