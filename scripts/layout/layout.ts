/**
 * Gives everything of an outline a place. The same outline always gets the same picture. Each region of a parallel state
 * is laid out by itself and they are packed like cards, unless a transition crosses its border.
 */
import ELK, { type ElkEdgeSection, type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Outline } from '../../machines/kit/outline.ts'
import type { Box, Picture, PlacedState, PlacedTransition, Point } from '../../machines/kit/picture.ts'
import { nameInset, nodeHeight, headHeight } from '../../ui/chart/measures.ts'
import { sizeOfWords } from '../../ui/chart/words.ts'
import { type Direction, graphOf } from './graph.ts'
import { pack } from './pack.ts'
import { type Branch, type Bundle, bundlesOf, isWithin, treeOf } from './tree.ts'

/** Boxes by path, lines by bundle, from the upper left corner of what was laid out. */
interface Laid {
  readonly w: number
  readonly h: number
  readonly boxes: ReadonlyMap<string, Box>
  readonly lines: ReadonlyMap<Bundle, Line>
  readonly starts: ReadonlyMap<string, readonly Point[]>
}
interface Line {
  readonly points: readonly Point[]
  readonly at: Box
}

const margin = 20
const pageWidth = 1240
const regionWidth = pageWidth - 2 * margin - 24

export async function layout(outline: Outline): Promise<Picture> {
  const bundles = bundlesOf(outline)
  const tree = treeOf(outline)
  const laid = await layBranch(tree, bundles)
  return assemble(outline, tree, laid)
}

const elk = new ELK()

const directions: readonly Direction[] = ['DOWN', 'RIGHT']

/** In the direction that shows it larger on a page. */
async function layBranch(branch: Branch, bundles: readonly Bundle[], cost = costOnPage): Promise<Laid> {
  const inside = await sealedIn(branch, bundles)
  const tries: Laid[] = []
  for (const direction of directions) tries.push(await layOut(branch, bundles, inside, direction))
  return tries.toSorted((one, other) => cost(one) - cost(other))[0]!
}

/** A page is 1240 wide; longer than 900 is scrolled, which is no harm until it is very long. */
const costOnPage = ({ w, h }: Laid) => Math.max(1, w / pageWidth) ** 2 * 1000 + Math.max(w / pageWidth, h / 900) * 400

/** A region is a row among others: flat, as long as it fits. */
const lowest = ({ w, h }: Laid) => (w > regionWidth ? w * 10 : 0) + h

async function layOut(
  branch: Branch,
  bundles: readonly Bundle[],
  inside: ReadonlyMap<string, Laid>,
  direction: Direction,
): Promise<Laid> {
  const graph = await elk.layout(graphOf(branch, bundles, inside, direction))
  return read(graph, bundles, inside)
}

/** The parallel states in it no transition crosses the border of, each laid out. */
async function sealedIn(branch: Branch, bundles: readonly Bundle[]): Promise<Map<string, Laid>> {
  const found = new Map<string, Laid>()
  for (const child of branch.children) {
    if (child.state.kind === 'parallel' && !isCrossed(child, bundles))
      found.set(child.state.path, await packed(child, bundles))
    else for (const [path, laid] of await sealedIn(child, bundles)) found.set(path, laid)
  }
  return found
}

function isCrossed({ state: { path } }: Branch, bundles: readonly Bundle[]): boolean {
  const isInside = (end: string) => end !== path && isWithin(end, path)
  return bundles.some(({ source, target }) => isInside(source) !== isInside(target))
}

async function packed(branch: Branch, bundles: readonly Bundle[]): Promise<Laid> {
  const regions: Laid[] = []
  for (const child of branch.children) regions.push(await layBranch(child, bundles, lowest))
  const { places, w, h } = pack(regions, { width: regionWidth + 24, gap: 12, top: headHeight, side: 12 })
  const moved = regions.map((laid, index) => moveLaid(laid, places[index]!))
  const boxes = new Map(moved.flatMap(({ boxes }) => [...boxes]))
  branch.children.forEach(({ state }, index) => boxes.set(state.path, places[index]!))
  boxes.set(branch.state.path, { x: 0, y: 0, w, h })
  return {
    w,
    h,
    boxes,
    lines: new Map(moved.flatMap(({ lines }) => [...lines])),
    starts: new Map(moved.flatMap(({ starts }) => [...starts])),
  }
}

const movePoint = ([x, y]: Point, by: { x: number; y: number }): Point => [x + by.x, y + by.y]
const moveBox = (box: Box, by: { x: number; y: number }): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y })

