/** What the flow map's numbers look like on a picture. */
import type { Picture } from '../../machines/kit/picture.ts'
import type { Marks, StateMark, TransitionMark } from '../../ui/chart/marks.ts'
import type { FlowSeen } from './data/types.ts'
import { shortSpan } from './times.ts'

/** Counts in the nodes, conversion and median time on the lines. */
export function marksOf(picture: Picture, flow: FlowSeen): Marks {
  const kinds = new Map(picture.states.map(({ path, kind }) => [path, kind]))
  const states = flow.states.map(({ state, here, entered, medianStayMs }): [string, StateMark] => {
    const isEnd = kinds.get(state) === 'final'
    const note = isEnd
      ? `${entered.toLocaleString('en')} came`
      : medianStayMs === null
        ? undefined
        : `median ${shortSpan(medianStayMs)}`
    return [state, { ...(here > 0 && { count: here }), ...(note && { note }) }]
  })
  const transitions = flow.transitions
    .filter(({ taken }) => taken > 0)
    .map(({ transition, share, taken, medianMs }): [string, TransitionMark] => {
      const part = share === null ? `${taken.toLocaleString('en')} ×` : percent(share)
      return [transition, { note: medianMs === null ? part : `${part}, ${shortSpan(medianMs)}` }]
    })
  return { states: Object.fromEntries(states), transitions: Object.fromEntries(transitions) }
}

/** `71 %`; what is more than nothing is never written as nothing. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return rounded === 0 && share > 0 ? '< 1 %' : `${rounded} %`
}

/** A period that is looked at: its days in UTC, both included; null is open. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** Before there was anything to count. */
export const EVER = '1970-01-01'

/** What is looked at when nothing else is asked for: a sum over all days grows with every day there was. */
export const DEFAULT_DAYS = 30

/** The last so many days, today included. */
export function lastDays(days: number, now: number): Period {
  const from = new Date(now - (days - 1) * 86_400_000)
  return { from: from.toISOString().slice(0, 10), to: null }
}
