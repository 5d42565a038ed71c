import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Limits } from '../../../machines/vocabulary/plans.ts'
import type { UsageRecord } from './ingest.ts'
import { workspaces, type Workspaces } from './workspaces.ts'

const limits: Limits = { seats: 2, projects: 3, requestsPerMonth: 100, storageBytes: 1000 }
const soft: Limits = { ...limits, soft: ['requests'] }
const DAY = 86_400_000
/** The last minute of November. */
const november = Date.UTC(2026, 10, 30, 23, 59)

let folder: string
let now: number
let records: Workspaces
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'usage-'))
  now = november
  records = workspaces({ folder, now: () => now })
  await records.create('ten_1')
  await records.setLimits('ten_1', limits)
})
afterEach(() => {
  records.close()
  rmSync(folder, { recursive: true })
})

let keys = 0
const requests = (quantity: number, more: Partial<UsageRecord> = {}): UsageRecord => ({
  meter: 'requests',
  quantity,
  at: null,
  key: `r${++keys}`,
  ...more,
})
const storage = (quantity: number, at: number | null = null) => requests(quantity, { meter: 'storage', at })
const send = async (batch: readonly UsageRecord[], call: { key: string; digest: string } | null = null, to = records) =>
  (await to.record('ten_1', { records: batch, call, now })).value
const resultsOf = async (batch: readonly UsageRecord[]) =>
  (await send(batch)).records.map((record) => (record.result === 'refused' ? record.code : record.result))
const used = async (month = '2026-11') =>
  Object.fromEntries((await records.meters('ten_1', month, now)).map((state) => [state.meter, state.used]))
const open = async () =>
  (await records.openCrossings('ten_1')).map(({ meter, month, threshold, limit }) => [meter, month, threshold, limit])

describe('a usage record', () => {
  it('counts once for its meter and key, in one batch or in many, whatever else it says', async () => {
    expect(await resultsOf([requests(3, { key: 'a' }), requests(5, { key: 'a' })])).toEqual(['accepted', 'duplicate'])
    expect(await resultsOf([requests(9, { key: 'a' }), storage(7)])).toEqual(['duplicate', 'accepted'])
    expect(await resultsOf([requests(7, { key: 'a', meter: 'storage' })])).toEqual(['accepted'])
    expect((await used())['requests']).toBe(3)
  })

  it('is remembered for 41 days: as long as it could be sent once more, and no longer', async () => {
    await send([requests(1, { key: 'a' })])
    now += 40 * DAY
    expect(await resultsOf([requests(1, { key: 'a' })])).toEqual(['duplicate'])
    now += 1.5 * DAY
    expect(await resultsOf([requests(1, { key: 'a', at: november })])).toEqual(['at.tooOld'])
    expect(await resultsOf([requests(1, { key: 'a' })])).toEqual(['accepted'])
  })

  it.each([
    ['35 days late', -35 * DAY, 'accepted'],
    ['later than that', -35 * DAY - 1, 'at.tooOld'],
    ['5 minutes ahead', 5 * 60_000, 'accepted'],
    ['further ahead', 5 * 60_000 + 1, 'at.ahead'],
  ])('that is %s is told so', async (_, by, result) => {
    expect(await resultsOf([requests(1, { at: november + by })])).toEqual([result])
  })

  it.each(['nonsense', '__proto__', 'constructor', ''])(
    'of the meter %j is refused, and its key stays free',
    async (meter) => {
      expect(await resultsOf([requests(1, { meter }), requests(1)])).toEqual(['meter.unknown', 'accepted'])
    },
  )

  it('counts for the month and day it happened in, by UTC', async () => {
    const midnight = Date.UTC(2026, 11, 1)
    now = midnight + 60_000
    await send([requests(1, { at: midnight - 1 }), requests(2, { at: midnight }), requests(4)])
    expect([await used('2026-11'), await used('2026-12')]).toMatchObject([{ requests: 1 }, { requests: 6 }])
    expect(await records.usageDays('ten_1')).toEqual([
      { day: '2026-11-30', meter: 'requests', quantity: 1 },
      { day: '2026-12-01', meter: 'requests', quantity: 6 },
    ])
  })
})

