/**
 * A picture as it is kept in a file and sent to a browser: lists instead of named fields, and nothing that can be worked
 * out from the rest. `unpack(pack(picture))` is the picture.
 */
import { leafTags } from './flow.ts'
import { causeOf, type OutlinedTransition, type StateKind } from './outline.ts'
import type { Box, Picture, PlacedState, PlacedTransition, Point } from './picture.ts'
import { readableName } from './readable.ts'

const kinds: readonly StateKind[] = ['atomic', 'compound', 'parallel', 'final', 'history']

type Names = readonly string[] | 0
type Line = readonly number[]
type PackedBox = readonly [x: number, y: number, w: number, h: number]

type PackedState = readonly [
  path: string,
  kind: number,
  /** Counted from 1. */
  role: number,
  description: string,
  screen: string | 0,
  initial: string | 0,
  invokes: Names,
  announces: Names,
  box: PackedBox,
]
type PackedTransition = readonly [
  /** Both by their place among the states; -1 stays where it is. */
  source: number,
  target: number,
  event: string,
  /** Only of a timer: the others follow from the event. */
  label: string | 0,
  guard: string | 0,
  announces: Names,
  description: string,
  line: Line,
  at: PackedBox | 0,
]

type Kept = 'id' | 'version' | 'title' | 'summary' | 'width' | 'height' | 'guards' | 'effects'
export interface PictureFile extends Pick<Picture, Kept> {
  readonly states: readonly PackedState[]
  readonly transitions: readonly PackedTransition[]
  readonly starts: readonly (readonly [target: number, line: Line])[]
}

export function pack({ states, transitions, starts, ...rest }: Picture): PictureFile {
  const placeOf = (path: string | null) => states.findIndex((state) => state.path === path)
  return {
    ...rest,
    states: states.map((state) => packState(state)),
    transitions: transitions.map((transition) => packTransition(transition, placeOf)),
    starts: starts.map(({ target, points }) => [placeOf(target), points.flat()] as const),
  }
}

function packState(state: PlacedState): PackedState {
  const { path, kind, role, description, screen, initial, invokes, announces } = state
  const roleNumber = role === null ? 0 : leafTags.indexOf(role) + 1
  const names = [none(invokes), none(announces)] as const
  return [path, kinds.indexOf(kind), roleNumber, description, screen ?? 0, initial ?? 0, ...names, boxOf(state)]
}

function packTransition(transition: PlacedTransition, placeOf: (path: string | null) => number): PackedTransition {
  const { source, target, event, cause, label, guard, announces, description, points, at } = transition
  const kept = cause === 'timer' ? label : 0
  const ends = [placeOf(source), placeOf(target)] as const
  return [...ends, event, kept, guard ?? 0, none(announces), description, points.flat(), at ? boxOf(at) : 0]
}

/** An empty list and nothing at all are the same, and shorter. */
const none = (names: readonly string[]): Names => (names.length === 0 ? 0 : names)
const boxOf = ({ x, y, w, h }: Box): PackedBox => [x, y, w, h]

export function unpack({ states, transitions, starts, ...rest }: PictureFile): Picture {
  const placed = states.map((state) => unpackState(state, rest.title))
  const pathAt = (place: number) => placed[place]?.path ?? null
  const seen = new Map<string, number>()
  return {
    ...rest,
    states: placed,
    transitions: transitions.map((transition) => unpackTransition(transition, pathAt, seen)),
    starts: starts.map(([target, line]) => ({ target: pathAt(target) ?? '', points: pointsOf(line) })),
  }
}

function unpackState(packed: PackedState, title: string): PlacedState {
  const [path, kind, role, description, screen, initial, invokes, announces, [x, y, w, h]] = packed
  const key = path.slice(path.lastIndexOf('.') + 1)
  return {
    path,
    name: path === '' ? title : readableName(key),
    kind: kinds[kind] ?? 'atomic',
    role: leafTags[role - 1] ?? null,
    description,
    screen: screen || null,
    initial: initial === 0 ? null : initial,
    invokes: invokes || [],
    announces: announces || [],
    ...{ x, y, w, h },
  }
}

/** `seen` counts the candidates of an event at a state, as `transitionKey` numbers them. */
function unpackTransition(
  [from, to, event, kept, guard, announces, description, line, box]: PackedTransition,
  pathAt: (place: number) => string | null,
  seen: Map<string, number>,
): PlacedTransition {
  const source = pathAt(from) ?? ''
  const candidates = `${source}/${event}`
  const index = seen.get(candidates) ?? 0
  seen.set(candidates, index + 1)
  const said: Pick<OutlinedTransition, 'cause' | 'label'> = causeOf(event, () => kept || '')
  const at = box === 0 ? null : { x: box[0], y: box[1], w: box[2], h: box[3] }
  return {
    key: `${candidates}/${index}`,
    source,
    target: pathAt(to),
    event,
    ...said,
    guard: guard || null,
    announces: announces || [],
    description,
    points: pointsOf(line),
    at,
  }
}

const pointsOf = (line: Line): Point[] =>
  Array.from({ length: line.length / 2 }, (_, index): Point => [line[2 * index]!, line[2 * index + 1]!])
