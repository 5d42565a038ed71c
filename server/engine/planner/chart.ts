/** A machine made ready for planning, once. */
/* oxlint-disable typescript/no-explicit-any -- XState marks a machine's idMap internal */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate'
import { type Keys, keysOf } from './taken.ts'
import { inert } from './world.ts'

/** What planning needs of a machine. */
export interface Chart {
  /** The machine with every actor's logic made inert, so that planning starts nothing. */
  machine: AnyStateMachine
  /** Holds a snapshot's methods; every rehydrated snapshot starts as a copy of it. */
  blank: AnyMachineSnapshot
  /** Whether it has parallel states, whose order of entry the row must keep. */
  ordered: boolean
  /** What its transitions are called. */
  keys: Keys
}

const charts = new WeakMap<AnyStateMachine, Chart>()

/** The chart of a machine; made at the first call, since XState builds the whole machine anew. */
export function chartOf(machine: AnyStateMachine): Chart {
  let chart = charts.get(machine)
  if (!chart) {
    chart = makeChart(machine)
    charts.set(machine, chart)
  }
  return chart
}

function makeChart(original: AnyStateMachine): Chart {
  const names = Object.keys(original.implementations.actors)
  const machine = original.provide({ actors: Object.fromEntries(names.map((name) => [name, inert])) } as never)
  const nodes = [...nodesOf(machine).values()]
  const ordered = nodes.some((node) => node.type === 'parallel')
  return { machine, blank: machine.resolveState({ value: {} } as never), ordered, keys: keysOf(nodes) }
}

/** Every node by its id. Not `getStateNodeById`: that takes a dot in an id for a path. */
export const nodesOf = (machine: AnyStateMachine): Map<string, AnyStateNode> => (machine as any).idMap

export const idOf = (node: { id: string }) => node.id