describe('a hard limit', () => {
  it('counts what fits, and of the batch nothing beyond it, not even what is smaller', async () => {
    expect(await resultsOf([requests(90), requests(11), requests(1), storage(5)])).toEqual([
      'accepted',
      'limit.reached',
      'limit.reached',
      'accepted',
    ])
    expect(await resultsOf([requests(10)])).toEqual(['accepted'])
    expect(await used()).toMatchObject({ requests: 100 })
  })

  it('leaves the key of what it refused free for the next month', async () => {
    const late = requests(101, { key: 'late' })
    expect(await resultsOf([late])).toEqual(['limit.reached'])
    await records.setLimits('ten_1', { ...limits, requestsPerMonth: 200 })
    expect(await resultsOf([late])).toEqual(['accepted'])
  })

  it('begins anew with the month, and a late record counts for its own', async () => {
    await send([requests(100)])
    now += 60_000
    expect(await resultsOf([requests(1), requests(1, { at: november })])).toEqual(['accepted', 'limit.reached'])
  })

  it('holds for the ping as well', async () => {
    await send([requests(99)])
    await records.countRequest('ten_1', now)
    await expect(records.countRequest('ten_1', now)).rejects.toMatchObject({ code: 'limit.reached' })
  })
})

describe('a soft limit', () => {
  it('counts what goes beyond it, and says how much', async () => {
    await records.setLimits('ten_1', soft)
    expect(await resultsOf([requests(150)])).toEqual(['accepted'])
    await records.countRequest('ten_1', now)
    expect((await records.meters('ten_1', '2026-11', now))[0]).toEqual({
      meter: 'requests',
      month: '2026-11',
      used: 151,
      limit: 100,
      percent: 151,
      policy: 'soft',
    })
  })

  it('ends where numbers do', async () => {
    await records.setLimits('ten_1', soft)
    const most = Number.MAX_SAFE_INTEGER
    expect(await resultsOf([requests(most), requests(1), requests(most)])).toEqual([
      'accepted',
      'quantity.tooLarge',
      'quantity.tooLarge',
    ])
  })
})

describe('a level', () => {
  it('is what was measured last, in whatever order it comes', async () => {
    await send([storage(600, november - 2000), storage(500, november - 1000), storage(900, november - 3000)])
    expect((await used())['storage']).toBe(500)
    expect(await records.storageBytes('ten_1')).toBe(500)
    await send([storage(100, november - 3 * DAY)])
    expect((await used())['storage']).toBe(500)
  })

  it('goes on into the next month until it is measured again', async () => {
    await send([storage(500)])
    now += 60_000
    expect((await used('2026-12'))['storage']).toBe(500)
    expect(await records.levelBefore('ten_1', 'storage', '2026-12')).toBe(500)
    expect(await records.levelBefore('ten_1', 'storage', '2026-11')).toBe(null)
  })

  it('above its limit is refused, but may fall however far above it still is', async () => {
    expect(await resultsOf([storage(1001), storage(1000)])).toEqual(['limit.reached', 'accepted'])
    await records.setLimits('ten_1', { ...limits, storageBytes: 9000 })
    await send([storage(8000)])
    await records.setLimits('ten_1', limits)
    expect(await resultsOf([storage(7000), storage(7001)])).toEqual(['accepted', 'limit.reached'])
  })

  it('is what the workspace takes on disk before anything was measured', async () => {
    expect((await used())['storage']).toBeGreaterThan(0)
  })
})

