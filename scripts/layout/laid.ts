/** A part of a chart that was laid out, and how it is moved to its place. */
import type { Box, Point } from '../../machines/kit/picture.ts'
import type { Bundle } from './tree.ts'

/** Boxes by path, lines by bundle, from the upper left corner of what was laid out. */
export interface Laid {
  readonly w: number
  readonly h: number
  readonly boxes: ReadonlyMap<string, Box>
  readonly lines: ReadonlyMap<Bundle, Line>
  readonly starts: ReadonlyMap<string, readonly Point[]>
}
export interface Line {
  readonly points: readonly Point[]
  readonly at: Box
}

export const movePoint = ([x, y]: Point, by: { x: number; y: number }): Point => [x + by.x, y + by.y]
export const moveBox = (box: Box, by: { x: number; y: number }): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y })

export function moveLaid({ w, h, boxes, lines, starts }: Laid, by: { x: number; y: number }): Laid {
  const movePoints = (points: readonly Point[]) => points.map((point) => movePoint(point, by))
  return {
    w,
    h,
    boxes: new Map([...boxes].map(([path, box]) => [path, moveBox(box, by)])),
    lines: new Map(
      [...lines].map(([bundle, { points, at }]) => [bundle, { points: movePoints(points), at: moveBox(at, by) }]),
    ),
    starts: new Map([...starts].map(([path, points]) => [path, movePoints(points)])),
  }
}
