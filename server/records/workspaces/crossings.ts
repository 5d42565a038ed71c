/**
 * Shares of a limit that were reached. They are written down in the commit that reaches them, and stay until the tenant's
 * account has taken them over: whoever comes next finds what a crash left behind.
 */
import {
  type Crossing,
  hasReached,
  isHard,
  type MeterId,
  meterIds,
  meters,
  type Threshold,
  thresholds,
} from '../../../machines/vocabulary/meters.ts'
import type { Limits } from '../../../machines/vocabulary/plans.ts'
import { usedIn } from './meter-days.ts'
import { prepared } from './prepared.ts'
import type { WorkspaceDatabase } from './workspace-file.ts'

/**
 * Compares a month's use with its limit and writes down what was reached for the first time. Of several at once only the
 * highest is told: whoever hears that everything is used need not hear that most of it is. Call it inside a transaction.
 */
export function noteCrossings(db: WorkspaceDatabase, meter: MeterId, month: string, limits: Limits, now: number): void {
  const most = limits[meters[meter].limit]
  const used = usedIn(db, meter, month)
  const reached = thresholds.filter((threshold) => hasReached(used, most, threshold))
  const note = prepared(
    db,
    `insert or ignore into crossing (meter, month, threshold, most, used, hard, at, handed_at)
     values (@meter, @month, @threshold, @most, @used, @hard, @now, @handedAt)`,
  )
  const hard = isHard(limits, meter) ? 1 : 0
  for (const threshold of reached)
    note.run({ meter, month, threshold, most, used, hard, now, handedAt: threshold === reached.at(-1) ? null : now })
}

/** Every meter's month against limits that are new. */
export function compareAnew(db: WorkspaceDatabase, month: string, limits: Limits, now: number): void {
  for (const meter of meterIds) noteCrossings(db, meter, month, limits, now)
}

interface CrossingRow {
  meter: MeterId
  month: string
  threshold: Threshold
  most: number
  used: number
  hard: number
}

/** What the account has not taken over, oldest first. */
export const openCrossings = (db: WorkspaceDatabase): Crossing[] =>
  db
    .prepare<[], CrossingRow>('select * from crossing where handed_at is null order by at, threshold limit 50')
    .all()
    .map(({ meter, month, threshold, most: limit, used, hard }) => ({
      meter,
      month,
      threshold,
      limit,
      used,
      hard: hard === 1,
    }))

export const hasOpenCrossings = (db: WorkspaceDatabase): boolean =>
  prepared(db, 'select 1 from crossing where handed_at is null limit 1').get() !== undefined

export function markHanded(db: WorkspaceDatabase, { meter, month, threshold, limit }: Crossing, now: number): void {
  db.prepare(
    `update crossing set handed_at = ?
     where meter = ? and month = ? and threshold = ? and most = ? and handed_at is null`,
  ).run(now, meter, month, threshold, limit)
}