describe('a share of a limit', () => {
  it('is noted once when it is reached, for its month and limit', async () => {
    await send([requests(79)])
    expect(await open()).toEqual([])
    await send([requests(1)])
    await send([requests(1)])
    expect(await open()).toEqual([['requests', '2026-11', 80, 100]])
    await send([requests(19)])
    expect(await open()).toEqual([
      ['requests', '2026-11', 80, 100],
      ['requests', '2026-11', 100, 100],
    ])
  })

  it('is told alone when it is the highest of several that were reached at once', async () => {
    await send([requests(100)])
    expect(await open()).toEqual([['requests', '2026-11', 100, 100]])
  })

  it('stays until it was handed over, and does not come back', async () => {
    await send([requests(80)])
    const [crossing] = await records.openCrossings('ten_1')
    await records.markHanded('ten_1', crossing!, now)
    await send([requests(1)])
    expect(await open()).toEqual([])
    now += 60_000
    await send([requests(80)])
    expect(await open()).toEqual([['requests', '2026-12', 80, 100]])
  })

  it('is compared anew when the limit grows or falls', async () => {
    await send([requests(85)])
    await records.markHanded('ten_1', (await records.openCrossings('ten_1'))[0]!, now)
    await records.setLimits('ten_1', { ...limits, requestsPerMonth: 1000 })
    expect(await open()).toEqual([])
    await send([requests(715)])
    expect(await open()).toEqual([['requests', '2026-11', 80, 1000]])
    await records.markHanded('ten_1', (await records.openCrossings('ten_1'))[0]!, now)
    await records.setLimits('ten_1', { ...limits, requestsPerMonth: 500 })
    expect(await open()).toEqual([['requests', '2026-11', 100, 500]])
  })
})

describe('a call', () => {
  const call = { key: 'c1', digest: 'd1' }

  it('with the same key and body gets the answer it got, and counts once', async () => {
    const batch = [requests(60), requests(60)]
    const first = await send(batch, call)
    expect(await send([requests(1)], call)).toEqual(first)
    expect((await used())['requests']).toBe(60)
  })

  it('with the same key and another body counts nothing', async () => {
    await send([requests(1)], call)
    await expect(send([requests(1)], { ...call, digest: 'd2' })).rejects.toMatchObject({ code: 'idempotency.mismatch' })
    expect((await used())['requests']).toBe(1)
  })

  it('is forgotten after two days; its records are not', async () => {
    const record = requests(1)
    await send([record], call)
    now += 2 * DAY + 1
    expect((await send([record], call)).records).toMatchObject([{ result: 'duplicate' }])
  })
})

describe('two who send at once', () => {
  it('count every record once and never beyond a hard limit', async () => {
    const other = workspaces({ folder, now: () => now })
    const batches = Array.from({ length: 30 }, (_, n) => [requests(3, { key: `k${n}` }), requests(2, { key: `l${n}` })])
    const answers = await Promise.all(
      batches.flatMap((batch) => [send(batch, null, records), send(batch, null, other)]),
    )
    other.close()
    const accepted = answers.flatMap((answer) => answer.records).filter(({ result }) => result === 'accepted')
    expect(new Set(accepted.map(({ key }) => key)).size).toBe(accepted.length)
    const total = accepted.reduce((sum, { key }) => sum + (key.startsWith('k') ? 3 : 2), 0)
    expect(await used()).toMatchObject({ requests: total })
    expect(total).toBe(100)
  })
})

it('takes over what a workspace of an earlier release counted', async () => {
  records.close()
  const file = new Database(join(folder, 'ten_1', 'workspace.db'))
  file.exec(`
    drop table meter_day; drop table usage_key; drop table usage_call; drop table crossing;
    create table usage (day text primary key, requests integer not null) strict, without rowid;
    insert into usage values ('2026-10-31', 7), ('2026-11-02', 40);
  `)
  file.close()
  records = workspaces({ folder, now: () => now })
  await send([requests(5)])
  expect(await used()).toMatchObject({ requests: 45 })
  expect(await records.meterMonths('ten_1', 'requests', ['2026-10', '2026-11'])).toEqual([
    { month: '2026-10', quantity: 7 },
    { month: '2026-11', quantity: 45 },
  ])
  expect(await records.isSound('ten_1')).toBe(true)
})
