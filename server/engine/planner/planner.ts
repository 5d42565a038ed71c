/**
 * Plans one durable step of any XState 5 chart: (machine, row, event) → what to write and what to do.
 * Pure. This folder is the only one that knows XState's inside; everything else sees Row and Plan.
 */
import type { AnyEventObject, AnyStateMachine } from 'xstate'
import { chartOf } from './chart.ts'
import { planOf, toPlan } from './plan.ts'
import { answered, rehydrate } from './rehydrate.ts'
import type { Plan, Row } from './row.ts'
import { World } from './world.ts'

/** Plans for one machine. */
export interface Planner {
  /** The first row. Throws what the context factory, a guard or an action throws: an incident, not a plan. */
  init(input: unknown): Plan
  /** The step `event` makes from `row`. Throws like `init`, and when the row names a state the machine lacks. */
  step(row: Row, event: AnyEventObject): Plan
  /** Whether a transition is taken for the event. An error event nobody handles would end the chart: ask first. */
  handles(row: Row, event: AnyEventObject): boolean
}

/** The planner of a machine. */
export function planner(original: AnyStateMachine): Planner {
  const chart = chartOf(original)
  const { machine } = chart
  return {
    init(input) {
      const world = new World(0)
      const next = machine.getInitialSnapshot(world.scope, input)
      if (next.status === 'error') throw next.error
      const origin = { place: chart.blank, row: { children: {}, gens: {} }, refs: {} }
      const plan = toPlan(chart, next, origin, world, true)
      // XState does not tell the very first entry; no guard and no event has a say in where it leads
      return { ...plan, taken: [{ event: 'xstate.init', transitions: [], value: chart.blank.value }, ...plan.taken] }
    },
    step(row, event) {
      // XState itself still reacts when it is done
      if (row.status !== 'active') return planOf(row, false)
      const world = new World(row.gens['#'] ?? 0)
      const from = answered(row, event)
      const before = rehydrate(chart, from, world)
      const next = machine.transition(before, event, world.scope)
      const origin = { place: before, row: from, refs: before.children as never }
      return toPlan(chart, next, origin, world, next !== before || from !== row)
    },
    handles(row, event) {
      const before = rehydrate(chart, row, new World(0))
      return machine.getTransitionData(before as never, event).length > 0
    },
  }
}
