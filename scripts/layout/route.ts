/** A line from card to card: short, with few corners, clear of what stands on the paper. Costs are lengths in squares. */
import type { Box, Point } from '../../machines/kit/picture.ts'
import { crossingAt, type Grid, square } from './grid.ts'

const corner = 8
const crossing = 14
const beside = 5
/** How far a line runs straight out of a card. */
const stub = 2

/** Right, down, left, up. */
const headings = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

/** A crossing of rules, how one came there, and what that cost. */
interface Visit {
  readonly x: number
  readonly y: number
  readonly heading: number
  readonly cost: number
  readonly from: Visit | null
}

/** From border to border, in px. Throws when there is no way. */
export function route(grid: Grid, from: Box, to: Box): Point[] {
  const goals = new Map(pinsOf(to).map((pin) => [placeOf({ ...pin, heading: (pin.heading + 2) % 4 }), pin]))
  const queue = new Map<number, Visit[]>()
  const push = (visit: Visit) => queue.set(visit.cost, [...(queue.get(visit.cost) ?? []), visit])
  pinsOf(from).forEach((pin) => isFree(grid, pin) && push(pin))
  const seen = new Set<string>()
  for (let cost = 0; queue.size > 0; cost++) {
    for (const visit of queue.get(cost) ?? []) {
      const place = placeOf(visit)
      const goal = goals.get(place)
      if (visit.from && isSame(visit, visit.from)) return inPixels(visit.from)
      if (goal) push({ ...visit, cost: cost + goal.cost + 1, from: visit })
      if (seen.has(place)) continue
      seen.add(place)
      onward(grid, visit).forEach(push)
    }
    queue.delete(cost)
  }
  throw new Error('There is no way between two cards of the overview.')
}

const placeOf = ({ x, y, heading }: Visit) => `${x} ${y} ${heading}`
const isSame = (one: Visit, other: Visit) => placeOf(one) === placeOf(other)

/** Where lines leave a card, a little outside of it; its middles are the best places. */
function pinsOf({ x, y, w, h }: Box): Visit[] {
  const [left, top, width, height] = [x / square, y / square, w / square, h / square]
  return headings.flatMap(([dx, dy], heading) => {
    const length = dx === 0 ? width : height
    return Array.from({ length: length - 1 }, (_, index) => index + 1).flatMap((along) => {
      const off = Math.abs(along - length / 2)
      if (off % 2 !== 0) return []
      const at = dx === 0 ? [left + along, top + (dy > 0 ? height : 0)] : [left + (dx > 0 ? width : 0), top + along]
      return [{ x: at[0]! + dx * stub, y: at[1]! + dy * stub, heading, cost: Math.ceil(off / 2), from: null }]
    })
  })
}

/** Straight on, or round a corner. */
function onward(grid: Grid, visit: Visit): Visit[] {
  return [0, 1, 3].flatMap((turn) => {
    const heading = (visit.heading + turn) % 4
    if (!isFree(grid, { ...visit, heading })) return []
    const [dx, dy] = headings[heading]!
    const next = { x: visit.x + dx, y: visit.y + dy, heading, cost: 0, from: visit }
    if (next.x < 0 || next.y < 0 || !isFree(grid, next)) return []
    return [{ ...next, cost: visit.cost + 1 + (turn === 0 ? 0 : corner) + nuisance(grid, next) }]
  })
}

/** Whether a line may run there that way: not into what stands there, nor along what runs there. */
function isFree({ blocked, across, down }: Grid, { x, y, heading }: Visit): boolean {
  const at = crossingAt(x, y)
  return !blocked.has(at) && !(heading % 2 === 0 ? across : down).has(at)
}

function nuisance({ across, down }: Grid, { x, y, heading }: Visit): number {
  const [along, athwart] = heading % 2 === 0 ? [across, down] : [down, across]
  const [dx, dy] = headings[(heading + 1) % 4]!
  const isBeside = along.has(crossingAt(x + dx, y + dy)) || along.has(crossingAt(x - dx, y - dy))
  return (athwart.has(crossingAt(x, y)) ? crossing : 0) + (isBeside ? beside : 0)
}

function inPixels(last: Visit): Point[] {
  const visits: Visit[] = []
  for (let visit: Visit | null = last; visit; visit = visit.from) visits.unshift(visit)
  const first = visits[0]!
  const corners = visits.filter(({ heading }, index) => visits[index + 1] && visits[index + 1]!.heading !== heading)
  const off = ({ x, y, heading }: Visit, by: number): Point => {
    const [dx, dy] = headings[heading]!
    return [(x + dx * by) * square, (y + dy * by) * square]
  }
  return [off(first, -stub), ...corners.map((visit) => off(visit, 0)), off(last, stub)]
}
