/** Where the keyboard can stand in a picture, and where each arrow key leads from there. */
import type { Box, Picture } from '../../machines/kit/picture.ts'
import type { Chosen, Marks } from './marks.ts'

/** A state by its path, or a transition that can be taken now by its key. */
export interface Stop {
  readonly id: string
  readonly box: Box
  /** The stops it has a line to. */
  readonly lines: readonly string[]
  /** The stop that holds it, and the first it holds. */
  readonly outer: string | null
  readonly inner: string | null
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'outer' | 'inner'

type Arrow = Exclude<Direction, 'outer' | 'inner'>

export const stateStop = (path: string) => `state:${path}`
export const transitionStop = (key: string) => `transition:${key}`

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
const stopOf = (path: string | undefined) => (path ? stateStop(path) : null)

export function stopsOf({ states, transitions }: Picture, marks: Marks | undefined): Stop[] {
  const enabled = transitions.filter(({ key, at }) => at !== null && marks?.transitions?.[key]?.enabled)
  const linesOf = (path: string) => {
    const ends = transitions.flatMap(({ source, target }) => {
      if (target === null) return []
      return source === path ? [target] : target === path ? [source] : []
    })
    const sending = enabled.filter(({ source }) => source === path).map(({ key }) => transitionStop(key))
    return [...ends.map(stateStop), ...sending]
  }
  return [
    ...states
      .filter(({ path }) => path !== '')
      .map((state) => ({
        id: stateStop(state.path),
        box: state,
        lines: linesOf(state.path),
        outer: stopOf(parentOf(state.path)),
        inner: stopOf(states.find(({ path }) => path !== '' && parentOf(path) === state.path)?.path),
      })),
    ...enabled.map(({ key, at, source, target }) => ({
      id: transitionStop(key),
      box: at!,
      lines: [source, target ?? source].map(stateStop),
      outer: stopOf(source),
      inner: null,
    })),
  ]
}

/** Where one looks first: what is chosen, else where somebody is, else where it begins. */
export function beginningOf(
  { states }: Picture,
  marks: Marks | undefined,
  selected: Chosen,
): { stop: string; box: Box } {
  const shown = states.filter(({ path }) => path !== '')
  const chosen = selected && 'state' in selected ? shown.find(({ path }) => path === selected.state) : undefined
  const here = shown.find(({ path, role }) => role !== null && marks?.states?.[path]?.status === 'here')
  const first = firstLeaf(states, states[0]?.initial) ?? shown[0]
  const one = chosen ?? here ?? first
  return { stop: stateStop(one?.path ?? ''), box: one ?? { x: 0, y: 0, w: 0, h: 0 } }
}

/** What is begun with, down to a state without others inside; of several at the same time, the first. */
function firstLeaf(states: Picture['states'], path: string | null | undefined): Picture['states'][number] | undefined {
  const state = states.find((one) => one.path === path)
  const child = state && (state.initial ?? states.find((one) => one.path.startsWith(`${state.path}.`))?.path)
  return child ? firstLeaf(states, child) : state
}

/** Along a line if one leads that way, else to what lies nearest there; out of a group or into it; null at the edge. */
export function nextStop(stops: readonly Stop[], from: string, direction: Direction): string | null {
  const here = stops.find(({ id }) => id === from)
  if (!here) return stops[0]?.id ?? null
  if (direction === 'outer' || direction === 'inner') return here[direction]
  const others = stops.filter(({ id }) => id !== from)
  const alongLines = nearest(
    here,
    others.filter(({ id }) => here.lines.includes(id)),
    direction,
  )
  return alongLines ?? nearest(here, others, direction)
}

function nearest(here: Stop, others: readonly Stop[], direction: Arrow): string | null {
  const ahead = others.flatMap(({ id, box }) => {
    const cost = costOf(here.box, box, direction)
    return cost === null ? [] : [{ id, cost }]
  })
  return ahead.toSorted((one, other) => one.cost - other.cost)[0]?.id ?? null
}

/** Null when it does not lie that way. */
function costOf(from: Box, to: Box, direction: Arrow): number | null {
  const dx = to.x + to.w / 2 - from.x - from.w / 2
  const dy = to.y + to.h / 2 - from.y - from.h / 2
  const along = { left: -dx, right: dx, up: -dy, down: dy }[direction]
  const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx)
  if (along < 4 || aside > along * 3) return null
  return along + aside
}
