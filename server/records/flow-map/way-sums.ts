/** From moves by bucket to one sum for each way: there are thousands of the first for dozens of the second. */
import type { FlowWayRow } from './flow-map-table.ts'
import type { Stays } from './stay.ts'

export interface WaySum {
  readonly transition: string
  readonly state: string
  readonly taken: number
  readonly exits: number
  /** How long those had stayed who took it, and those it led away. */
  readonly takenStays: Stays
  readonly exitStays: Stays
}
export interface PerMove {
  readonly way: number
  readonly bucket: number
  readonly taken: number
  readonly exits: number
}

export function waySums(moves: readonly PerMove[], rows: readonly FlowWayRow[]): WaySum[] {
  const names = new Map(rows.map((row) => [Number(row.id), row]))
  return [...Map.groupBy(moves, ({ way }) => Number(way))].map(([way, mine]) => {
    const { transition, state } = names.get(way)!
    const of = (count: 'taken' | 'exits') => mine.reduce((sum, move) => sum + Number(move[count]), 0)
    const stays = (count: 'taken' | 'exits') => new Map(mine.map((move) => [move.bucket, Number(move[count])]))
    const sums = { taken: of('taken'), exits: of('exits') }
    return { transition, state, ...sums, takenStays: stays('taken'), exitStays: stays('exits') }
  })
}
