/** Whatever a chart's fixtures know how to tell it: the payloads a designer sends, and what the effects answer. */
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { causeOf } from '../../machines/kit/event-types.ts'
import type { Fixture } from '../../machines/kit/fixture.ts'
import type { Told } from '../../machines/kit/walk.ts'

/** Of a module of fixtures, every event of that chart, each once: `first`, then its constants by name, then what only its moments say. */
export function wordsIn(
  machine: AnyStateMachine,
  first: readonly Told[],
  module: Readonly<Record<string, unknown>>,
): Told[] {
  const known = eventTypes(machine)
  const found = new Map<string, Told>()
  // a module lists its names in one order here and in another there
  const values = Object.keys(module)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => module[name])
  const constants = values.filter((value) => !Array.isArray(value))
  const moments = values.filter((value) => Array.isArray(value))
  for (const event of [...first, ...[...constants, ...moments].flatMap(eventsIn)])
    if (known.has(event.type) && !found.has(JSON.stringify(event))) found.set(JSON.stringify(event), event)
  return [...found.values()]
}

function eventsIn(value: unknown): Told[] {
  if (Array.isArray(value)) return value.flatMap(eventsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('events' in value) return (value as Fixture).events.slice()
  return 'type' in value && typeof value.type === 'string' ? [value as Told] : []
}

/** Every event a chart has a transition for, by type. */
export const eventTypes = (machine: AnyStateMachine): ReadonlySet<string> =>
  new Set(under(machine.root).flatMap((node) => [...node.transitions.keys()]))

const under = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(under)]

/** A payload in a few words, e.g. `team, month` or `not sound`; '' when there is nothing to say. */
export function gist(event: Told): string {
  const { type: _, actorId: _id, ...payload } = event
  const told = 'output' in payload ? payload['output'] : 'error' in payload ? payload['error'] : payload
  if (typeof told !== 'object' || told === null) return ''
  const words = Object.entries(told).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [value ? name : `not ${name}`]
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
  })
  return words.join(', ').slice(0, MOST_LETTERS)
}
const MOST_LETTERS = 32

/** An event as a designer reads it. */
export const eventWords = (type: string): string =>
  type === 'xstate.init' ? 'Open' : causeOf(type, (delay) => `timer ${delay}`).label
