/** Says why an event did nothing, so that "ignored" is an answer and not a shrug. */
/* oxlint-disable typescript/no-explicit-any -- a guard may have any of XState's shapes, and event types any name */
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate'
import { chartOf } from './chart.ts'
import { rehydrate } from './rehydrate.ts'
import type { Row } from './row.ts'
import { World } from './world.ts'

/**
 * Why `event` does nothing in `row`: no transition here, or the guards that said no. Ask only about an event whose
 * plan has `changed: false`. Throws what a guard throws.
 */
export function ignoredReason(machine: AnyStateMachine, row: Row, event: AnyEventObject): string {
  if (row.status !== 'active') return 'the actor has ended'
  const chart = chartOf(machine)
  const snapshot = rehydrate(chart, row, new World(0))
  // a transition that is taken and does nothing is the chart's way of forbidding the event here
  if (chart.machine.getTransitionData(snapshot as never, event).length > 0) return 'no transition here'
  const guards = new Set(refusals(snapshot, event))
  if (guards.size === 0) return 'no transition here'
  return `${guards.size === 1 ? 'guard' : 'guards'} ${[...guards].join(', ')} said no`
}

/** With no transition taken, every guard on the way was asked and said no. */
function refusals({ _nodes }: AnyMachineSnapshot, event: AnyEventObject): string[] {
  return _nodes.flatMap((node) => candidates(node, event.type)).map(({ guard }) => nameOf(guard))
}

function candidates(node: AnyStateNode, type: string) {
  return [...node.transitions].flatMap(([descriptor, transitions]) => (matches(type, descriptor) ? transitions : []))
}

/** XState's event descriptors: a whole type, `*`, or a prefix ending in `.*`. */
function matches(type: string, descriptor: string): boolean {
  if (descriptor === type || descriptor === '*') return true
  return descriptor.endsWith('.*') && `${type}.`.startsWith(descriptor.slice(0, -1))
}

/** A guard by name; a composed one by its parts, as in `and(isOwner, not(isLast))`. */
export function nameOf(guard: any): string {
  if (typeof guard === 'string') return guard
  if (typeof guard !== 'function') return String(guard?.type)
  if (guard.guards) return `${guard.name}(${guard.guards.map(nameOf).join(', ')})`
  return guard.stateValue ? `stateIn(${JSON.stringify(guard.stateValue)})` : 'inline'
}
