/** Where the name of a group stands: upper left, or farther right where a line comes in through that corner. Figures in px. */
import type { Box, Picture, PlacedState } from '../../machines/kit/picture.ts'
import { countWidth } from './measures.ts'
import { textWidth } from './text-width.ts'

/** From the group's edge. */
export const titleInset = 16
const lineGap = 10
/** What a name takes up of a group's head. */
const titleTop = 6
const titleFoot = 28
/** Names are a little bolder than the widths that are known. */
const bolder = 1.04

/** From the edge to where the name begins: the first place with room for it and a count between the lines that come in. */
export function titleStart(
  state: PlacedState,
  { transitions, starts }: Pick<Picture, 'transitions' | 'starts'>,
): number {
  const head = { x: state.x, y: state.y + titleTop, w: state.w, h: titleFoot - titleTop }
  const lines = [...transitions, ...starts].flatMap(({ points }) => crossingsOf(points, head)).toSorted((a, b) => a - b)
  const need = textWidth(state.name, 13) * bolder
  const begins = [titleInset, ...lines.map((x) => x - state.x + lineGap)].filter((x) => x >= titleInset)
  const isClear = (x: number, room: number) =>
    x + room + titleInset <= state.w && !lines.some((line) => line > state.x + x - 4 && line < state.x + x + room + 4)
  return begins.find((x) => isClear(x, need + countWidth)) ?? begins.find((x) => isClear(x, need)) ?? titleInset
}

/** Where a line goes through a box, from its ends or its corners on. */
function crossingsOf(points: Picture['transitions'][number]['points'], { x, y, w, h }: Box): number[] {
  return points.slice(1).flatMap(([toX, toY], index) => {
    const [fromX, fromY] = points[index]!
    const isThrough =
      Math.min(fromX, toX) < x + w &&
      Math.max(fromX, toX) > x &&
      Math.min(fromY, toY) < y + h &&
      Math.max(fromY, toY) > y
    return isThrough ? [fromX, toX] : []
  })
}
