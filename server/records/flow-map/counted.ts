/** From summed rows to what is said of each state and transition. */
import type { Outline } from '../../../machines/kit/outline.ts'
import { medianMs, type Stays } from './stay.ts'
import type { WaySum } from './way-sums.ts'

export interface StateCounts {
  readonly state: string
  /** How many are in it now, whenever they came. */
  readonly here: number
  /** How often it was entered in the period. */
  readonly entered: number
  /** How many who came in the period have not left since. Null for a state that holds others. */
  readonly stillHere: number | null
  /** How often it was left in the period. */
  readonly left: number
  /**
   * Of those who left it in the period, the share whose way out was a timer or a failure: nobody acted. From 0 to 1; null
   * when nobody left.
   */
  readonly dropOff: number | null
  /** The middle stay of those who left it in the period, within a tenth. Null when nobody left, or when it holds others. */
  readonly medianStayMs: number | null
}
export interface TransitionCounts {
  /** As in the chart's outline; `<leaf>/xstate.stop/0` for actors that were stopped from outside. */
  readonly transition: string
  /** How often it was taken in the period. */
  readonly taken: number
  /** Of those who left its source in the period, the share that left by it. Null when nobody did, or when it leads back inside. */
  readonly share: number | null
  /** How long those who took it had been in the leaf they took it in: the middle one, within a tenth. */
  readonly medianMs: number | null
}
export interface FlowCounts {
  readonly states: readonly StateCounts[]
  readonly transitions: readonly TransitionCounts[]
}

export interface PerState {
  readonly state: string
  readonly n: number
}
export interface Sums {
  readonly live: readonly PerState[]
  readonly entries: readonly PerState[]
  readonly stillThere: readonly PerState[]
  readonly ways: readonly WaySum[]
}

/** Everything the outline has, with zeros; then what only older versions had. */
export function countsOf(outline: Outline, sums: Sums): FlowCounts {
  const live = byState(sums.live)
  const entered = byState(sums.entries)
  const still = byState(sums.stillThere)
  const exits = Map.groupBy(sums.ways, ({ state }) => state)
  const holders = new Set(outline.states.filter(({ kind }) => holds.has(kind)).map(({ path }) => path))
  const paths = outline.states.filter(({ kind }) => kind !== 'history').map(({ path }) => path)
  const known = new Set([...paths, ...live.keys(), ...entered.keys(), ...exits.keys()])
  const here = hereIn(outline, live)

  const states = [...known].map((state): StateCounts => {
    const ways = exits.get(state) ?? []
    const left = total(ways, ({ exits: n }) => n)
    const idle = total(ways.filter(isIdle), ({ exits: n }) => n)
    return {
      state,
      here: here(state),
      entered: entered.get(state) ?? 0,
      stillHere: holders.has(state) ? null : (still.get(state) ?? 0),
      left,
      dropOff: left === 0 ? null : idle / left,
      medianStayMs: medianMs(together(ways.map(({ exitStays }) => exitStays))),
    }
  })
  return { states, transitions: transitionsOf(outline, sums.ways, exits) }
}

const holds: ReadonlySet<string> = new Set(['compound', 'parallel'])

function transitionsOf(
  outline: Outline,
  ways: readonly WaySum[],
  exits: ReadonlyMap<string, readonly WaySum[]>,
): TransitionCounts[] {
  const byKey = Map.groupBy(ways, ({ transition }) => transition)
  const keys = new Set([...outline.transitions.map(({ key }) => key), ...byKey.keys()])
  return [...keys].map((transition): TransitionCounts => {
    const mine = byKey.get(transition) ?? []
    const taken = total(mine, ({ taken: n }) => n)
    const source = transition.slice(0, transition.indexOf('/'))
    const left = total(exits.get(source) ?? [], ({ exits: n }) => n)
    const by = total(
      mine.filter(({ state }) => state === source),
      ({ exits: n }) => n,
    )
    const isInside = taken > 0 && by === 0
    const share = left === 0 || isInside ? null : by / left
    return { transition, taken, share, medianMs: medianMs(together(mine.map(({ takenStays }) => takenStays))) }
  })
}

/** Actors in a state: those in its leaves, of which somebody in regions has one in each. */
function hereIn({ states }: Outline, live: ReadonlyMap<string, number>) {
  const kinds = new Map(states.map(({ path, kind }) => [path, kind]))
  const children = Map.groupBy(
    states.filter(({ path, kind }) => path !== '' && kind !== 'history'),
    ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('.'))),
  )
  const here = (state: string): number => {
    const kind = kinds.get(state)
    if (kind === undefined || !holds.has(kind)) return live.get(state) ?? 0
    const below = (children.get(state) ?? []).map(({ path }) => here(path))
    return kind === 'parallel' ? Math.max(0, ...below) : total(below, (n) => n)
  }
  return here
}

/** The way out was a timer, or something of ours that failed. */
const isIdle = ({ transition }: WaySum) => /^[^/]*\/xstate\.(after|error)\./.test(transition)

function together(all: readonly Stays[]): Stays {
  const buckets = new Map<number, number>()
  for (const stays of all) for (const [bucket, count] of stays) buckets.set(bucket, (buckets.get(bucket) ?? 0) + count)
  return buckets
}

const byState = (rows: readonly PerState[]) => new Map(rows.map(({ state, n }) => [state, Number(n)]))
const total = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0)
