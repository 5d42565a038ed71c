/**
 * A chain of groups is broken like text: one beside the other, then on to the next row. ELK is told the column of each
 * and the order within a column; it finds the rest, the lines back to the next row included.
 */
import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js'
import { type Branch, type Bundle, isWithin } from './tree.ts'

/** The column of each link of a chain and how far down it stands, by path. */
export type Folded = ReadonlyMap<string, { readonly column: number; readonly row: number }>

const columns = 2
/** Fewer groups than this stand in a row as they are. */
const fewest = 3

/** The groups in a branch, itself included, that hold a chain worth breaking. */
export const foldable = (branch: Branch, bundles: readonly Bundle[]): Branch[] => [
  ...(chainOf(branch, bundles).filter(({ children }) => children.length > 0).length >= fewest ? [branch] : []),
  ...branch.children.flatMap((child) => foldable(child, bundles)),
]

export const fold = (branch: Branch, bundles: readonly Bundle[]): Folded =>
  new Map(chainOf(branch, bundles).map(({ state }, index) => [state.path, { column: index % columns, row: index }]))

/** From what a group begins with to whatever follows, as long as nothing fails. */
function chainOf({ state, children }: Branch, bundles: readonly Bundle[]): Branch[] {
  const chain: Branch[] = []
  let link = children.find((child) => child.state.path === state.initial)
  while (link) {
    chain.push(link)
    const { path } = link.state
    const next = children.filter(
      (child) => !chain.includes(child) && bundles.some((bundle) => leads(bundle, path, child.state.path)),
    )
    link = next.find((child) => child.children.length > 0) ?? next[0]
  }
  return chain
}

const leads = ({ source, target, transitions }: Bundle, from: string, to: string) =>
  isWithin(source, from) && isWithin(target, to) && transitions.some(({ cause }) => cause !== 'failed')

/** What is no link of the chain stands wherever its lines are shortest. */
export function inColumn(node: ElkNode, { state }: Branch, folded: Folded): ElkNode {
  const place = folded.get(state.path)
  if (!place) return node
  const { column, row } = place
  const told = { 'elk.partitioning.partition': `${column}`, 'elk.position': `(0,${row * 1000})` }
  return { ...node, layoutOptions: { ...node.layoutOptions, ...told } }
}

export const foldOf = ({ children }: Branch, folded: Folded): LayoutOptions =>
  children.some(({ state }) => folded.has(state.path))
    ? { 'elk.partitioning.activate': 'true', 'elk.layered.crossingMinimization.semiInteractive': 'true' }
    : {}
