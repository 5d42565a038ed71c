/** States in words: a chart's value as the paths of its leaves, `standing.good`, so that a change can be said in one line. */
import type { StateValue } from 'xstate'

/** Every leaf's path, from the outermost state inwards. */
export function leavesOf(value: StateValue): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value).flatMap(([state, inner]) => {
    if (inner === undefined) return [state]
    const below = leavesOf(inner)
    return below.length === 0 ? [state] : below.map((leaf) => `${state}.${leaf}`)
  })
}

/** What a step left and entered; null when it changed no state. */
export function movesOf(before: StateValue | null, after: StateValue): { left: string[]; entered: string[] } | null {
  const from = before === null ? [] : leavesOf(before)
  const to = leavesOf(after)
  const left = from.filter((leaf) => !to.includes(leaf))
  const entered = to.filter((leaf) => !from.includes(leaf))
  return left.length + entered.length === 0 ? null : { left, entered }
}
