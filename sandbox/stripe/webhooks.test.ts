/** Webhooks, received by a real server and verified with the real SDK. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Stripe from 'stripe'
import StripeSdk from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, openSandbox, WEBHOOK_SECRET } from './testing/sandbox.ts'

let bench: Bench
let receiver: Server
let received: Stripe.Event[]
/** What the receiver answers next; 200 when it is empty. */
let answers: number[]

beforeEach(async () => {
  received = []
  answers = []
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk))
    request.on('end', () => {
      const signature = request.headers['stripe-signature'] ?? ''
      received.push(StripeSdk.webhooks.constructEvent(body, signature, WEBHOOK_SECRET))
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((done) => void receiver.listen(0, '127.0.0.1', done))
  const { port } = receiver.address() as AddressInfo
  bench = await openSandbox({ webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`, webhookRetriesMs: [20, 40] })
})
afterEach(async () => {
  await bench.sandbox.close()
  await new Promise((done) => receiver.close(done))
})

const make = async (...names: string[]) => {
  for (const name of names) await bench.stripe.customers.create({ name })
  await bench.sandbox.delivered()
}
const names = () => received.map(({ data }) => (data.object as Stripe.Customer).name)

describe('a webhook', () => {
  it('carries the whole event, signed', async () => {
    const customer = await bench.stripe.customers.create({ name: 'A' }, { idempotencyKey: 'k1' })
    await bench.sandbox.delivered()
    expect(received).toMatchObject([
      {
        object: 'event',
        api_version: '2026-10-28.endive',
        type: 'customer.created',
        livemode: false,
        pending_webhooks: 1,
        request: { idempotency_key: 'k1' },
        data: { object: { id: customer.id } },
      },
    ])
    const kept = await bench.stripe.events.retrieve(received[0]!.id)
    expect(kept.pending_webhooks).toBe(0)
  })

  it('says what was there before a change', async () => {
    const { id } = await bench.stripe.customers.create({ name: 'A', metadata: { a: '1', b: '2' } })
    await bench.stripe.customers.update(id, { name: 'B', metadata: { b: '3' } })
    await bench.sandbox.delivered()
    const updated = received.find(({ type }) => type === 'customer.updated')
    expect(updated?.data.previous_attributes).toEqual({ name: 'A', metadata: { b: '2' } })
  })

  it('comes again until somebody takes it', async () => {
    answers = [500, 302]
    await make('A')
    expect(names()).toEqual(['A', 'A', 'A'])
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    expect(bench.sandbox.state().deliveries.map(({ status }) => status)).toEqual([500, 302, 200])
  })

  it('is given up in the end, and stays in the list of events', async () => {
    answers = [500, 500, 500, 500]
    await make('A')
    expect(received).toHaveLength(3)
    expect((await bench.stripe.events.list({ delivery_success: false })).data).toHaveLength(1)
  })

  it('comes at once when the clock is advanced', async () => {
    await bench.sandbox.close()
    bench = await openSandbox({
      webhookUrl: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
      webhookRetriesMs: [600_000],
    })
    answers = [500]
    await bench.stripe.customers.create({ name: 'A' })
    await expect.poll(() => bench.sandbox.state().deliveries.length).toBe(1)
    bench.sandbox.advance(1000)
    await bench.sandbox.delivered()
    expect(names()).toEqual(['A', 'A'])
  })

  it('goes nowhere without an address', async () => {
    bench.sandbox.deliverTo(null)
    await make('A')
    expect(received).toEqual([])
  })
})

describe('on request, a webhook', () => {
  it('comes twice', async () => {
    bench.sandbox.faults.add({ kind: 'webhook.duplicate', type: 'customer.*' })
    await make('A', 'B')
    expect([names().length, names().filter((name) => name === 'A').length]).toEqual([3, 2])
  })

  it('comes late', async () => {
    bench.sandbox.faults.add({ kind: 'webhook.delay', ms: 80 })
    await make('A', 'B')
    expect(names()).toEqual(['B', 'A'])
  })

  it('comes after the one that follows it', async () => {
    bench.sandbox.faults.add({ kind: 'webhook.reorder', nth: 2 })
    await make('A', 'B', 'C')
    expect(names()).toEqual(['A', 'C', 'B'])
  })

  it('comes all the same when none follows', async () => {
    bench.sandbox.faults.add({ kind: 'webhook.reorder' })
    await make('A')
    expect(names()).toEqual(['A'])
  })

  it('never comes', async () => {
    bench.sandbox.faults.add({ kind: 'webhook.drop', nth: 2 })
    await make('A', 'B', 'C')
    expect(names()).toEqual(['A', 'C'])
    expect((await bench.stripe.events.list({ delivery_success: false })).data).toHaveLength(1)
  })
})
