/** Where the cards of the overview and their groups stand. Everything begins and ends on a rule of the grid. */
import type { Box } from '../../machines/kit/picture.ts'
import { type LifecycleGroup, lifecycleGroups } from '../../machines/lifecycle.ts'
import { cardHeight, cardWidth, headHeight } from '../../ui/chart/measures.ts'
import { textWidth } from '../../ui/chart/text-width.ts'
import { square } from './grid.ts'

/** Between cards, where lines run up and down. */
const gutter = 112
/** Between rows of one group. */
const rowGap = 40
/** Between groups, where lines run across. */
const groupGap = 96
const side = 16
const head = Math.ceil(headHeight / square) * square

/** By path, with the whole picture as ''. */
export function cardBoxes(): Map<string, Box> {
  const boxes = new Map<string, Box>([['', { x: 0, y: 0, w: 0, h: 0 }]])
  for (const group of lifecycleGroups) {
    const cards = group.charts.map((id, index) => [`${group.key}.${id}`, cardBox(group, index)] as const)
    boxes.set(group.key, around(cards.map(([, box]) => box)))
    for (const [path, box] of cards) boxes.set(path, box)
  }
  const ends = [...boxes.values()]
  boxes.set('', {
    x: 0,
    y: 0,
    w: Math.max(...ends.map(({ x, w }) => x + w)),
    h: Math.max(...ends.map(({ y, h }) => y + h)),
  })
  return boxes
}

function cardBox({ at: { column, row, across } }: LifecycleGroup, index: number): Box {
  const rows = Math.floor(index / across)
  const x = side + (column + (index % across)) * (cardWidth + gutter)
  return { x, y: topOf(row) + rows * (cardHeight + rowGap), w: cardWidth, h: cardHeight }
}

/** Rows above belong to other groups, or to one of several rows. */
function topOf(row: number): number {
  const above = lifecycleGroups.filter(({ at }) => at.row < row)
  const starts = new Set(above.map(({ at }) => at.row))
  const within = row - starts.size
  return head + row * cardHeight + starts.size * (side + groupGap + head) + within * rowGap
}

function around(cards: readonly Box[]): Box {
  const x = Math.min(...cards.map((box) => box.x)) - side
  const y = Math.min(...cards.map((box) => box.y)) - head
  const right = Math.max(...cards.map((box) => box.x + box.w)) + side
  const bottom = Math.max(...cards.map((box) => box.y + box.h)) + side
  return { x, y, w: right - x, h: bottom - y }
}

/** The names of groups, which no line may run through; with room for a count. */
export const titleBoxes = (boxes: ReadonlyMap<string, Box>): Box[] =>
  lifecycleGroups.map(({ key, name }) => {
    const { x, y } = boxes.get(key)!
    return { x: x + side / 2, y: y + 4, w: textWidth(name, 13) * 1.04 + side, h: head - 8 }
  })
