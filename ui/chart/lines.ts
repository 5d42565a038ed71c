/** A line of a picture as SVG path data. */
import type { Point } from '../../machines/kit/picture.ts'

const corner = 8
const headLength = 7
const headHalf = 3.5

/** With round corners, ending where the arrow's head begins. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = withoutHead(points)
  if (!first) return ''
  const parts = rest.map((point, index) => {
    const next = rest[index + 1]
    if (!next) return `L${at(point)}`
    const before = index === 0 ? first : rest[index - 1]!
    return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, next))}`
  })
  return `M${at(first)}${parts.join('')}`
}

/** A small closed arrow at the last point. */
export function headPath(points: readonly Point[]): string {
  const end = points.at(-1)
  const before = points.at(-2)
  if (!end || !before) return ''
  const [ux, uy] = unit(before, end)
  const [bx, by] = [end[0] - ux * headLength, end[1] - uy * headLength]
  const left: Point = [bx - uy * headHalf, by + ux * headHalf]
  const right: Point = [bx + uy * headHalf, by - ux * headHalf]
  return `M${at(end)}L${at(left)}L${at(right)}Z`
}

/** A small loop left of words, for what stays where it is. */
export const stayPath = 'M-7.3 4.2a4 4 0 1 0 .5 3M-6.9 1.6v2.9h-2.9'

/** The middle of the dot a line begins at. */
export function dotAt(points: readonly Point[], radius: number): Point {
  const [first = [0, 0], second = first] = points
  const [ux, uy] = unit(first, second)
  return [first[0] - ux * radius, first[1] - uy * radius]
}

function withoutHead(points: readonly Point[]): readonly Point[] {
  const end = points.at(-1)
  const before = points.at(-2)
  if (!end || !before) return points
  const [ux, uy] = unit(before, end)
  const back = Math.min(headLength - 1, distance(before, end))
  return [...points.slice(0, -1), [end[0] - ux * back, end[1] - uy * back]]
}

/** As far from a corner as its curve begins: half the segment at most. */
function towards(from: Point, to: Point): Point {
  const [ux, uy] = unit(from, to)
  const far = Math.min(corner, distance(from, to) / 2)
  return [from[0] + ux * far, from[1] + uy * far]
}

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay)

function unit(from: Point, to: Point): Point {
  const length = distance(from, to) || 1
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

const at = ([x, y]: Point) => `${short(x)} ${short(y)}`
const short = (value: number) => Math.round(value * 100) / 100
