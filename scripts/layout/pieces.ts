/** Lines in pieces: one that leaves or enters a group with a direction of its own goes through a port in its border. */
import type { ElkPort } from 'elkjs/lib/elk-api.js'
import { type Bundle, isWithin } from './tree.ts'

export type Direction = 'DOWN' | 'RIGHT'

/** Groups with a direction of their own, by path: each is laid out apart. */
export type Turned = ReadonlyMap<string, Direction>

export interface Piece {
  /** `line:<bundle>:<place in the line>`. */
  readonly id: string
  /** Ids of a state or a port. */
  readonly from: string
  readonly to: string
  /** The turned group it lies in, by path, or '' outside of all. */
  readonly within: string
  /** Of the piece that has the words. */
  readonly bundle: Bundle | null
}

export const idOf = (path: string) => `state:${path}`

/** The turned group nearest around a path, itself included, or ''. */
export const innermost = (path: string, turned: Turned): string =>
  [...turned.keys()].filter((group) => isWithin(path, group)).toSorted((a, b) => b.length - a.length)[0] ?? ''

interface Ends {
  readonly source: string
  readonly target: string
}

export function piecesOf(bundle: Bundle, index: number, { source, target }: Ends, turned: Turned): Piece[] {
  const leaves = bordersOf(source, target, turned)
  const enters = bordersOf(target, source, turned).toReversed()
  const port = (path: string, way: 'in' | 'out') => `port:${way}:${index}:${path}`
  const stops = [
    { id: idOf(source), path: source },
    ...leaves.map((path) => ({ id: port(path, 'out'), path })),
    ...enters.map((path) => ({ id: port(path, 'in'), path })),
    { id: idOf(target), path: target },
  ]
  // a line between a group and what it holds begins or ends at a port as well
  if (isHeld(target, source) && turned.has(source)) stops[0] = { id: port(source, 'in'), path: source }
  if (isHeld(source, target) && turned.has(target)) stops[stops.length - 1] = { id: port(target, 'out'), path: target }
  return stops.slice(1).map(({ id, path }, place): Piece => {
    const before = stops[place]!
    const within = place < leaves.length ? path : place > leaves.length ? before.path : holderOf(source, target, turned)
    return {
      id: `line:${index}:${place}`,
      from: before.id,
      to: id,
      within,
      bundle: place === leaves.length ? bundle : null,
    }
  })
}

const isHeld = (path: string, holder: string) => path !== holder && isWithin(path, holder)

/** The turned groups one has to leave on the way, from the inside. */
const bordersOf = (from: string, to: string, turned: Turned): string[] =>
  [...turned.keys()]
    .filter((group) => isHeld(from, group) && !isWithin(to, group))
    .toSorted((a, b) => b.length - a.length)

/** The nearest turned group around both. */
const holderOf = (source: string, target: string, turned: Turned): string =>
  innermost(isWithin(source, innermost(target, turned)) ? target : commonOf(source, target), turned)

function commonOf(one: string, other: string): string {
  const parts = one.split('.')
  while (parts.length > 0 && !isWithin(other, parts.join('.'))) parts.pop()
  return parts.join('.')
}

/** Where lines go through the border of a turned group: in on the side the chart comes from, out on the other. */
export function portsOf(path: string, pieces: readonly Piece[], outer: Direction): ElkPort[] {
  const ids = new Set(pieces.flatMap(({ from, to }) => [from, to]).filter((id) => isPortOf(id, path)))
  const sides = outer === 'DOWN' ? ['NORTH', 'SOUTH'] : ['WEST', 'EAST']
  return [...ids].map((id) => ({
    id,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': (id.startsWith('port:in') ? sides[0] : sides[1])! },
  }))
}

const isPortOf = (id: string, path: string) => id.startsWith('port:') && id.split(':')[3] === path
