/**
 * Which transitions a step took, microstep by microstep, under the names they have in a chart's outline.
 *
 * XState tells each microstep with the transitions that were enabled. Of those that cannot go together it then drops some
 * (SCXML's `removeConflictingTransitions`) and does not say which, so the same rule stands here once more.
 */
import type { AnyEventObject, AnyMachineSnapshot, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate'
import { transitionKey } from '../../../machines/kit/outline.ts'
import { defaultsOf } from './rules.ts'

/** One microstep in which something was taken. */
export interface Taken {
  /** The event's type; for what was taken at once, that of the event before. */
  readonly event: string
  /** Keys, in the order their actions ran. None for an actor's very first entry. */
  readonly transitions: readonly string[]
  /** Where it led. */
  readonly value: StateValue
}

/** A microstep as XState tells it. */
export interface Microstep {
  readonly event: AnyEventObject
  readonly snapshot: AnyMachineSnapshot
  readonly _transitions: readonly AnyTransitionDefinition[]
}

export type Keys = ReadonlyMap<AnyTransitionDefinition, string>

/** The key of every transition of a chart. */
export function keysOf(nodes: Iterable<AnyStateNode>): Keys {
  const keys = new Map<AnyTransitionDefinition, string>()
  for (const node of nodes)
    for (const candidates of [...node.transitions.values(), node.always ?? []])
      candidates.forEach((transition, index) => keys.set(transition, transitionKey(node, transition.eventType, index)))
  return keys
}

type Place = Pick<AnyMachineSnapshot, '_nodes' | 'historyValue'>

/** `from` is where the first microstep began. */
export function takenIn(keys: Keys, microsteps: readonly Microstep[], from: Place): Taken[] {
  const taken: Taken[] = []
  let before = from
  for (const { event, snapshot, _transitions } of microsteps) {
    if (_transitions.length > 0) {
      const together = _transitions.length === 1 ? _transitions : withoutConflicts(_transitions, before)
      const transitions = together.map((transition) => keys.get(transition)!)
      taken.push({ event: event.type, transitions, value: snapshot.value })
    }
    before = snapshot
  }
  return taken
}

/** Of two that would leave the same state the one further in goes first, else the one found first (W3C SCXML, appendix D). */
function withoutConflicts(enabled: readonly AnyTransitionDefinition[], place: Place): AnyTransitionDefinition[] {
  const kept = new Map<AnyTransitionDefinition, ReadonlySet<AnyStateNode>>()
  for (const transition of enabled) {
    const leaves = exitsOf(transition, place)
    const rivals = [...kept]
      .filter(([, others]) => [...leaves].some((node) => others.has(node)))
      .map(([other]) => other)
    if (!rivals.every((other) => isBelow(transition.source, other.source))) continue
    for (const other of rivals) kept.delete(other)
    kept.set(transition, leaves)
  }
  return [...kept.keys()]
}

function exitsOf(transition: AnyTransitionDefinition, { _nodes, historyValue }: Place): ReadonlySet<AnyStateNode> {
  const { target, source, reenter } = transition
  if (!target?.length) return new Set()
  const domain = domainOf(transition, historyValue)
  const exits = new Set<AnyStateNode>((_nodes as AnyStateNode[]).filter((node) => isBelow(node, domain)))
  if (reenter && source === domain) exits.add(source)
  return exits
}

/** The state within which a transition happens; undefined when it enters the whole chart again. */
function domainOf(transition: AnyTransitionDefinition, history: Place['historyValue']): AnyStateNode | undefined {
  const { source, reenter } = transition
  const targets = (transition.target ?? []).flatMap((node) => realTargets(node, history))
  if (!reenter && targets.every((target) => target === source || isBelow(target, source))) return source
  const all = [...targets, source]
  for (let node = all[0]!.parent; node; node = node.parent) if (all.every((other) => isBelow(other, node))) return node
  return reenter ? undefined : source.machine.root
}

const realTargets = (node: AnyStateNode, history: Place['historyValue']): readonly AnyStateNode[] =>
  node.type !== 'history'
    ? [node]
    : ((history[node.id] as AnyStateNode[] | undefined) ?? defaultsOf(node).flatMap((one) => realTargets(one, history)))

function isBelow(node: AnyStateNode, above: AnyStateNode | undefined): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent === above) return true
  return above === undefined
}
