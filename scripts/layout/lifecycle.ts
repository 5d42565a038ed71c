/** The overview: every chart a card in its group, with a line to whatever it sets going. */
import type { Outline, OutlinedState, OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Box, Picture } from '../../machines/kit/picture.ts'
import { lifecycleGroups, lifecycleLinks } from '../../machines/lifecycle.ts'
import { noteRoom, sizeOfWords } from '../../ui/chart/words.ts'
import { assemble } from './assemble.ts'
import { besideLine } from './beside.ts'
import { cardBoxes, titleBoxes } from './cards.ts'
import { block, emptyGrid, type Grid, occupy, square } from './grid.ts'
import type { Laid, Line } from './laid.ts'
import { route } from './route.ts'
import { type Bundle, bundlesOf, treeOf } from './tree.ts'

export function lifecycle(charts: readonly Outline[]): Picture {
  const outline = lifecycleOutline(charts)
  const boxes = cardBoxes()
  const { w, h } = boxes.get('')!
  const lines = linesBetween(boxes, bundlesOf(outline))
  const laid: Laid = { w, h, boxes, lines, starts: new Map() }
  return assemble(outline, treeOf(outline), laid)
}

/** The short ones first: they have the fewest ways. */
function linesBetween(boxes: ReadonlyMap<string, Box>, bundles: readonly Bundle[]): Map<Bundle, Line> {
  const grid = gridOf(boxes)
  const byLength = bundles
    .map((bundle) => ({ bundle, from: boxes.get(bundle.source)!, to: boxes.get(bundle.target)! }))
    .toSorted((one, other) => distance(one.from, one.to) - distance(other.from, other.to))
  return new Map(
    byLength.map(({ bundle, from, to }) => {
      const points = route(grid, from, to)
      occupy(grid, points)
      const at = besideLine(grid, points, sizeOfLine(bundle))
      block(grid, at)
      return [bundle, { points, at }]
    }),
  )
}

/** Nothing is noted below words of the overview. */
function sizeOfLine({ transitions }: Bundle): { w: number; h: number } {
  const sizes = transitions.map(sizeOfWords)
  const h = sizes.reduce((sum, size) => sum + size.h + noteRoom, 0)
  return { w: Math.max(...sizes.map((size) => size.w)) + 6, h: h + 2 - noteRoom }
}

const distance = (one: Box, other: Box) => Math.abs(one.x - other.x) + Math.abs(one.y - other.y)

function gridOf(boxes: ReadonlyMap<string, Box>): Grid {
  const grid = emptyGrid()
  for (const title of titleBoxes(boxes)) block(grid, title)
  for (const [path, { x, y, w, h }] of boxes) {
    if (path.includes('.')) block(grid, { x: x - square, y: y - square, w: w + 2 * square, h: h + 2 * square })
    else if (path !== '')
      occupy(grid, [
        [x, y],
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
        [x, y],
      ])
  }
  return grid
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
