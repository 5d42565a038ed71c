/** What is used of a workspace, against its limits: counted per meter and day, limited per month, both in UTC. */
import {
  type Crossing,
  isHard,
  type MeterId,
  meterIds,
  meters,
  percentOf,
} from '../../../machines/vocabulary/meters.ts'
import type { Limits } from '../../../machines/vocabulary/plans.ts'
import { Refusal } from '../refusal.ts'
import { hasOpenCrossings, markHanded, noteCrossings, openCrossings } from './crossings.ts'
import { ingest, type RecordResult, type UsageRecord } from './ingest.ts'
import { limitsOf } from './limits.ts'
import { addToSum, daysIn, levelAt, levelNow, type MeterDay, monthOf, usedIn } from './meter-days.ts'
import { answerTo, keepAnswer, type UsageCall } from './usage-calls.ts'
import type { WorkspaceDatabase, WorkspaceFiles } from './workspace-file.ts'

/** A meter's month against the limit it has now. */
export interface MeterState {
  readonly meter: MeterId
  readonly month: string
  readonly used: number
  readonly limit: number
  /** Whole percent, rounded down. */
  readonly percent: number
  readonly policy: 'hard' | 'soft'
}
export interface MeterMonth {
  readonly month: string
  readonly quantity: number
}
/** What a batch came to. */
export interface Recorded {
  readonly records: readonly RecordResult[]
  readonly meters: readonly MeterState[]
}
/** With `open`: whether a share of a limit was reached that the account has not heard of. */
export interface Counted<T> {
  readonly value: T
  readonly open: boolean
}

export function usage(files: Pick<WorkspaceFiles, 'open' | 'sizeBytes'>) {
  const { open } = files
  const storageBytes = (tenant: string) => levelNow(open(tenant), 'storage') ?? files.sizeBytes(tenant)

  function states(tenant: string, month: string, isNow: boolean): MeterState[] {
    const db = open(tenant)
    const limits = limitsOf(db)
    const usedOf = (meter: MeterId) => (meter === 'storage' && isNow ? storageBytes(tenant) : usedIn(db, meter, month))
    return meterIds.map((meter) => stateOf(limits, meter, month, usedOf(meter)))
  }

  return {
    /**
     * Counts one request at `at` (milliseconds since 1970) and answers with how many the month had so far.
     * Throws `limit.reached`, counting nothing, when the month's are used up and the plan allows no more.
     */
    async countRequest(tenant: string, at: number): Promise<Counted<number>> {
      const db = open(tenant)
      const month = monthOf(at)
      return withoutWaiting(db, () => {
        const limits = limitsOf(db)
        const used = usedIn(db, 'requests', month)
        if (isHard(limits, 'requests') && used >= limits.requestsPerMonth)
          throw new Refusal('limit.reached', `${tenant} has used its ${limits.requestsPerMonth} requests.`)
        addToSum(db, 'requests', 1, at)
        noteCrossings(db, 'requests', month, limits, at)
        return { value: used + 1, open: hasOpenCrossings(db) }
      })
    },

    /**
     * Takes in a batch of usage records in one transaction. A call with a key that was answered gets that answer. Throws
     * `idempotency.mismatch` when its key came with another body.
     */
    async record(
      tenant: string,
      batch: { readonly records: readonly UsageRecord[]; readonly call: UsageCall | null; readonly now: number },
    ): Promise<Counted<Recorded>> {
      const { records, call, now } = batch
      const db = open(tenant)
      const work = db.transaction((): Counted<Recorded> => {
        const before = call && answerTo<Recorded>(db, call, now)
        if (before) return { value: before, open: hasOpenCrossings(db) }
        const results = ingest(db, limitsOf(db), records, now)
        const value = { records: results, meters: states(tenant, monthOf(now), true) }
        if (call) keepAnswer(db, call, value, now)
        return { value, open: hasOpenCrossings(db) }
      })
      return work.immediate()
    },

    /** Every meter's month, as 2026-11; `now` says which month is not over. */
    meters: async (tenant: string, month: string, now: number): Promise<MeterState[]> =>
      states(tenant, month, month === monthOf(now)),

    /** The days of a meter in a month that have any, oldest first. */
    meterDays: async (tenant: string, meter: MeterId, month: string): Promise<MeterDay[]> =>
      daysIn(open(tenant), meter, month),

    /** The last level before a month began; null for what adds up, and before there was one. */
    levelBefore: async (tenant: string, meter: MeterId, month: string): Promise<number | null> =>
      meters[meter].kind === 'sum' ? null : levelAt(open(tenant), meter, `${month}-00`),

    /** What a meter used in each of `months`. */
    async meterMonths(tenant: string, meter: MeterId, months: readonly string[]): Promise<MeterMonth[]> {
      const db = open(tenant)
      return months.map((month) => ({ month, quantity: usedIn(db, meter, month) }))
    },

    /** Every meter's every day there ever was, oldest first. A year is 365 rows a meter. */
    usageDays: async (tenant: string): Promise<(MeterDay & { readonly meter: MeterId })[]> =>
      open(tenant)
        .prepare<[], MeterDay & { meter: MeterId }>('select day, meter, quantity from meter_day order by day, meter')
        .all(),

    /**
     * What the workspace stores, in bytes: the level its product reported last; before it ever did, what its own file takes
     * on disk.
     */
    storageBytes: async (tenant: string): Promise<number> => storageBytes(tenant),

    /** Shares of limits that were reached and that the account has not taken over. */
    openCrossings: async (tenant: string): Promise<Crossing[]> => openCrossings(open(tenant)),
    markHanded: async (tenant: string, crossing: Crossing, now: number): Promise<void> =>
      markHanded(open(tenant), crossing, now),
  }
}

function stateOf(limits: Limits, meter: MeterId, month: string, used: number): MeterState {
  const limit = limits[meters[meter].limit]
  const policy = isHard(limits, meter) ? 'hard' : 'soft'
  return { meter, month, used, limit, percent: percentOf(used, limit), policy }
}

/**
 * A count need not wait for the disk: a power cut may lose the last few, a crash of the process loses none, and an
 * fsync per request would cost the customer more than that.
 */
function withoutWaiting<T>(db: WorkspaceDatabase, work: () => T): T {
  db.pragma('synchronous = NORMAL')
  try {
    return db.transaction(work).immediate()
  } finally {
    db.pragma('synchronous = FULL')
  }
}
