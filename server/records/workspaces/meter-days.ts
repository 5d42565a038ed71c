/** Reads and adds to the days of a meter. Days as 2026-11-23, months as 2026-11, both in UTC. */
import { type MeterId, meters } from '../../../machines/vocabulary/meters.ts'
import { prepared } from './prepared.ts'
import type { WorkspaceDatabase } from './workspace-file.ts'

export interface MeterDay {
  readonly day: string
  readonly quantity: number
}

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
export const monthOf = (at: number): string => dayOf(at).slice(0, 7)

/** How much of a meter a month used: a sum over it, or the last level before it ended. */
export function usedIn(db: WorkspaceDatabase, meter: MeterId, month: string): number {
  return meters[meter].kind === 'sum' ? sumOf(db, meter, month) : (levelAt(db, meter, `${month}-31`) ?? 0)
}

const sumOf = (db: WorkspaceDatabase, meter: MeterId, month: string): number =>
  prepared<[string, string, string], { total: number }>(
    db,
    'select coalesce(sum(quantity), 0) as total from meter_day where meter = ? and day between ? and ?',
  ).get(meter, `${month}-01`, `${month}-31`)!.total

/** The last level up to a day; null when there was none yet. */
export const levelAt = (db: WorkspaceDatabase, meter: MeterId, day: string): number | null =>
  prepared<[string, string], { quantity: number }>(
    db,
    'select quantity from meter_day where meter = ? and day <= ? order by day desc limit 1',
  ).get(meter, day)?.quantity ?? null

/** A clock may be ahead of ours, and its level is the newest all the same. */
export const levelNow = (db: WorkspaceDatabase, meter: MeterId): number | null => levelAt(db, meter, '9999-12-31')

export function addToSum(db: WorkspaceDatabase, meter: MeterId, quantity: number, at: number): void {
  prepared(
    db,
    `insert into meter_day (meter, day, quantity, last_at) values (@meter, @day, @quantity, @at)
     on conflict (meter, day) do update
     set quantity = quantity + excluded.quantity, last_at = max(last_at, excluded.last_at)`,
  ).run({ meter, day: dayOf(at), quantity, at })
}

export function setLevel(db: WorkspaceDatabase, meter: MeterId, quantity: number, at: number): void {
  // one that was measured earlier and comes later is not the last of its day
  prepared(
    db,
    `insert into meter_day (meter, day, quantity, last_at) values (@meter, @day, @quantity, @at)
     on conflict (meter, day) do update
     set quantity = excluded.quantity, last_at = excluded.last_at
     where excluded.last_at >= meter_day.last_at`,
  ).run({ meter, day: dayOf(at), quantity, at })
}

/** The days of a meter in a month that have any, oldest first. */
export const daysIn = (db: WorkspaceDatabase, meter: MeterId, month: string): MeterDay[] =>
  prepared<[string, string, string], MeterDay>(
    db,
    'select day, quantity from meter_day where meter = ? and day between ? and ? order by day',
  ).all(meter, `${month}-01`, `${month}-31`)
