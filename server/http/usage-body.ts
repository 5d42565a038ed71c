/** What may be sent to `/v1/usage`, and what its answers say. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { isMeter, meters, monthPattern } from '../../machines/vocabulary/meters.ts'
import type { RecordRefusal, RecordResult, UsageRecord } from '../records/workspaces/ingest.ts'
import type { UsageCall } from '../records/workspaces/usage-calls.ts'
import type { Recorded } from '../records/workspaces/usage.ts'

export const MOST_RECORDS = 1000
/** A thousand records with the longest names a person would give them. */
export const BODY_BYTES = 512 * 1024

/** A day too far in a calendar, e.g. 31 February, is no date. */
const moment = z.iso.datetime({ offset: true })

const bodySchema = z.strictObject({
  records: z
    .array(
      z.strictObject({
        meter: z.string().check(z.minLength(1), z.maxLength(40)),
        quantity: z.int().check(z.minimum(1)),
        at: z.optional(moment),
        key: z.string().check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_RECORDS)),
})

export const querySchema = z.strictObject({ month: z.optional(z.string().check(z.regex(monthPattern))) })

export type ReadBody =
  | { readonly records: readonly UsageRecord[]; readonly digest: string }
  | { readonly wrong: string }

/** The records, or what is wrong with the first thing that is. The digest tells one body from another. */
export function readBody(body: unknown): ReadBody {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) return { wrong: wrongOf(parsed.error.issues[0]) }
  const digest = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex')
  const records = parsed.data.records.map(({ at, ...record }) => ({
    ...record,
    at: at === undefined ? null : Date.parse(at),
  }))
  return { records, digest }
}

const wrongOf = (issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string =>
  issue ? `${['body', ...issue.path.map(String)].join('.')}: ${issue.message}` : 'body: it cannot be read'

/**
 * The call's key: a quoted string as the IETF draft "The Idempotency-Key HTTP Header Field" writes it, or bare. Null without
 * one; undefined when it is none.
 */
export function callKeyOf(header: string | string[] | undefined): string | null | undefined {
  if (header === undefined) return null
  const given = Array.isArray(header) ? header.join(',') : header
  const inside = /^"([\x20-\x21\x23-\x7e]{1,100})"$|^([\x21\x23-\x7e]{1,100})$/.exec(given)
  return inside?.[1] ?? inside?.[2]
}

export const callOf = (key: string | null, digest: string): UsageCall | null => (key === null ? null : { key, digest })

const words: Readonly<Record<RecordRefusal, string>> = {
  'limit.reached':
    'The plan’s limit is reached, and nothing beyond it was counted. A larger plan has more; what adds up over a month starts anew on the first.',
  'meter.unknown': 'Some records name a meter that does not exist. GET /v1/usage lists those that do.',
  'at.tooOld': 'Some records are older than 35 days, which is too late to count them.',
  'at.ahead': 'Some records are more than 5 minutes ahead of our clock. Check yours.',
  'quantity.tooLarge': 'Some records are larger than can be counted. Check their unit.',
}

const renews = (record: RecordResult) =>
  record.result === 'refused' &&
  record.code === 'limit.reached' &&
  isMeter(record.meter) &&
  meters[record.meter].kind === 'sum'

/**
 * 200; 429 when a limit refused something; 422 when something else was refused. What is not refused was counted all the same.
 * `renews`: the next month makes room.
 */
export function answerOf({ records, meters: states }: Recorded) {
  const codes = records.flatMap((record) => (record.result === 'refused' ? [record.code] : []))
  const code = codes.find((one) => one === 'limit.reached') ?? codes[0]
  const body = { records: records.map(shown), meters: states }
  if (code === undefined) return { status: 200, renews: false, body }
  const error = { code, message: words[code], refused: codes.length }
  return { status: code === 'limit.reached' ? 429 : 422, renews: records.some(renews), body: { error, ...body } }
}

const shown = (record: RecordResult) =>
  record.result === 'refused' ? { ...record, message: words[record.code] } : record

/** Seconds until a month's meters start anew, in UTC. */
export function secondsToNextMonth(now: number): number {
  const at = new Date(now)
  return Math.ceil((Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1) - now) / 1000)
}
