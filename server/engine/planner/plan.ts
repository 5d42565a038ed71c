/** Turns XState's next snapshot, and what it asked for on the way, into a Plan. */
/* oxlint-disable typescript/no-explicit-any -- an action's params have a shape of their own for each of XState's action types */
import type { AnyMachineSnapshot } from 'xstate'
import { type Chart, idOf } from './chart.ts'
import { plain } from './references.ts'
import { type Plan, type Row, SELF, type Target } from './row.ts'
import { takenIn } from './taken.ts'
import { type Ref, Stub, type World } from './world.ts'

type Refs = Record<string, Ref>

/** Where a step began: its place, what was stored of the children, and their references in the snapshot. */
export interface Origin {
  place: AnyMachineSnapshot
  row: Pick<Row, 'children' | 'gens'>
  refs: Refs
}

/** A plan that asks for nothing. */
export const planOf = (row: Row, changed: boolean): Plan => ({
  row,
  changed,
  start: [],
  stop: [],
  timers: [],
  sends: [],
  emitted: [],
  actions: [],
  taken: [],
})

/** Ends an actor from outside its chart: whatever it still waits for is stopped. */
export const stopOf = (row: Row): Plan => ({
  ...planOf({ ...row, status: 'stopped', children: {} }, true),
  stop: Object.entries(row.children).map(([id, { gen }]) => ({ id, gen })),
})

/** `moved`: the event changed the snapshot, even if it asks for nothing. */
export function toPlan(chart: Chart, next: AnyMachineSnapshot, from: Origin, world: World, moved: boolean): Plan {
  const after = next.status === 'active' ? (next.children as never as Refs) : {}
  const gens = { ...from.row.gens }
  const plan = planOf({ ...rowOf(chart, next), children: {}, gens }, moved || world.asked.length > 0)
  diffChildren(plan, from, after)
  const genOf = (ref: Ref) => (ref instanceof Stub ? ref.gen : after[ref.id] === ref ? gens[ref.id] : undefined)
  plan.row.context = plain(next.context, genOf)
  if (plan.start.some(({ id }) => id.startsWith('x:'))) gens['#'] = world.booked
  fileAll(plan, world, genOf)
  plan.taken = takenIn(chart.keys, world.microsteps, from.place)
  return plan
}

function rowOf({ ordered }: Chart, next: AnyMachineSnapshot): Omit<Row, 'children' | 'gens'> {
  const historyValue: Row['historyValue'] = {}
  for (const id in next.historyValue) historyValue[id] = next.historyValue[id]!.map(idOf)
  return {
    format: 1,
    value: next.value,
    ...(ordered && { nodes: next._nodes.map(idOf) }),
    status: next.status,
    context: next.context,
    output: next.output,
    error: next.error,
    historyValue,
  }
}

/**
 * Starts and stops are the difference of the references, not the actions: those miss `spawn()` inside `assign`,
 * and name both for an invoke that was entered and left within one macrostep.
 */
function diffChildren({ row, start, stop }: Plan, from: Origin, after: Refs) {
  for (const id in from.refs) {
    const { gen, done } = from.row.children[id]!
    if (after[id] !== from.refs[id] && !done) stop.push({ id, gen })
  }
  for (const id in after) {
    const ref = after[id]!
    if (from.refs[id] === ref) {
      row.children[id] = from.row.children[id]!
      continue
    }
    const gen = (row.gens[id] ?? 0) + 1
    const src = String(ref.src)
    const { systemId } = ref as { systemId?: string }
    row.gens[id] = gen
    row.children[id] = systemId ? { src, gen, systemId } : { src, gen }
    start.push({ id, src, gen, input: ref.getSnapshot().input })
  }
}

function fileAll(plan: Plan, world: World, genOf: (ref: Ref) => number | undefined) {
  const { gens } = plan.row
  const stopped = new Set<Ref>()
  const name = () => {
    gens['#'] = (gens['#'] ?? 0) + 1
    return `#${gens['#']}`
  }
  /** Where mail goes; undefined when nobody is left to read it. */
  const target = (ref: Ref): Target | undefined => {
    if (ref === world.self || ref === world.self._parent) return { to: ref.id }
    const gen = genOf(ref)
    const isGone = gen === undefined || stopped.has(ref) || (ref instanceof Stub && !ref.open)
    return isGone ? undefined : { to: ref.id, gen }
  }
  for (const { type, params } of world.asked) {
    if (type === 'xstate.stopChild') stopped.add(params)
    else file(plan, type, params, target, name)
  }
}

/** Files one action XState asked for under what the engine must do about it. */
function file(plan: Plan, type: string, params: any, target: (ref: Ref) => Target | undefined, name: () => string) {
  switch (type) {
    case 'xstate.raise':
      // without a delay XState has already taken it within this macrostep
      if (typeof params.delay === 'number') schedule(plan, params, { to: SELF }, name)
      return
    case 'xstate.cancel':
      plan.timers.push({ op: 'cancel', id: params.sendId })
      return
    case 'xstate.sendTo': {
      const to = target(params.to)
      if (typeof params.delay === 'number') schedule(plan, params, to, name)
      else if (to) plan.sends.push({ event: params.event, ...to })
      return
    }
    case 'xstate.emit':
      plan.emitted.push(params.event)
      return
    case 'xstate.spawnChild':
    case 'xstate.assign':
    case 'xstate.log':
    case 'xstate.enqueueActions':
      return
    default:
      plan.actions.push({ type, params })
  }
}

/** A delayed event. One that nobody will read still takes the place of a waiting one with its id. */
function schedule(plan: Plan, { id, delay, event }: any, to: Target | undefined, name: () => string) {
  const timer = id ?? name()
  plan.timers.push(to ? { op: 'schedule', id: timer, delayMs: delay, event, ...to } : { op: 'cancel', id: timer })
}
