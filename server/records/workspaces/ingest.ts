/**
 * Takes in usage records, a batch in one transaction: what was acknowledged is on disk, and what was counted is counted
 * once, whoever sends it again and however many send at once.
 */
import { type MeterId, isHard, isMeter, meters } from '../../../machines/vocabulary/meters.ts'
import type { Limits } from '../../../machines/vocabulary/plans.ts'
import { noteCrossings } from './crossings.ts'
import { addToSum, levelNow, monthOf, setLevel, usedIn } from './meter-days.ts'
import { prepared } from './prepared.ts'
import { KEYS_LAST_MS } from './usage-tables.ts'
import type { WorkspaceDatabase } from './workspace-file.ts'

export interface UsageRecord {
  readonly meter: string
  /** In the meter's unit. */
  readonly quantity: number
  /** When it was used, in milliseconds since 1970; null for now. */
  readonly at: number | null
  /** Names the record within its meter: it counts once. */
  readonly key: string
}
export const recordRefusals = ['meter.unknown', 'at.tooOld', 'at.ahead', 'limit.reached', 'quantity.tooLarge'] as const
export type RecordRefusal = (typeof recordRefusals)[number]

export type RecordResult = { readonly meter: string; readonly key: string } & (
  | { readonly result: 'accepted' | 'duplicate' }
  | { readonly result: 'refused'; readonly code: RecordRefusal }
)

/** How late a record may come, and how far a clock may be ahead of ours. */
export const LATE_MS = 35 * 86_400_000
export const AHEAD_MS = 5 * 60_000

/** Thinned out with each batch, so that no batch pays for all of it. */
const THINNED_AT_ONCE = 2000

interface Batch {
  readonly db: WorkspaceDatabase
  readonly limits: Limits
  readonly now: number
  /** Meter and month in which a record was refused for its limit: nothing of the batch beyond it counts. */
  readonly full: Set<string>
  /** What a meter's month has so far, for the months that were looked at. */
  readonly used: Map<string, number>
  /** Meter and month that changed. */
  readonly touched: Map<string, { readonly meter: MeterId; readonly month: string }>
}

/** Call it inside a transaction. Records count in their order. */
export function ingest(db: WorkspaceDatabase, limits: Limits, records: readonly UsageRecord[], now: number) {
  thinOut(db, now)
  const batch: Batch = { db, limits, now, full: new Set(), used: new Map(), touched: new Map() }
  const results = records.map((record): RecordResult => {
    const { meter, key } = record
    const said = take(batch, record)
    return said === 'accepted' || said === 'duplicate'
      ? { meter, key, result: said }
      : { meter, key, result: 'refused', code: said }
  })
  for (const { meter, month } of batch.touched.values()) noteCrossings(db, meter, month, limits, now)
  return results
}

function take(batch: Batch, { meter, quantity, at, key }: UsageRecord): 'accepted' | 'duplicate' | RecordRefusal {
  const { db, now } = batch
  if (!isMeter(meter)) return 'meter.unknown'
  if (isKnown(db, meter, key)) return 'duplicate'
  const when = at ?? now
  if (when < now - LATE_MS) return 'at.tooOld'
  if (when > now + AHEAD_MS) return 'at.ahead'
  const refusal = refusalOf(batch, meter, quantity, when)
  if (refusal) return refusal
  prepared(db, 'insert into usage_key (meter, key, seen_at) values (?, ?, ?)').run(meter, key, now)
  const isSum = meters[meter].kind === 'sum'
  if (isSum) {
    addToSum(db, meter, quantity, when)
    batch.used.set(slotOf(meter, when), usedSoFar(batch, meter, when) + quantity)
  } else setLevel(db, meter, quantity, when)
  // a level is what it is now, whenever it was measured
  const month = monthOf(isSum ? when : now)
  batch.touched.set(`${meter}/${month}`, { meter, month })
  return 'accepted'
}

const isKnown = (db: WorkspaceDatabase, meter: MeterId, key: string): boolean =>
  prepared(db, 'select 1 from usage_key where meter = ? and key = ?').get(meter, key) !== undefined

const slotOf = (meter: MeterId, when: number) => `${meter}/${monthOf(when)}`

/** A sum is read once a batch and carried on: adding it up for each record would cost more than counting it. */
function usedSoFar({ db, used }: Batch, meter: MeterId, when: number): number {
  const slot = slotOf(meter, when)
  const known = used.get(slot) ?? usedIn(db, meter, monthOf(when))
  used.set(slot, known)
  return known
}

function refusalOf(batch: Batch, meter: MeterId, quantity: number, when: number) {
  const { db, limits, full } = batch
  const { kind, limit } = meters[meter]
  const slot = slotOf(meter, when)
  if (full.has(slot)) return 'limit.reached'
  const before = kind === 'sum' ? usedSoFar(batch, meter, when) : (levelNow(db, meter) ?? 0)
  const after = kind === 'sum' ? before + quantity : quantity
  if (!Number.isSafeInteger(after)) return 'quantity.tooLarge'
  // a level that falls is good news, however far it still is above a limit that fell, too
  const most = kind === 'sum' ? limits[limit] : Math.max(limits[limit], before)
  if (!isHard(limits, meter) || after <= most) return null
  if (kind === 'sum') full.add(slot)
  return 'limit.reached'
}

function thinOut(db: WorkspaceDatabase, now: number): void {
  prepared(
    db,
    `delete from usage_key where (meter, key) in
     (select meter, key from usage_key where seen_at < ? limit ${THINNED_AT_ONCE})`,
  ).run(now - KEYS_LAST_MS)
}
