/**
 * A picture as it is kept in a file and sent to a browser: lists instead of named fields, and nothing that can be worked
 * out from the rest. `unpack(pack(picture))` is the picture.
 */
import { leafTags } from './flow.ts'
import { causeOf } from './event-types.ts'
import type { OutlinedTransition, StateKind } from './outline.ts'
import type { Box, Picture, PlacedState, PlacedTransition, Point } from './picture.ts'
import { readableName } from './readable.ts'

const kinds: readonly StateKind[] = ['atomic', 'compound', 'parallel', 'final', 'history']

type Names = readonly string[] | 0
/** Where it begins, 0 if it first runs across and 1 if down, then how far it runs each way in turn. Nothing: it has no line. */
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
  /** A timer's without the place it was set in. */
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
    transitions: transitions.map((transition) => packTransition(rest.id, transition, placeOf)),
    starts: starts.map(({ target, points }) => [placeOf(target), packLine(points)] as const),
  }
}

function packState(state: PlacedState): PackedState {
  const { path, kind, role, description, screen, initial, invokes, announces } = state
  const roleNumber = role === null ? 0 : leafTags.indexOf(role) + 1
  const names = [none(invokes), none(announces)] as const
  return [path, kinds.indexOf(kind), roleNumber, description, screen ?? 0, initial ?? 0, ...names, boxOf(state)]
}

function packTransition(
  id: string,
  transition: PlacedTransition,
  placeOf: (path: string | null) => number,
): PackedTransition {
  const { source, target, event, cause, label, guard, announces, description, points, at } = transition
  const kept = cause === 'timer' ? label : 0
  const ends = [placeOf(source), placeOf(target)] as const
  return [
    ...ends,
    shortEvent(id, source, event),
    kept,
    guard ?? 0,
    none(announces),
    description,
    packLine(points),
    at ? boxOf(at) : 0,
  ]
}

/** A timer's event names the whole place it was set in, which the source says already: `<delay` is left. */
function shortEvent(id: string, source: string, event: string): string {
  const end = endOfTimer(id, source)
  return event.startsWith(timer) && event.endsWith(end) ? `<${event.slice(timer.length, -end.length)}` : event
}

const longEvent = (id: string, source: string, event: string): string =>
  event.startsWith('<') ? `${timer}${event.slice(1)}${endOfTimer(id, source)}` : event

const timer = 'xstate.after.'
const endOfTimer = (id: string, source: string) => `.${[id, source].filter(Boolean).join('.')}`

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
    transitions: transitions.map((transition) => unpackTransition(rest.id, transition, pathAt, seen)),
    starts: starts.map(([target, line]) => ({ target: pathAt(target) ?? '', points: unpackLine(line) })),
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
  id: string,
  [from, to, short, kept, guard, announces, description, line, box]: PackedTransition,
  pathAt: (place: number) => string | null,
  seen: Map<string, number>,
): PlacedTransition {
  const source = pathAt(from) ?? ''
  const event = longEvent(id, source, short)
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
    points: unpackLine(line),
    at,
  }
}

function packLine(points: readonly Point[]): Line {
  const [first, second] = points
  if (!first || !second) return []
  const startsDown = first[0] === second[0]
  const runs = points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index]!
    return isDown(startsDown, index) ? y - fromY : x - fromX
  })
  return [...first, startsDown ? 1 : 0, ...runs]
}

function unpackLine([x = 0, y = 0, startsDown, ...runs]: Line): Point[] {
  if (startsDown === undefined) return []
  const points: Point[] = [[x, y]]
  for (const [index, run] of runs.entries()) {
    const [fromX, fromY] = points[index]!
    points.push(isDown(startsDown === 1, index) ? [fromX, fromY + run] : [fromX + run, fromY])
  }
  return points
}

/** Lines are right-angled: every other piece runs down. */
const isDown = (startsDown: boolean, index: number) => startsDown === (index % 2 === 0)
