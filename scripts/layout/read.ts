/** Reads what ELK answered. */
import type { ElkEdgeSection, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Box, Point } from '../../machines/kit/picture.ts'
import { type Laid, type Line, moveBox, moveLaid, movePoint } from './laid.ts'
import type { Bundle } from './tree.ts'

/** With what was laid out apart put into its boxes. */
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
