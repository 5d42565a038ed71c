/** Small charts, one step at a time: what the tests of single behaviours are written with. */
import { type AnyEventObject, type AnyStateMachine, fromPromise, setup } from 'xstate'
import { planner } from '../planner/planner.ts'
import type { Plan, Row } from '../planner/row.ts'

const work = fromPromise(() => new Promise(() => {}))
const charts = setup({ actors: { work }, actions: { note: () => {} }, delays: { soon: 10, atOnce: 0 } })

/** A chart that may invoke `work`, do `note` and wait `soon` (10 ms) or `atOnce`. */
export const chartOf = (config: object): AnyStateMachine => charts.createMachine(config)

/** What a child's answer comes as. */
export const answerOf = (id: string) => ({ type: `xstate.done.actor.${id}`, output: 1, actorId: id })

/** The plan of a chart's first step. */
export function first(machine: AnyStateMachine): Plan {
  return planner(machine).init(undefined)
}

/** The plan of the last of these events, the row read back from JSON before every one. */
export function last(machine: AnyStateMachine, ...events: (string | AnyEventObject)[]): Plan {
  let plan = first(machine)
  for (const event of events) {
    const row: Row = JSON.parse(JSON.stringify(plan.row))
    plan = planner(machine).step(row, typeof event === 'string' ? { type: event } : event)
  }
  return plan
}
