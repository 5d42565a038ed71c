/** What a step does to the map: which states were left by which transition, and which were entered. Pure. */
import { leavesIn } from '../../../machines/kit/state-value.ts'
import type { Change } from '../../engine/recorder.ts'
import type { Exit, Movement } from '../../records/flow-map/recording.ts'

type Moves = Pick<Movement, 'exits' | 'entered' | 'gone' | 'arrived' | 'again'>
type Step = Pick<Change, 'before' | 'taken' | 'status'>

/** Where somebody went from a state because the actor was stopped, e.g. its parent moved on: no transition of the chart. */
export const stoppedIn = (leaf: string): string => `${leaf}/xstate.stop/0`

export function movesOf({ before, taken, status }: Step): Moves {
  const began = before === null ? [] : leavesIn(before)
  if (status === 'stopped') return stop(began)
  const exits: Exit[] = []
  const entered: string[] = []
  const moved = new Set<string>()
  let at = began
  for (const { transitions, value } of taken) {
    const next = leavesIn(value)
    const from = statesIn(at)
    const to = statesIn(next)
    const left = new Set([...from].filter((state) => !to.has(state)))
    exits.push(...exitsBy(transitions, at, left, (leaf) => (moved.has(leaf) ? 'this step' : 'stored')))
    const into = [...to].filter((state) => !from.has(state))
    entered.push(...into)
    for (const state of [...left, ...into]) moved.add(state)
    at = next
  }
  return {
    exits,
    entered,
    gone: began.filter((leaf) => !at.includes(leaf)),
    arrived: at.filter((leaf) => !began.includes(leaf)),
    again: at.filter((leaf) => began.includes(leaf) && moved.has(leaf)),
  }
}

/** A stopped actor is nowhere. */
function stop(leaves: readonly string[]): Moves {
  const exits = [...statesIn(leaves)].map((state): Exit => {
    const leaf = leaves.find((one) => isIn(one, state))!
    const isLeaf = leaf === state
    const transition = stoppedIn(leaf)
    return { transition, state, taken: isLeaf, left: true, since: isLeaf ? 'stored' : 'unknown' }
  })
  return { exits, entered: [], gone: leaves, arrived: [], again: [] }
}

/** Each transition once, in the leaf it was taken in; then what else it led away from. */
function exitsBy(
  transitions: readonly string[],
  leaves: readonly string[],
  left: ReadonlySet<string>,
  since: (leaf: string) => Exit['since'],
): Exit[] {
  const taken = transitions.map((transition): Exit => {
    const source = sourceOf(transition)
    const state = leaves.find((leaf) => isIn(leaf, source)) ?? leaves[0]!
    return { transition, state, taken: true, left: left.has(state), since: since(state) }
  })
  const others = [...left].filter((state) => !taken.some((exit) => exit.state === state))
  return [
    ...taken,
    ...others.map((state): Exit => {
      const transition = nearest(transitions, state)
      return { transition, state, taken: false, left: true, since: leaves.includes(state) ? since(state) : 'unknown' }
    }),
  ]
}

/** Of several at once, the one whose source is closest: those that go together are in regions of their own. */
function nearest(transitions: readonly string[], state: string): string {
  const shared = (transition: string) => {
    const source = sourceOf(transition).split('.')
    const path = state.split('.')
    const differs = path.findIndex((name, index) => source[index] !== name)
    return differs < 0 ? path.length : differs
  }
  return transitions.reduce((best, one) => (shared(one) > shared(best) ? one : best))
}

const sourceOf = (transition: string) => transition.slice(0, transition.indexOf('/'))

const isIn = (leaf: string, state: string) => state === '' || leaf === state || leaf.startsWith(`${state}.`)

/** Leaves and all that hold them, but for the chart itself. */
function statesIn(leaves: readonly string[]): Set<string> {
  const states = new Set<string>()
  for (const leaf of leaves) {
    for (let end = leaf.indexOf('.'); end > 0; end = leaf.indexOf('.', end + 1)) states.add(leaf.slice(0, end))
    states.add(leaf)
  }
  return states
}
