/** Usage on the whole server: reported by the product, limited by the plan, told to the people who see what is paid. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdOf } from '../../machines/account/account.flow.ts'
import { call } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { type Team, team } from './testing/team.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())

type Body = Readonly<Record<string, unknown>>
interface Sent {
  readonly status: number
  readonly body: {
    readonly error?: { readonly code: string; readonly message: string }
    readonly records?: readonly { readonly result: string; readonly code?: string }[]
    readonly meters?: readonly Body[]
  }
  readonly headers: Readonly<Record<string, unknown>>
}

interface Sender extends Omit<Team, 'send'> {
  readonly key: string
  send(body: unknown, headers?: Record<string, string>): Promise<Sent>
}

/** A workspace on Free (10,000 requests, 1 GB) with its key. */
async function sender(): Promise<Sender> {
  const t = await team(server)
  const key = (await server.records.apiKeys.reveal(t.tenant))!
  return { ...t, key, send: (body, headers) => post(body, { authorization: `Bearer ${key}`, ...headers }) }
}
async function post(body: unknown, headers: Record<string, string>, target = server): Promise<Sent> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = { 'content-type': 'application/json', ...headers }
  const answer = await target.app.inject({ method: 'POST', url: '/v1/usage', headers: all, body: text })
  return { status: answer.statusCode, body: answer.json<Sent['body']>(), headers: answer.headers }
}
let keys = 0
const record = (quantity: number, more: Body = {}) => ({ meter: 'requests', quantity, key: `k${++keys}`, ...more })
const batch = (...records: Body[]) => ({ records })
const results = ({ body }: Sent) => body.records?.map(({ result, code }) => code ?? result)
const usageMails = async (address: string) =>
  (await mailsTo(server, address))
    .map(({ subject }) => subject)
    .filter((subject) => / has used /.test(subject))
    .toSorted((a, b) => a.localeCompare(b))
const notices = async ({ tenant, owner }: Sender) =>
  ((await call(server, 'notification.list', { tenant }, owner)).data as { template: string; data: Body }[]).filter(
    ({ template }) => template === 'usage',
  )

