/** Paper ruled in squares, with what stands on it already: where lines of the overview may run. */
import type { Box, Point } from '../../machines/kit/picture.ts'

/** A square's side in px. Cards and groups begin and end on a rule, and lines run along one. */
export const square = 8

/** Crossings of rules, each by `crossingAt`. */
export interface Grid {
  /** Nothing may run here. */
  readonly blocked: Set<number>
  /** Something runs here across, or down: a line, or the border of a group. */
  readonly across: Set<number>
  readonly down: Set<number>
}

export const emptyGrid = (): Grid => ({ blocked: new Set(), across: new Set(), down: new Set() })

/** More rules than any overview is wide. */
const perRow = 1000
/** Both counted in squares. */
export const crossingAt = (x: number, y: number): number => y * perRow + x

/** Those within a box, its border included. */
export function crossingsIn({ x, y, w, h }: Box): number[] {
  const found: number[] = []
  for (let row = Math.ceil(y / square); row * square <= y + h; row++)
    for (let column = Math.ceil(x / square); column * square <= x + w; column++) found.push(crossingAt(column, row))
  return found
}

export function block({ blocked }: Grid, box: Box): void {
  for (const crossing of crossingsIn(box)) blocked.add(crossing)
}

/** Remembers what runs from point to point, in px. */
export function occupy({ across, down }: Grid, points: readonly Point[]): void {
  points.slice(1).forEach(([x, y], index) => {
    const [fromX, fromY] = points[index]!
    const piece = { x: Math.min(x, fromX), y: Math.min(y, fromY), w: Math.abs(x - fromX), h: Math.abs(y - fromY) }
    for (const crossing of crossingsIn(piece)) (piece.h === 0 ? across : down).add(crossing)
  })
}

export const isEmpty = ({ blocked, across, down }: Grid, box: Box): boolean =>
  !crossingsIn(box).some((crossing) => blocked.has(crossing) || across.has(crossing) || down.has(crossing))
