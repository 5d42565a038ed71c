/** A place beside a line for its words, where nothing else is. */
import type { Box, Point } from '../../machines/kit/picture.ts'
import { type Grid, isEmpty, square } from './grid.ts'

/** From a line to its words. */
const gap = 6

/** At the middle of the longest piece if there is room, else as near to a middle as there is. Throws when there is none. */
export function besideLine(grid: Grid, points: readonly Point[], size: { w: number; h: number }): Box {
  const pieces = points.slice(1).map((point, index) => [points[index]!, point] as const)
  const found = pieces
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
    .flatMap((piece) => placesAt(piece, size))
    .find((box) => isEmpty(grid, box))
  if (!found) throw new Error('There is no room for words beside a line of the overview.')
  return found
}

type Piece = readonly [Point, Point]

const lengthOf = ([[ax, ay], [bx, by]]: Piece) => Math.abs(bx - ax) + Math.abs(by - ay)

/** The middle first, then ever nearer to both ends. */
function placesAt(piece: Piece, { w, h }: { w: number; h: number }): Box[] {
  const [[ax, ay], [bx, by]] = piece
  const isDown = ax === bx
  const most = Math.max(0, (lengthOf(piece) - (isDown ? h : w)) / 2)
  const shifts = Array.from({ length: Math.floor(most / square) * 2 + 1 }, (_, index) => {
    const far = Math.ceil(index / 2) * square
    return index % 2 === 0 ? far : -far
  })
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
  return shifts.flatMap((shift) =>
    isDown
      ? [x + gap, x - gap - w].map((left) => ({ x: left, y: y - h / 2 + shift, w, h }))
      : [y - h - 1, y + 1].map((top) => ({ x: x - w / 2 + shift, y: top, w, h })),
  )
}