function moveLaid({ w, h, boxes, lines, starts }: Laid, by: { x: number; y: number }): Laid {
  const movePoints = (points: readonly Point[]) => points.map((point) => movePoint(point, by))
  return {
    w,
    h,
    boxes: new Map([...boxes].map(([path, box]) => [path, moveBox(box, by)])),
    lines: new Map(
      [...lines].map(([bundle, { points, at }]) => [bundle, { points: movePoints(points), at: moveBox(at, by) }]),
    ),
    starts: new Map([...starts].map(([path, points]) => [path, movePoints(points)])),
  }
}

/** What ELK answered, with what was laid out apart put into its boxes. */
export function read(graph: ElkNode, bundles: readonly Bundle[], inside: ReadonlyMap<string, Laid>): Laid {
  const boxes = new Map<string, Box>()
  const lines = new Map<Bundle, Line>()
  const starts = new Map<string, readonly Point[]>()
  const offset = { x: -(graph.children?.[0]?.x ?? 0), y: -(graph.children?.[0]?.y ?? 0) }
  const visit = (node: ElkNode, x: number, y: number) => {
    const box = { x: x + (node.x ?? 0), y: y + (node.y ?? 0), w: node.width ?? 0, h: node.height ?? 0 }
    if (node.id.startsWith('state:')) boxes.set(node.id.slice('state:'.length), box)
    for (const child of node.children ?? []) visit(child, box.x, box.y)
  }
  for (const child of graph.children ?? []) visit(child, offset.x, offset.y)
  for (const edge of graph.edges ?? []) {
    const points = pointsOf(edge.sections?.[0]).map((point) => movePoint(point, offset))
    const [kind, name] = splitId(edge.id)
    if (kind === 'begin') starts.set(name, points)
    if (kind === 'line') {
      const label = edge.labels?.[0]
      const at = { x: label?.x ?? 0, y: label?.y ?? 0, w: label?.width ?? 0, h: label?.height ?? 0 }
      lines.set(bundles[Number(name)]!, { points, at: moveBox(at, offset) })
    }
  }
  for (const [path, laid] of inside) {
    const moved = moveLaid(laid, boxes.get(path)!)
    for (const [key, box] of moved.boxes) boxes.set(key, box)
    for (const [key, line] of moved.lines) lines.set(key, line)
    for (const [key, points] of moved.starts) starts.set(key, points)
  }
  const { w, h } = boxes.values().next().value!
  return { w, h, boxes, lines, starts }
}

const splitId = (id: string): [string, string] => [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]

const pointsOf = (section: ElkEdgeSection | undefined): Point[] =>
  section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }): Point => [x, y]) : []

/** Rounded, moved into a margin, with words of a line one below the other. */
export function assemble(outline: Outline, tree: Branch, unmoved: Laid): Picture {
  const laid = moveLaid(unmoved, { x: margin, y: margin })
  const places = new Map<string, { points: readonly Point[]; at: Box | null }>()
  for (const [{ transitions }, { points, at }] of laid.lines) {
    let y = at.y + 1
    for (const transition of transitions) {
      const { w, h } = sizeOfWords(transition)
      places.set(transition.key, { points: roundLine(points), at: roundBox({ x: at.x + 3, y, w, h }) })
      y += h
    }
  }
  const rows = (branch: Branch) => {
    const box = laid.boxes.get(branch.state.path)!
    let y = box.y + (branch.children.length > 0 ? headHeight - 6 : nodeHeight + 2)
    for (const transition of branch.staying) {
      const { w, h } = sizeOfWords(transition)
      places.set(transition.key, { points: [], at: roundBox({ x: box.x + nameInset, y, w, h }) })
      y += h
    }
    branch.children.forEach(rows)
  }
  rows(tree)
  const extents = [...laid.boxes.values(), ...[...laid.lines.values()].map(({ at }) => at)]
  return {
    ...outline,
    width: Math.ceil(Math.max(...extents.map(({ x, w }) => x + w)) + margin),
    height: Math.ceil(Math.max(...extents.map(({ y, h }) => y + h)) + margin),
    states: outline.states.map((state): PlacedState => ({ ...state, ...roundBox(laid.boxes.get(state.path)!) })),
    transitions: outline.transitions.map(
      (transition): PlacedTransition => ({
        ...transition,
        ...(places.get(transition.key) ?? { points: [], at: null }),
      }),
    ),
    starts: [...laid.starts].map(([path, points]) => ({
      target: outline.states.find((state) => state.path === path)?.initial ?? '',
      points: roundLine(points),
    })),
  }
}

/** Whole pixels, without a point where the line only runs on. */
function roundLine(points: readonly Point[]): Point[] {
  const whole = points.map(roundPoint)
  return whole.filter((point, index) => {
    const before = whole[index - 1]
    const after = whole[index + 1]
    if (!before || !after) return true
    return !(before[0] === point[0] && point[0] === after[0]) && !(before[1] === point[1] && point[1] === after[1])
  })
}

const roundPoint = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]
const roundBox = ({ x, y, w, h }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  w: Math.round(w),
  h: Math.round(h),
})
