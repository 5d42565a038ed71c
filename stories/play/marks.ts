/** What a picture shows of a story at a step: where it is, where it was, which lines it walked, and what can be pressed. */
import type { Picture } from '../../machines/kit/picture.ts'
import { activeLeaves } from '../../machines/kit/walk.ts'
import { withParents } from '../../portal/operator/journey.ts'
import { shortSpan } from '../../portal/operator/times.ts'
import type { Marks, StateMark, TransitionMark } from '../../ui/chart/marks.ts'
import type { Offer } from './offers.ts'
import type { Step } from './player-types.ts'

/** `steps` end with the one that is shown. `now` is the player's clock there. */
export function marksOf(
  picture: Picture,
  steps: readonly Step[],
  of: string,
  now: number,
  offers: readonly Offer[],
): Marks {
  const stays = staysIn(steps, of, now)
  const here = new Set(leavesOf(steps.at(-1), of).flatMap(withParents))
  const states = picture.states.map(({ path }): [string, StateMark] => {
    const stay = stays.get(path)
    if (here.has(path)) return [path, { status: 'here', ...(stay !== undefined && { note: `for ${shortSpan(stay)}` }) }]
    return [path, { status: stays.has(path) || isAbove(path, stays) ? 'been' : 'ahead', ...noteOf(stay) }]
  })
  return { states: Object.fromEntries(states), transitions: transitionsOf(steps, of, offers) }
}

const noteOf = (stay: number | undefined) => (stay === undefined ? {} : { note: `took ${shortSpan(stay)}` })

const isAbove = (path: string, stays: ReadonlyMap<string, number>) =>
  [...stays.keys()].some((leaf) => leaf.startsWith(`${path}.`))

export const leavesOf = (step: Step | undefined, of: string): string[] => {
  const snapshot = step?.seen[of]
  return snapshot ? activeLeaves(snapshot) : []
}

/** How long it was last in each leaf, in milliseconds. */
function staysIn(steps: readonly Step[], of: string, now: number): Map<string, number> {
  const entered = new Map<string, number>()
  const stays = new Map<string, number>()
  steps.forEach((step, index) => {
    const leaves = leavesOf(step, of)
    const until = steps[index + 1]?.at ?? now
    for (const leaf of leaves) {
      if (!entered.has(leaf)) entered.set(leaf, step.at)
      stays.set(leaf, until - entered.get(leaf)!)
    }
    for (const leaf of [...entered.keys()]) if (!leaves.includes(leaf)) entered.delete(leaf)
  })
  return stays
}

function transitionsOf(steps: readonly Step[], of: string, offers: readonly Offer[]): Record<string, TransitionMark> {
  const marks: Record<string, TransitionMark> = {}
  const add = (key: string, mark: TransitionMark) => void (marks[key] = { ...marks[key], ...mark })
  steps.forEach(({ taken }, index) => {
    const isNow = index === steps.length - 1
    for (const key of taken[of] ?? []) add(key, { taken: true, ...(isNow && { now: true }) })
  })
  for (const offer of offers) if (offer.of === of) for (const key of offer.keys) add(key, { enabled: true })
  return marks
}
