/** The overview: every chart a box in its group, with a line to whatever it sets going. */
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Outline, OutlinedState, OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Picture } from '../../machines/kit/picture.ts'
import { lifecycleGroups, lifecycleLinks } from '../../machines/lifecycle.ts'
import { sizeOfCard } from '../../ui/chart/measures.ts'
import { assemble } from './assemble.ts'
import { read } from './read.ts'
import { edgeOf, idOf, options } from './graph.ts'
import { bundlesOf, treeOf } from './tree.ts'

/** Boxes of a group side by side. */
const perRow = 4

export async function lifecycle(charts: readonly Outline[]): Promise<Picture> {
  const outline = lifecycleOutline(charts)
  const bundles = bundlesOf(outline)
  const edges = bundles.map((bundle, index) => edgeOf(bundle, `line:${index}`, bundle.source, bundle.target))
  const root: ElkNode = {
    id: idOf(''),
    children: lifecycleGroups.map(({ key }) => groupOf(outline, key)),
    layoutOptions: { ...options('DOWN'), 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
  }
  const graph = await new ELK().layout({
    id: 'canvas',
    children: [root],
    edges: [...edges, ...orderOf(outline)],
    layoutOptions: options('DOWN'),
  })
  return assemble(outline, treeOf(outline), read(graph, bundles, new Map()))
}

function groupOf({ states }: Outline, key: string): ElkNode {
  const boxes = states.filter(({ path }) => path.startsWith(`${key}.`))
  return {
    id: idOf(key),
    children: boxes.map((state) => {
      const { w, h } = sizeOfCard(state)
      return { id: idOf(state.path), width: w, height: h }
    }),
    layoutOptions: { ...options('DOWN'), 'elk.padding': '[top=40,left=16,bottom=16,right=16]' },
  }
}

/** Lines nobody sees: they make rows within a group, and keep the groups in their order. */
function orderOf(outline: Outline): ElkExtendedEdge[] {
  const pathsIn = (key: string) => outline.states.map(({ path }) => path).filter((path) => path.startsWith(`${key}.`))
  const rows = lifecycleGroups.flatMap(({ key }) => {
    const paths = pathsIn(key)
    return paths.slice(perRow).map((path, index) => [paths[index]!, path] as const)
  })
  const onward = lifecycleGroups.flatMap(({ key, follows }) => follows.map((before) => [before, key] as const))
  return [...rows, ...onward].map(([from, to], index) => ({
    id: `order:${index}`,
    sources: [idOf(from)],
    targets: [idOf(to)],
    layoutOptions: { 'elk.layered.priority.direction': '10' },
  }))
}

/** As if the lifecycle were a chart: its groups hold the charts, its transitions are who sets whom going. */
export function lifecycleOutline(charts: readonly Outline[]): Outline {
  const pathOf = (id: string) => `${lifecycleGroups.find((group) => group.charts.includes(id))?.key ?? ''}.${id}`
  const invoked = charts.flatMap(({ id, states }) =>
    [...new Set(states.flatMap(({ invokes }) => invokes))]
      .filter((name) => charts.some((chart) => chart.id === name))
      .map((name) => ({ from: id, to: name, label: 'runs it', reason: 'It waits until that is over.' })),
  )
  return {
    id: 'lifecycle',
    version: '1',
    title: 'Customer lifecycle',
    summary: 'Every chart, and which sets which going.',
    states: [
      stateOf({ path: '', name: 'Customer lifecycle', kind: 'compound' }),
      ...lifecycleGroups.flatMap(({ key, name, charts: ids }) => [
        stateOf({ path: key, name, kind: 'compound' }),
        ...ids.map((id) => cardOf(charts, id, pathOf(id))),
      ]),
    ],
    transitions: [...invoked, ...lifecycleLinks].map(({ from, to, label, reason }): OutlinedTransition => {
      const ends = { source: pathOf(from), target: pathOf(to) }
      const said = { event: label, cause: 'event', label, guard: null, announces: [], description: reason } as const
      return { key: `${ends.source}/${label}/${to}`, ...ends, ...said }
    }),
    guards: {},
    effects: {},
  }
}

function cardOf(charts: readonly Outline[], id: string, path: string): OutlinedState {
  const chart = charts.find((one) => one.id === id)
  if (!chart) throw new Error(`machines/lifecycle.ts names ${id}, which is no chart.`)
  return stateOf({ path, name: chart.title, kind: 'atomic', description: chart.summary })
}

const stateOf = (given: Pick<OutlinedState, 'path' | 'name' | 'kind'> & Partial<OutlinedState>): OutlinedState => ({
  role: null,
  description: '',
  screen: null,
  initial: null,
  invokes: [],
  announces: [],
  ...given,
})
