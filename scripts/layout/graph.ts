/** A part of a chart as a graph for ELK: states nested, room for every word. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js'
import { dot, headHeight, headWidth, rowsHeight, sizeOfNode } from '../../ui/chart/measures.ts'
import { noteRoom, sizeOfWords } from '../../ui/chart/words.ts'
import { type Branch, type Bundle, isWithin } from './tree.ts'

export type Direction = 'DOWN' | 'RIGHT'

/** What is laid out apart and takes part as a box: its size by path. */
export type Sealed = ReadonlyMap<string, { readonly w: number; readonly h: number }>

export const startId = (path: string) => `start:${path}`

export function graphOf(branch: Branch, bundles: readonly Bundle[], sealed: Sealed, direction: Direction): ElkNode {
  const ends = endsIn(branch, sealed)
  const edges = bundles.flatMap((bundle, index) => {
    const source = ends(bundle.source)
    const target = ends(bundle.target)
    if (source === null || target === null || (source === target && sealed.has(source))) return []
    return [edgeOf(bundle, `line:${index}`, source, target)]
  })
  const starts: ElkExtendedEdge[] = []
  const framed = bundles.some(({ source, target }) => source === '' || target === '')
  const root = nodeOf(branch, sealed, starts, direction, framed)
  return { id: 'canvas', children: [root], edges: [...starts, ...edges], layoutOptions: options(direction) }
}

/** A state by its path, or the sealed box it lies in; null when it lies elsewhere. */
function endsIn(branch: Branch, sealed: Sealed): (path: string) => string | null {
  const boxes = [...sealed.keys()]
  return (path) => {
    if (!isWithin(path, branch.state.path)) return null
    return boxes.find((box) => isWithin(path, box)) ?? path
  }
}

function nodeOf(
  branch: Branch,
  sealed: Sealed,
  starts: ElkExtendedEdge[],
  direction: Direction,
  framed: boolean,
): ElkNode {
  const { state, children, staying } = branch
  const box = sealed.get(state.path)
  if (box) return { id: idOf(state.path), width: box.w, height: box.h }
  if (children.length === 0) {
    const { w, h } = sizeOfNode(state, staying)
    // where many lines meet it grows, so that each is told apart
    const grows = { 'elk.nodeSize.constraints': '[PORTS, MINIMUM_SIZE]', 'elk.nodeSize.minimum': `(${w}, ${h})` }
    return { id: idOf(state.path), width: w, height: h, layoutOptions: { ...grows, 'elk.spacing.portPort': '9' } }
  }
  const begins = state.kind === 'compound' && state.initial !== null
  if (begins) {
    starts.push({ id: `begin:${state.path}`, sources: [startId(state.path)], targets: [idOf(state.initial)] })
  }
  return {
    id: idOf(state.path),
    children: [
      ...(begins ? [{ id: startId(state.path), width: dot, height: dot }] : []),
      ...children.map((child) => nodeOf(child, sealed, starts, direction, framed)),
    ],
    layoutOptions: { ...options(direction), ...paddingOf(branch, framed) },
  }
}

/** Room for the head and the rows of what stays; the chart itself has neither unless something leaves from its border. */
function paddingOf({ state, staying }: Branch, framed: boolean): LayoutOptions {
  const rows = staying.map(sizeOfWords)
  if (state.path === '' && rows.length === 0 && !framed) return { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' }
  const top = headHeight + rowsHeight(rows)
  const width = Math.max(headWidth(state), ...rows.map(({ w }) => w + 32))
  return {
    'elk.padding': `[top=${top},left=16,bottom=16,right=16]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${width}, 60)`,
  }
}

export const idOf = (path: string) => `state:${path}`

export function edgeOf(bundle: Bundle, id: string, source: string, target: string): ElkExtendedEdge {
  const { w, h } = sizeOfLine(bundle)
  return { id, sources: [idOf(source)], targets: [idOf(target)], labels: [{ text: id, width: w, height: h }] }
}

/** The room of all words beside a line. */
export function sizeOfLine({ transitions }: Bundle): { w: number; h: number } {
  const sizes = transitions.map(sizeOfWords)
  const w = Math.max(...sizes.map((size) => size.w)) + 6
  return { w, h: sizes.reduce((sum, { h }) => sum + h + noteRoom, 0) + 2 }
}

export const options = (direction: Direction): LayoutOptions => ({
  'elk.algorithm': 'layered',
  'elk.direction': direction,
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '5',
  'elk.json.edgeCoords': 'ROOT',
})
