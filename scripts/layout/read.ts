/** Reads what ELK answered. */
import type { ElkEdgeSection, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Box, Point } from '../../machines/kit/picture.ts'
import { type Laid, type Line, moveBox, moveLaid, movePoint } from './laid.ts'
import type { Bundle } from './tree.ts'

/** With what was laid out apart put into its boxes. */
export function read(graph: ElkNode, bundles: readonly Bundle[], inside: ReadonlyMap<string, Laid>): Laid {
  const boxes = new Map<string, Box>()
  const lines = new Map<Bundle, Line>()
  const places = new Map<Bundle, Box>()
  const starts = new Map<string, readonly Point[]>()
  const offset = { x: -(graph.children?.[0]?.x ?? 0), y: -(graph.children?.[0]?.y ?? 0) }
  const visit = (node: ElkNode, x: number, y: number) => {
    const box = { x: x + (node.x ?? 0), y: y + (node.y ?? 0), w: node.width ?? 0, h: node.height ?? 0 }
    if (node.id.startsWith('state:')) boxes.set(node.id.slice('state:'.length), box)
    for (const child of node.children ?? []) visit(child, box.x, box.y)
  }
  for (const child of graph.children ?? []) visit(child, offset.x, offset.y)
  const pieces = new Map<Bundle, { place: number; points: readonly Point[] }[]>()
  for (const edge of edgesIn(graph)) {
    const points = pointsOf(edge.sections?.[0]).map((point) => movePoint(point, offset))
    const [kind, name, place] = splitId(edge.id)
    if (kind === 'begin') starts.set(name, points)
    else {
      const bundle = bundles[Number(name)]!
      pieces.set(bundle, [...(pieces.get(bundle) ?? []), { place: Number(place), points }])
      const label = edge.labels?.[0]
      if (label) {
        const at = { x: label.x ?? 0, y: label.y ?? 0, w: label.width ?? 0, h: label.height ?? 0 }
        places.set(bundle, moveBox(at, offset))
      }
    }
  }
  for (const [bundle, found] of pieces) {
    const points = found.toSorted((one, other) => one.place - other.place).flatMap((piece) => piece.points)
    lines.set(bundle, { points, at: places.get(bundle)! })
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

const edgesIn = ({ edges = [], children = [] }: ElkNode): ElkExtendedEdge[] => [...edges, ...children.flatMap(edgesIn)]

/** A path has no colon. */
const splitId = (id: string) => id.split(':') as [kind: string, name: string, place: string | undefined]

const pointsOf = (section: ElkEdgeSection | undefined): Point[] =>
  section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }): Point => [x, y]) : []
