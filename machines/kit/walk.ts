/** Drives a chart by hand, without starting an actor: for fixtures, tables of tests and pictures. */
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type EventObject,
  createActor,
  createMachine,
  type InputFrom,
  type SnapshotFrom,
} from 'xstate'

/** What a chart asked for on the way: work, or a word to its parent. */
export interface Asked {
  readonly src: string
  readonly input: unknown
}
export interface Walked<Machine extends AnyStateMachine> {
  readonly snapshot: SnapshotFrom<Machine>
  readonly asked: readonly Asked[]
  /** Events sent to the parent, in order. */
  readonly told: readonly EventObject[]
}

/** An event of the chart, or the result of something it asked for. */
export type Told = { readonly type: string } & Readonly<Record<string, unknown>>

/** The result of an invoke, as XState names it. */
export const done = (invoke: string, output?: unknown): Told => ({
  type: `xstate.done.actor.${invoke}`,
  output,
  actorId: invoke,
})
/** The failure of an invoke, with its code. */
export const failed = (invoke: string, code = 'unknown'): Told => ({
  type: `xstate.error.actor.${invoke}`,
  error: { code },
  actorId: invoke,
})
/** A delay of a state running out. `state` is the state's id without the chart's, e.g. `signUp.verifying`. */
export const elapsed = (machine: AnyStateMachine, delay: string, state: string): Told => ({
  type: `xstate.after.${delay}.${machine.id}.${state}`,
})

/** Where `events` lead from the start, and what was asked for by the last of them. Throws what the chart throws. */
export function after<Machine extends AnyStateMachine>(
  machine: Machine,
  input: InputFrom<Machine>,
  events: readonly Told[],
): Walked<Machine> {
  const step = stepper(machine)
  let last = step((scope) => machine.getInitialSnapshot(scope, input))
  for (const event of events) {
    const before = last.snapshot
    last = step((scope) => machine.transition(before, event, scope))
  }
  return last
}

type Scope = Parameters<AnyStateMachine['transition']>[2]
type Action = Parameters<NonNullable<Scope['actionExecutor']>>[0]

/**
 * XState's own `transition()` has no parent to send to, so a chart that tells its parent would throw. This scope has
 * one that never runs; nothing else about it differs.
 */
function stepper<Machine extends AnyStateMachine>(machine: Machine) {
  const parent = createActor(createMachine({}))
  const { system } = parent
  return (take: (scope: Scope) => AnyMachineSnapshot): Walked<Machine> => {
    const actions: Action[] = []
    const nothing = () => {}
    const self = { id: machine.id, _parent: parent, system, send: nothing } as unknown as Scope['self']
    const scope = { self, system, id: machine.id, sessionId: '', logger: nothing, defer: nothing, stopChild: nothing }
    const snapshot = take({
      ...scope,
      emit: nothing,
      actionExecutor: (action: Action) => actions.push(action),
    } as never)
    if (snapshot.status === 'error') throw snapshot.error
    return { snapshot: snapshot as SnapshotFrom<Machine>, asked: askedIn(actions), told: toldIn(actions) }
  }
}

const askedIn = (actions: readonly Action[]): Asked[] =>
  actions.flatMap(({ type, params }) =>
    type === 'xstate.spawnChild' ? [{ src: String((params as Asked).src), input: (params as Asked).input }] : [],
  )

const toldIn = (actions: readonly Action[]): EventObject[] =>
  actions.flatMap(({ type, params }) => (type === 'xstate.sendTo' ? [(params as { event: EventObject }).event] : []))

/** The states at the bottom: the ones an actor is really in. */
export const leavesOf = (machine: AnyStateMachine): AnyStateNode[] =>
  under(machine.root).filter((node) => node.type === 'atomic' || node.type === 'final')

const under = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(under)]

/** A leaf's path below the chart, e.g. `signUp.verifying.cooling`. */
export const pathOf = (node: AnyStateNode): string => node.path.join('.')

/** The leaves a snapshot is in. */
export const activeLeaves = (snapshot: AnyMachineSnapshot): string[] =>
  (snapshot._nodes as AnyStateNode[]).filter((node) => node.type === 'atomic' || node.type === 'final').map(pathOf)
