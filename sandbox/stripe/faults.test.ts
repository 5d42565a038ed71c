/** Faults on request, met by the real SDK. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, openSandbox, refusal, sdkFor } from './testing/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openSandbox()
})
afterEach(() => bench.sandbox.faults.clear())
afterAll(() => bench.sandbox.close())

const impatient = () => sdkFor(bench.sandbox.url, { maxNetworkRetries: 0, timeout: 400 })
const patient = () => sdkFor(bench.sandbox.url, { maxNetworkRetries: 2 })
const named = (name: string) => bench.sandbox.state().customers.filter((customer) => customer.name === name)

describe('an error answer', () => {
  it.each([
    [500, 'StripeAPIError'],
    [503, 'StripeAPIError'],
    [429, 'StripeRateLimitError'],
  ])('of %i is a %s and does nothing', async (status, type) => {
    bench.sandbox.faults.add({ kind: 'error', status, method: 'POST', path: '/v1/customers' })
    expect(await refusal(impatient().customers.create({ name: `e${status}` }))).toMatchObject({
      type,
      statusCode: status,
    })
    expect(named(`e${status}`)).toEqual([])
  })

  it('is survived by trying again', async () => {
    bench.sandbox.faults.add({ kind: 'error', status: 500, times: 2 })
    await patient().customers.create({ name: 'retried' })
    expect(named('retried')).toHaveLength(1)
  })
})

describe('a connection', () => {
  it('cut before anything was done is tried again', async () => {
    bench.sandbox.faults.add({ kind: 'cut-before', method: 'POST' })
    await impatient().customers.create({ name: 'cut before' })
    expect(named('cut before')).toHaveLength(1)
  })

  it('cut after it was done is tried again under the same key, and done once', async () => {
    bench.sandbox.faults.add({ kind: 'cut-after', method: 'POST', path: '/v1/customers' })
    const customer = await impatient().customers.create({ name: 'cut after' })
    expect(named('cut after').map(({ id }) => id)).toEqual([customer.id])
    expect(bench.sandbox.state().calls.slice(-2)).toMatchObject([
      { status: 0, fault: 'cut-after', replayed: false },
      { status: 200, fault: null, replayed: true },
    ])
  })

  it('cut every time is an error, though it was done', async () => {
    bench.sandbox.faults.add({ kind: 'cut-after', times: 5 })
    expect((await refusal(patient().customers.create({ name: 'always cut' }))).type).toBe('StripeConnectionError')
    expect(named('always cut')).toHaveLength(1)
  })

  it('may hang longer than anybody waits', async () => {
    bench.sandbox.faults.add({ kind: 'hang', ms: 600 })
    expect((await refusal(impatient().customers.create({ name: 'hung' }))).message).toContain('timeout')
    await expect.poll(() => named('hung')).toHaveLength(1)
  })
})

it('does it twice', async () => {
  bench.sandbox.faults.add({ kind: 'twice', path: '/v1/customers' })
  const answered = await bench.stripe.customers.create({ name: 'twin' })
  expect(named('twin')).toHaveLength(2)
  expect(named('twin')[0]?.id).toBe(answered.id)
})

it.each(['wrong-json', 'html'] as const)('answers what is no JSON: %s', async (kind) => {
  bench.sandbox.faults.add({ kind, times: 3 })
  expect(await refusal(impatient().customers.create({ name: kind }))).toMatchObject({ type: 'StripeAPIError' })
  expect(named(kind)).toHaveLength(kind === 'html' ? 0 : 1)
})

it('waits for the nth call of one route', async () => {
  bench.sandbox.faults.add({ kind: 'error', method: 'GET', path: '/v1/customers/:id', nth: 2 })
  const { id } = await bench.stripe.customers.create({})
  const ask = () => impatient().customers.retrieve(id)
  await ask()
  expect((await refusal(ask())).statusCode).toBe(500)
  await ask()
})

describe('the controls', () => {
  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${bench.sandbox.url}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
  }

  it('put faults in, list them and take them out', async () => {
    const { json } = await control('POST', 'faults', { kind: 'hang', ms: 5, path: '/v1/invoices*' })
    expect((await control('GET', 'faults')).json).toMatchObject({ faults: [{ id: json.id, used: 0 }] })
    expect((await control('DELETE', 'faults')).json).toEqual({ faults: [] })
    expect((await control('POST', 'faults', { kind: 'explode' })).status).toBe(400)
  })

  it('move the clock and show everything', async () => {
    const before = bench.sandbox.state().now
    expect((await control('POST', 'clock', { advanceMs: 60_000 })).json).toEqual({ now: before + 60_000 })
    expect((await control('GET', 'state')).json).toHaveProperty('customers')
    expect((await control('GET', 'nothing')).status).toBe(404)
  })

  it('take nothing from a form of another page', async () => {
    const answer = await fetch(`${bench.sandbox.url}/control/faults`, { method: 'POST', body: '{"kind":"twice"}' })
    expect(answer.status).toBe(415)
    const asked = await fetch(`${bench.sandbox.url}/control/faults`, { method: 'OPTIONS' })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  })
})
