/** What one step made happen outside the chart, in words both sides of the walk can be compared in. */
import type { AnyEventObject } from 'xstate'

/** Everything but starts and stops in the order asked for; the engine begins and ends work in no promised order. */
export interface Seen {
  starts: string[]
  stops: string[]
  sends: string[]
  emitted: string[]
  actions: string[]
  /** Keys of the transitions taken. */
  taken: string[]
}

export const nothingSeen = (): Seen => ({ starts: [], stops: [], sends: [], emitted: [], actions: [], taken: [] })

/** A timer that waits: ties go by `order`, the order of scheduling. */
export interface Waiting {
  id: string
  dueAt: number
  order: number
  event: AnyEventObject
}

/** In the order they will fire. */
export function inOrder<T extends Waiting>(timers: readonly T[]): T[] {
  return timers.toSorted((a, b) => a.dueAt - b.dueAt || a.order - b.order)
}

/** Same JSON, same words: keys sorted, and a reference to an actor only by its id, as XState has no more of it. */
export function words(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (!part || typeof part !== 'object' || Array.isArray(part)) return part
    const entries = Object.entries(part).filter(([key]) => key !== 'gen' || !('xstate$$type' in part))
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
