/** What a caller may see of an actor. A raw snapshot never leaves the server. */
import type { StateValue } from 'xstate'
import type { Store } from '../store/store.ts'
import type { Loaded } from './actors.ts'
import type { Clock } from './clock.ts'
import type { CallerKind, FlowDefinition } from './definition.ts'
import { childId } from './mail.ts'
import type { Registry } from './registry.ts'

/** An actor as it goes over the wire. Times in milliseconds since 1970, by the server's clock. */
export interface View {
  readonly id: string
  readonly machine: { readonly id: string; readonly version: string }
  readonly seq: number
  /** When it last moved, and the server's time now, so that a client's clock need not be right. */
  readonly at: number
  readonly now: number
  readonly value: StateValue
  readonly status: string
  readonly tags: readonly string[]
  /** The machine's own allow-list of its context. */
  readonly context: Readonly<Record<string, unknown>>
  /** Events this caller may send now. Guards that need the payload decide when one is sent. */
  readonly enabled: readonly string[]
  /** Named delays under way. */
  readonly timers: readonly { readonly id: string; readonly dueAt: number }[]
  readonly effects: readonly ViewedEffect[]
  /** Charts it invoked that this caller may speak to; each is an actor of its own. */
  readonly children: readonly ViewedChild[]
  /** Why it stands still, when it does. */
  readonly problem: { readonly code: string } | null
}
export interface ViewedChild {
  /** The invoke's id in the parent's chart. */
  readonly invoke: string
  /** The child's own actor id. Just after it was asked for it may not exist yet. */
  readonly id: string
  /** The child's chart. */
  readonly machine: string
}
export interface ViewedEffect {
  readonly id: string
  readonly src: string
  readonly status: 'working' | 'waiting'
  readonly attempt: number
  /** When the next attempt comes, for one that waits. */
  readonly nextAt: number | null
  readonly progress: number | null
}

export interface ViewParts {
  readonly store: Store
  readonly registry: Registry
  readonly clock: Clock
}

export async function viewOf({ store, registry, clock }: ViewParts, actor: Loaded, caller: CallerKind): Promise<View> {
  const { chart, row, parked } = actor
  const facts = chart.facts.of(row.value)
  const { effects, timers } = row.status === 'active' ? await store.waiting(actor.id) : { effects: [], timers: [] }
  return {
    id: actor.id,
    machine: { id: chart.id, version: chart.version },
    seq: actor.seq,
    at: actor.at,
    now: clock.now(),
    value: row.value,
    status: row.status,
    tags: facts.tags,
    context: chart.flow.view(row.context as never, caller),
    enabled: row.status === 'active' && parked === null ? facts.enabled[caller] : [],
    timers: timers.map(({ id, dueAt }) => ({ id: delayName(id), dueAt })),
    effects: effects.map(({ id, src, attempt, dueAt, lease, progress }) => ({
      id,
      src,
      status: lease ? 'working' : 'waiting',
      attempt,
      nextAt: lease ? null : dueAt,
      progress,
    })),
    children: row.status === 'active' ? childrenOf(registry, actor, caller) : [],
    problem: parked === null ? null : { code: parked },
  }
}

/** Whether a caller has a word in a flow at all. */
export const isOpenTo = ({ policy }: FlowDefinition, caller: CallerKind): boolean =>
  Object.values(policy).some((callers) => callers.includes(caller))

function childrenOf(registry: Registry, { id, chart, row }: Loaded, caller: CallerKind): ViewedChild[] {
  return Object.entries(row.children).flatMap(([invoke, { src, gen, done }]) => {
    const kind = chart.children.get(src)
    if (done || !kind || !('machine' in kind)) return []
    const { flow } = registry.get(kind.machine.id, kind.machine.version)
    return isOpenTo(flow, caller) ? [{ invoke, id: childId(id, invoke, gen), machine: kind.machine.id }] : []
  })
}

/** XState names an `after` timer `xstate.after.<delay>.<state id>`; people know the delay. */
const delayName = (id: string) => /^xstate\.after\.([^.]+)\./.exec(id)?.[1] ?? id
