/** What a screen is given at a step: for every chart that runs, what the server would send of it, and no more. */
import { delayIn } from '../../machines/kit/event-types.ts'
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate'
import type { CallerKind, Flow } from '../../machines/kit/flow.ts'
import { screenOf } from '../../widget/client/screen.ts'
import { chartOf } from './charts.ts'
import type { Aftermath, Asked, Step } from './player-types.ts'
import type { PlayChart } from './play-chart.ts'

export interface ChartView extends Aftermath {
  readonly of: string
  readonly chart: PlayChart
  readonly snapshot: AnyMachineSnapshot
  readonly screen: string
  readonly value: AnyMachineSnapshot['value']
  readonly context: Record<string, unknown>
  /** Events this caller may send now. */
  readonly enabled: readonly string[]
  /** When a delay runs out, milliseconds since 1970 by the player's clock, by the delay's name. */
  readonly dueAt: Readonly<Record<string, number>>
  /** Effects under way. */
  readonly effects: readonly Asked[]
}

export function viewOf(step: Step, of: string, chart: PlayChart, aftermath: Aftermath): ChartView | null {
  const snapshot = step.seen[of]
  if (!snapshot) return null
  const { flow } = chart
  const mine = step.timers.filter((timer) => timer.of === of)
  return {
    of,
    chart,
    snapshot,
    screen: screenOf(snapshot as never),
    value: snapshot.value,
    context: flow.view(snapshot.context as never, chart.caller),
    enabled: snapshot.status === 'active' ? enabledIn(snapshot, flow, chart.caller) : [],
    dueAt: Object.fromEntries(mine.map(({ type, dueAt }) => [delayIn(type) ?? type, dueAt])),
    effects: step.asked.filter((one) => one.of === of),
    ...aftermath,
  }
}

/** The chart of that name in this story: its own, or a child's by its machine. */
export const chartNamed = (step: Step, of: string, own: PlayChart): PlayChart =>
  of === '' ? own : chartOf(step.seen[of]!.machine.id)

function enabledIn(
  snapshot: AnyMachineSnapshot,
  { events, policy, exchanged = {} }: Flow,
  caller: CallerKind,
): string[] {
  const handled = new Set((snapshot._nodes as AnyStateNode[]).flatMap((node) => [...node.transitions.keys()]))
  return Object.keys(events).filter(
    (type) => policy[type]?.includes(caller) && [type, ...(exchanged[type] ?? [])].some((name) => handled.has(name)),
  )
}