describe('POST /v1/usage', () => {
  it('answers with what became of each record and how full the limits are', async () => {
    const t = await sender()
    const answer = await t.send(
      batch(record(40, { key: 'a' }), record(2, { key: 'a' }), record(5, { meter: 'storage' })),
    )
    expect(answer.status).toBe(200)
    expect(results(answer)).toEqual(['accepted', 'duplicate', 'accepted'])
    const month = new Date(server.clock.now()).toISOString().slice(0, 7)
    expect(answer.body.meters).toEqual([
      { meter: 'requests', month, used: 40, limit: 10_000, percent: 0, policy: 'hard' },
      { meter: 'storage', month, used: 5, limit: 1_000_000_000, percent: 0, policy: 'hard' },
    ])
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, t.owner)).data).toMatchObject({
      used: { requests: 40, storageBytes: 5 },
    })
  })

  it('refuses with 429 what goes beyond a hard limit, says which, and when to come again', async () => {
    const t = await sender()
    const answer = await t.send(batch(record(9999), record(2), record(1)))
    expect([answer.status, answer.body.error?.code]).toEqual([429, 'limit.reached'])
    expect(results(answer)).toEqual(['accepted', 'limit.reached', 'limit.reached'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    const ping = () => server.app.inject({ url: '/v1/ping', headers: { authorization: `Bearer ${t.key}` } })
    expect((await ping()).json()).toEqual({ ok: true, requestsThisMonth: 10_000 })
    expect((await ping()).statusCode).toBe(429)
  })

  it('gives a call that is repeated the answer it got, and 409 to another body under its key', async () => {
    const t = await sender()
    const body = batch(record(7), record(8))
    const headers = { 'idempotency-key': '"8e03978e-40d5-43e8-bc93-6894a57f9324"' }
    const first = await t.send(body, headers)
    await t.send(batch(record(1)))
    const again = await t.send(body, headers)
    expect([again.status, again.body]).toEqual([first.status, first.body])
    const other = await t.send(batch(record(7)), headers)
    expect([other.status, other.body.error?.code]).toEqual([409, 'idempotency.mismatch'])
    expect(await used(t)).toBe(16)
  })

  it('counts a call once, however often it is under way at the same time', async () => {
    const t = await sender()
    const body = batch(record(7))
    const answers = await Promise.all(Array.from({ length: 10 }, () => t.send(body, { 'idempotency-key': 'once' })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(await used(t)).toBe(7)
  })

  it('keeps two workspaces apart: keys of records and calls are each one’s own', async () => {
    const [mine, theirs] = [await sender(), await sender()]
    const body = batch(record(3, { key: 'same' }))
    const headers = { 'idempotency-key': 'same' }
    expect(results(await mine.send(body, headers))).toEqual(['accepted'])
    expect(results(await theirs.send(batch(record(4, { key: 'same' })), headers))).toEqual(['accepted'])
    expect([await used(mine), await used(theirs)]).toEqual([3, 4])
  })
})

describe('what cannot be taken', () => {
  let t: Sender
  beforeAll(async () => {
    t = await sender()
  })
  const good = { meter: 'requests', quantity: 1, key: 'x' }
  const tooMany = batch(...Array.from({ length: 1001 }, (_, n) => ({ ...good, key: `n${n}` })))

  it.each<[string, unknown, number, string]>([
    ['no records', batch(), 400, 'input.invalid'],
    ['no body at all', 'null', 400, 'input.invalid'],
    ['a list', [good], 400, 'input.invalid'],
    ['more than a thousand', tooMany, 400, 'input.invalid'],
    ['a key it does not know', { ...batch(good), tenant: 'ten_other' }, 400, 'input.invalid'],
    ['a field it does not know', batch({ ...good, tenant: 'ten_other' }), 400, 'input.invalid'],
    ['nothing used', batch({ ...good, quantity: 0 }), 400, 'input.invalid'],
    ['less than nothing', batch({ ...good, quantity: -5 }), 400, 'input.invalid'],
    ['a part of one', batch({ ...good, quantity: 1.5 }), 400, 'input.invalid'],
    ['more than numbers hold', batch({ ...good, quantity: 1e300 }), 400, 'input.invalid'],
    ['a number as text', batch({ ...good, quantity: '1' }), 400, 'input.invalid'],
    ['no key', batch({ meter: 'requests', quantity: 1 }), 400, 'input.invalid'],
    ['an empty key', batch({ ...good, key: '' }), 400, 'input.invalid'],
    ['a long key', batch({ ...good, key: 'x'.repeat(101) }), 400, 'input.invalid'],
    ['no time', batch({ ...good, at: 'yesterday' }), 400, 'input.invalid'],
    ['a day that is none', batch({ ...good, at: '2026-02-31T10:00:00Z' }), 400, 'input.invalid'],
    ['another meter', batch({ ...good, meter: '__proto__' }), 422, 'meter.unknown'],
    ['another century', batch({ ...good, at: '1970-01-01T00:00:00Z' }), 422, 'at.tooOld'],
    ['tomorrow', batch({ ...good, at: '2099-01-01T00:00:00Z' }), 422, 'at.ahead'],
    ['no JSON', '{', 400, 'FST_ERR_CTP_INVALID_JSON_BODY'],
    ['too much of it', batch({ ...good, key: 'x'.repeat(600_000) }), 413, 'body.tooLarge'],
  ])('%s is refused in words, and nothing is counted', async (_, body, status, code) => {
    const answer = await t.send(body)
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
    expect(answer.body.error?.message.length).toBeGreaterThan(20)
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:\d|"stack"|SQLITE/)
    expect(await used(t)).toBe(0)
  })

  it('a call’s key that is none is refused', async () => {
    for (const key of ['', ' ', '"', '""', 'x'.repeat(101), '"a" "b"']) {
      const answer = await t.send(batch(record(1)), { 'idempotency-key': key })
      expect([answer.status, answer.body.error?.code], key).toEqual([400, 'idempotency.invalid'])
    }
    expect(await used(t)).toBe(0)
  })

  it('an unknown key is told the same as none, and a key in another place is none', async () => {
    const answers = [
      await post(batch(good), {}),
      await post(batch(good), { authorization: 'Bearer tn_live_0000' }),
      await post(batch(good), { authorization: `Basic ${t.key}` }),
      await post({ ...batch(good), apiKey: t.key }, {}),
    ]
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([401, answers[0]!.body])
  })

  it('a workspace that one of our people stopped takes none', async () => {
    const held = await sender()
    const event = { type: 'operator.held', reason: 'Looks odd.' }
    await server.engine.send({ id: accountIdOf(held.tenant), event, eventId: 'held', caller: 'operator' })
    const answer = await held.send(batch(record(1)))
    expect([answer.status, answer.body.error?.code]).toEqual([403, 'account.held'])
    expect(await used(held)).toBe(0)
  })
})

describe('GET /v1/usage', () => {
  it('says how much of each limit a month used, and only months', async () => {
    const t = await sender()
    await t.send(batch(record(8000)))
    const read = (query: string) =>
      server.app.inject({ url: `/v1/usage${query}`, headers: { authorization: `Bearer ${t.key}` } })
    expect((await read('')).json()).toMatchObject({ meters: [{ meter: 'requests', used: 8000, percent: 80 }, {}] })
    expect((await read('?month=2025-01')).json()).toMatchObject({
      month: '2025-01',
      meters: [{ used: 0 }, { used: 0 }],
    })
    for (const query of ['?month=2026-13', '?month=2026', '?month=', '?month=2026-01&tenant=x', '?month[]=2026-01'])
      expect((await read(query)).statusCode, query).toBe(400)
    expect((await server.app.inject({ url: '/v1/usage' })).statusCode).toBe(401)
  })
})

describe('people', () => {
  it('hear at 80 % and at 100 %, each once, whoever sends at once', async () => {
    const t = await sender()
    const admin = await t.join('admin@usage.example', 'admin')
    const books = await t.join('books@usage.example', 'billing')
    const dev = await t.join('dev@usage.example', 'developer')
    const flood = () => Promise.all(Array.from({ length: 50 }, () => t.send(batch(record(160)))))
    await flood()
    await server.settle()
    expect(await used(t)).toBe(8000)
    for (const { email } of [{ email: t.ownerEmail }, admin, books])
      expect(await usageMails(email)).toEqual(['Fernhill Studio has used 80 % of its requests'])

    await Promise.all(Array.from({ length: 50 }, () => t.send(batch(record(40)))))
    await flood()
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toEqual([
      'Fernhill Studio has used 80 % of its requests',
      'Fernhill Studio has used all of its requests',
    ])
    expect(new Set((await notices(t)).map(({ data }) => data['threshold']))).toEqual(new Set(['80', '100']))
    expect(await notices(t)).toHaveLength(2)
    expect(await usageMails(dev.email)).toEqual([])
  })

  it('hear anew next month', async () => {
    const t = await sender()
    await t.send(batch(record(8000)))
    await server.pass(31 * 86_400_000)
    await t.send(batch(record(8000)))
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toHaveLength(2)
  })

  it('hear of it although the server stopped between the count and the word', async () => {
    const t = await sender()
    const { workspaces } = server.records
    // what a crash leaves: counted, and nobody told
    const crossed = { records: [{ meter: 'requests', quantity: 8000, at: null, key: 'lost' }], call: null }
    expect(await workspaces.record(t.tenant, { ...crossed, now: server.clock.now() })).toMatchObject({ open: true })
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toEqual([])
    // whoever was not answered sends again
    await t.send(batch({ meter: 'requests', quantity: 8000, key: 'lost' }))
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toHaveLength(1)
    expect(await used(t)).toBe(8000)
  })

  it('hear of another plan’s limits when the plan changes, and not twice of one', async () => {
    const t = await sender()
    await t.send(batch(record(8500)))
    await server.settle()
    const limits = await server.records.workspaces.limits(t.tenant)
    await server.records.workspaces.setLimits(t.tenant, { ...limits, requestsPerMonth: 100_000 })
    await t.send(batch(record(1)))
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toHaveLength(1)
    await server.records.workspaces.setLimits(t.tenant, { ...limits, requestsPerMonth: 8000 })
    await t.send(batch(record(1)))
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toEqual([
      'Fernhill Studio has used 80 % of its requests',
      'Fernhill Studio has used all of its requests',
    ])
    await server.records.workspaces.setLimits(t.tenant, limits)
    await t.send(batch(record(1)))
    await server.settle()
    expect(await usageMails(t.ownerEmail)).toHaveLength(2)
  })
})

async function used({ tenant }: Sender): Promise<number> {
  const month = new Date(server.clock.now()).toISOString().slice(0, 7)
  const [state] = await server.records.workspaces.meters(tenant, month, server.clock.now())
  return state!.used
}
