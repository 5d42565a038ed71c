/** A part of a chart as a graph for ELK: states nested, room for every word. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js'
import { dot, headHeight, headWidth, rowsHeight, sizeOfNode } from '../../ui/chart/measures.ts'
import { noteRoom, noteWidth, sizeOfWords } from '../../ui/chart/words.ts'
import { type Folded, foldOf, inColumn } from './fold.ts'
import { type Direction, idOf, innermost, type Piece, piecesOf, portsOf, type Turned } from './pieces.ts'
import { type Branch, type Bundle, isWithin } from './tree.ts'

/** What is laid out apart and takes part as a box: its size by path. */
export type Sealed = ReadonlyMap<string, { readonly w: number; readonly h: number }>

export const startId = (path: string) => `start:${path}`

/** How a part of a chart is laid out. */
export interface Plan {
  readonly direction: Direction
  readonly turned: Turned
  readonly sealed: Sealed
  readonly folded: Folded
}

export function graphOf(branch: Branch, bundles: readonly Bundle[], plan: Plan): ElkNode {
  const ends = endsIn(branch, plan.sealed)
  const pieces = bundles.flatMap((bundle, index) => {
    const source = ends(bundle.source)
    const target = ends(bundle.target)
    if (source === null || target === null || (source === target && plan.sealed.has(source))) return []
    return piecesOf(bundle, index, { source, target }, plan.turned)
  })
  const framed = bundles.some(({ source, target }) => source === '' || target === '')
  const root = nodeOf(branch, plan, plan.direction, pieces, framed)
  const edges = [...startsIn(branch, plan, ''), ...pieces.filter(({ within }) => within === '').map(edgeOf)]
  return { id: 'canvas', children: [root], edges, layoutOptions: options(plan.direction) }
}

/** A state by its path, or the sealed box it lies in; null when it lies elsewhere. */
function endsIn(branch: Branch, sealed: Sealed): (path: string) => string | null {
  const boxes = [...sealed.keys()]
  return (path) => {
    if (!isWithin(path, branch.state.path)) return null
    return boxes.find((box) => isWithin(path, box)) ?? path
  }
}

function nodeOf(branch: Branch, plan: Plan, outer: Direction, pieces: readonly Piece[], framed: boolean): ElkNode {
  const { state, children, staying } = branch
  const { path } = state
  const box = plan.sealed.get(path)
  if (box) return { id: idOf(path), width: box.w, height: box.h }
  if (children.length === 0) {
    const { w, h } = sizeOfNode(state, staying)
    // where many lines meet it grows, so that each is told apart
    const grows = { 'elk.nodeSize.constraints': '[PORTS, MINIMUM_SIZE]', 'elk.nodeSize.minimum': `(${w}, ${h})` }
    return { id: idOf(path), width: w, height: h, layoutOptions: { ...grows, 'elk.spacing.portPort': '9' } }
  }
  const turn = plan.turned.get(path)
  const direction = turn ?? outer
  const node = {
    id: idOf(path),
    children: [
      ...(beginsIn(branch) ? [{ id: startId(path), width: dot, height: dot }] : []),
      ...children.map((child) => inColumn(nodeOf(child, plan, direction, pieces, framed), child, plan.folded)),
    ],
    layoutOptions: { ...options(direction), ...paddingOf(branch, framed), ...foldOf(branch, plan.folded) },
  }
  if (turn === undefined) return node
  return {
    ...node,
    ports: portsOf(path, pieces, outer),
    edges: [...startsIn(branch, plan, path), ...pieces.filter(({ within }) => within === path).map(edgeOf)],
    layoutOptions: {
      ...node.layoutOptions,
      'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
      'elk.portConstraints': 'FIXED_SIDE',
    },
  }
}

const beginsIn = ({ state: { kind, initial } }: Branch) => kind === 'compound' && initial !== null

/** From the dots to what is begun with: those in a turned group, or outside of all ('' ). */
function startsIn(branch: Branch, plan: Plan, within: string): ElkExtendedEdge[] {
  const { state, children } = branch
  if (plan.sealed.has(state.path)) return []
  const own =
    beginsIn(branch) && innermost(state.path, plan.turned) === within
      ? [{ id: `begin:${state.path}`, sources: [startId(state.path)], targets: [idOf(state.initial!)] }]
      : []
  return [...own, ...children.flatMap((child) => startsIn(child, plan, within))]
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

function edgeOf({ id, from, to, bundle }: Piece): ElkExtendedEdge {
  const { w, h } = bundle ? sizeOfLine(bundle) : { w: 0, h: 0 }
  const labels = bundle ? { labels: [{ text: id, width: w, height: h }] } : {}
  return { id, sources: [from], targets: [to], ...labels }
}

/** The room of all words beside a line, and of the notes below them. */
export function sizeOfLine({ transitions }: Bundle): { w: number; h: number } {
  const sizes = transitions.map(sizeOfWords)
  const w = Math.max(noteWidth, ...sizes.map((size) => size.w)) + 6
  return { w, h: sizes.reduce((sum, { h }) => sum + h + noteRoom, 0) + 2 }
}

export const options = (direction: Direction): LayoutOptions => ({
  'elk.algorithm': 'layered',
  'elk.direction': direction,
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '5',
  'elk.json.edgeCoords': 'ROOT',
})
