/** States in words: a chart's value as the paths of its leaves, `standing.good`, so that a change can be said in one line. */
import type { StateValue } from 'xstate'

/** Every leaf's path, from the outermost state inwards. */
export function leavesIn(value: StateValue): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value).flatMap(([state, inner]) => {
    if (inner === undefined) return [state]
    const below = leavesIn(inner)
    return below.length === 0 ? [state] : below.map((leaf) => `${state}.${leaf}`)
  })
}

/** The leaves a step left and entered; null before: the actor is new. */
export function movesBetween(before: StateValue | null, after: StateValue): { left: string[]; entered: string[] } {
  const from = before === null ? [] : leavesIn(before)
  const to = leavesIn(after)
  return { left: from.filter((leaf) => !to.includes(leaf)), entered: to.filter((leaf) => !from.includes(leaf)) }
}
