/**
 * What can be said of any actor, also of one whose chart this build does not have or whose key is destroyed: everything
 * that is not sealed. Callers who may see more ask for its view.
 */
import type { StateValue } from 'xstate'
import type { ActorStatus, Incident, JournalLine, Store } from '../store/store.ts'
import type { Child } from './planner/row.ts'
import type { Registry } from './registry.ts'
import type { Sealer } from './seal.ts'
import { unlessErased } from './seal.ts'

/** Times in milliseconds since 1970. */
export interface Look {
  readonly id: string
  readonly tenant: string
  readonly flow: string
  readonly version: string
  /** `unknown`: this build does not have that version. `erased`: its key is destroyed. */
  readonly readable: 'yes' | 'unknown' | 'erased'
  readonly seq: number
  readonly at: number
  readonly status: ActorStatus
  readonly value: StateValue
  readonly parent: string | null
  /** The code of the incident it is parked for, or null. */
  readonly parked: string | null
  /** What is known of that incident; null when it is not parked. */
  readonly incident: Incident | null
  /** What it has asked for and still holds, by invoke id. */
  readonly children: Readonly<Record<string, Pick<Child, 'src' | 'gen'>>>
  readonly effects: readonly Waiting[]
  readonly timers: readonly { readonly id: string; readonly dueAt: number }[]
}
export interface Waiting {
  readonly id: string
  readonly src: string
  readonly attempt: number
  readonly dueAt: number
  /** A worker is at it. */
  readonly working: boolean
  readonly progress: number | null
}

export type BareLine = Pick<JournalLine, 'seq' | 'at' | 'type'>

export function looker({ store, sealer, registry }: { store: Store; sealer: Sealer; registry: Registry }) {
  return {
    /** Null when there is no such actor. */
    async look(id: string): Promise<Look | null> {
      const stored = await store.load(id)
      if (!stored) return null
      const { tenant, flow, version, keyId, seq, at, status, parent, parked, head } = stored
      const { value, children } = JSON.parse(head) as Pick<Look, 'value' | 'children'>
      const { effects, timers } = await store.waiting(id)
      const isErased = (await unlessErased(() => sealer.load(keyId).then(() => true))) === null
      return {
        id,
        tenant,
        flow,
        version,
        readable: isErased ? 'erased' : registry.has(flow, version) ? 'yes' : 'unknown',
        seq,
        at,
        status,
        value,
        parent: parent?.actor ?? null,
        parked,
        incident: parked === null ? null : await store.incidentOf(id),
        children,
        effects: effects.map(({ lease, id, src, attempt, dueAt, progress }) => ({
          id,
          src,
          attempt,
          dueAt,
          working: lease !== null,
          progress,
        })),
        timers,
      }
    },
    /** The journal without what is sealed, lines after `after`, oldest first. */
    async lines(id: string, after: number, limit: number): Promise<BareLine[]> {
      return (await store.journal(id, after, limit)).map(({ seq, at, type }) => ({ seq, at, type }))
    },
  }
}
