/**
 * A chart as data: its states, its transitions and what is said about them, without XState. Pictures, lists, documents
 * and the operator's console are made of it, so all of them show the chart that runs.
 */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { type Flow, type LeafTag, leafTags, type StateMeta } from './flow.ts'
import { type Cause, causeOf, saidUnder } from './event-types.ts'
import { readableDuration, readableName } from './readable.ts'
import type { Says } from './says.ts'

export type StateKind = 'parallel' | 'compound' | 'atomic' | 'final' | 'history'

export interface OutlinedState {
  /** Below the chart, e.g. `signUp.verifying.cooling`; '' is the chart itself. */
  readonly path: string
  /** The state's name for people, e.g. `Sending code`. */
  readonly name: string
  readonly kind: StateKind
  /** Who is waited for. Null for states that hold others. */
  readonly role: LeafTag | null
  readonly description: string
  /** The screen that shows it, if one does. */
  readonly screen: string | null
  /** The path of the state it begins with. */
  readonly initial: string | null
  /** What is asked for while it is active, by the name of the effect or chart. */
  readonly invokes: readonly string[]
  /** Effects told on entry that nobody waits for. */
  readonly announces: readonly string[]
}

export interface OutlinedTransition {
  /** Unique within the chart and the same in every process: `<source path>/<event type>/<index among its candidates>`. */
  readonly key: string
  readonly source: string
  /** Null: it stays where it is. */
  readonly target: string | null
  /** As XState names it. */
  readonly event: string
  readonly cause: Cause
  /** The event, the delay, or what answered, for people, e.g. `code.accepted`, `after 15 min`, `sendCode done`. */
  readonly label: string
  readonly guard: string | null
  /** Effects told on the way that nobody waits for. */
  readonly announces: readonly string[]
  readonly description: string
}

export interface Outline {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly summary: string
  readonly states: readonly OutlinedState[]
  readonly transitions: readonly OutlinedTransition[]
  /** When a guard's way is open, by guard. */
  readonly guards: Readonly<Record<string, string>>
  /** What we do, by the name of an effect or chart. */
  readonly effects: Readonly<Record<string, string>>
}

/** What an outline is made of; a chart nobody has found words for is named after its code. */
export type Outlined = Pick<Flow, 'machine' | 'announced'> & Partial<Pick<Flow, 'says'>>

/** The outline of a flow, states in document order. */
export function outline(flow: Outlined): Outline {
  const { machine, says } = flow
  const nodes = under(machine.root)
  const states = nodes.map((node) => stateOf(flow, node))
  const transitions = nodes.flatMap((node) => transitionsOf(flow, node))
  return {
    id: machine.id,
    version: machine.version ?? '',
    title: says?.title ?? readableName(machine.id),
    summary: says?.summary ?? '',
    states,
    transitions,
    guards: said(
      says?.guards,
      transitions.map(({ guard }) => guard ?? ''),
    ),
    effects: said(says?.effects, [
      ...states.flatMap(({ invokes }) => invokes),
      ...[...states, ...transitions].flatMap(({ announces }) => announces),
    ]),
  }
}

/** Of the words there are, those of the names that occur. */
function said(words: Readonly<Record<string, string>> = {}, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([name]) => names.includes(name)))
}

const under = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(under)]
const pathOf = (node: AnyStateNode) => node.path.join('.')

function stateOf({ announced, says }: Omit<Outlined, 'machine'>, node: AnyStateNode): OutlinedState {
  const isRoot = node.parent === undefined
  const screen = (node.meta as StateMeta | undefined)?.screen
  const initial = node.type === 'compound' ? node.initial.target[0] : undefined
  return {
    path: pathOf(node),
    name: isRoot ? (says?.title ?? readableName(node.key)) : readableName(node.key),
    kind: node.type,
    role: leafTags.find((tag) => node.tags.includes(tag)) ?? null,
    description: node.description ?? (isRoot ? (says?.summary ?? '') : ''),
    screen: screen === undefined || screen === 'none' ? null : screen,
    initial: initial ? pathOf(initial) : null,
    invokes: node.invoke.map(({ src }) => String(src)),
    announces: announcedIn(announced, node.entry),
  }
}

function transitionsOf(flow: Outlined, node: AnyStateNode): OutlinedTransition[] {
  const candidates: AnyTransitionDefinition[][] = [...node.transitions.values(), node.always ?? []]
  return candidates.flatMap((list) => list.map((transition, index) => transitionOf(flow, node, transition, index)))
}

function transitionOf(
  { machine, announced, says }: Outlined,
  node: AnyStateNode,
  { eventType, guard, target, actions, description }: AnyTransitionDefinition,
  index: number,
): OutlinedTransition {
  const to = target?.[0]
  const named = guardName(guard)
  return {
    key: transitionKey(node, eventType, index),
    source: pathOf(node),
    target: to ? pathOf(to) : null,
    event: eventType,
    ...causeOf(eventType, (delay) => delayLabel(machine, delay)),
    guard: named,
    announces: announcedIn(announced, actions),
    description: description ?? saidOf(says, eventType),
  }
}

/** How a transition is named everywhere. */
export const transitionKey = (source: AnyStateNode, eventType: string, index: number): string =>
  `${pathOf(source)}/${eventType}/${index}`

/** `after 15 min`; a delay that depends on the actor keeps its name. */
function delayLabel(machine: AnyStateMachine, delay: string): string {
  const given = (machine.implementations.delays as Record<string, unknown>)[delay]
  return typeof given === 'number' ? `after ${readableDuration(given)}` : readableName(delay).toLowerCase()
}

function guardName(guard: unknown): string | null {
  if (guard === undefined || guard === null) return null
  if (typeof guard === 'string') return guard
  return String((guard as { type?: unknown }).type ?? 'condition')
}

function announcedIn(announced: Flow['announced'], actions: readonly unknown[]): string[] {
  const names = actions.map((action) => (typeof action === 'string' ? action : (action as { type?: string }).type))
  return names.filter(
    (name): name is string => name !== undefined && announced !== undefined && Object.hasOwn(announced, name),
  )
}

const saidOf = (says: Says | undefined, eventType: string): string => {
  const [list, name] = saidUnder(eventType)
  return says?.[list][name] ?? ''
}
