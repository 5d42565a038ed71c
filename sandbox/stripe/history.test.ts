/** A sandbox that is started again holds what it held. */
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bench, customerWith, DAY, openSandbox, teamPrices } from './testing/sandbox.ts'

let folder: string
let bench: Bench
const file = () => join(folder, 'stripe.jsonl')
const open = async () => {
  bench = await openSandbox({ file: file(), port: 0 })
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-stripe-'))
  await open()
})
afterEach(async () => {
  await bench.sandbox.close()
  rmSync(folder, { recursive: true })
})

/** What has to be the same: addresses and the ids of calls are of one life. */
const held = () => {
  const { calls: _, faults: __, deliveries: ___, ...rest } = bench.sandbox.state()
  return JSON.parse(
    JSON.stringify(rest)
      .replaceAll(bench.sandbox.url, 'url')
      .replaceAll(/req_\w+/g, 'req'),
  ) as Record<string, unknown>
}

const typed = {
  type: 'card' as const,
  card: { number: '4000 0025 0000 3155', exp_month: 12, exp_year: 2034, cvc: '737' },
}

async function live() {
  const { stripe, sandbox } = bench
  const { monthly } = await teamPrices(stripe)
  const customer = await customerWith(stripe, 'pm_card_visa')
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id, quantity: 5 }] })
  const intent = await stripe.setupIntents.create({ customer: customer.id })
  await stripe.setupIntents.confirm(intent.id, { payment_method_data: typed })
  sandbox.challenge(intent.id, true)
  await stripe.setupIntents.create({ confirm: true, payment_method: 'pm_card_chargeDeclined' }).catch(() => {})
  sandbox.advance(70 * DAY)
  return customer
}

it('after a life with renewals, refusals and 3-D Secure', async () => {
  const customer = await live()
  const before = held()
  await bench.sandbox.close()
  appendFileSync(file(), '{"what":"call","at":17')
  await open()
  expect(held()).toEqual(before)
  expect((await bench.stripe.customers.retrieve(customer.id)).id).toBe(customer.id)
})

it('with its idempotency keys, so a call cut by the kill is done once', async () => {
  const make = () => bench.stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'once' })
  const first = await make()
  await bench.sandbox.close()
  await open()
  expect((await make()).id).toBe(first.id)
  await bench.stripe.customers.create({ name: 'Twice' })
  expect(new Set(bench.sandbox.state().customers.map(({ id }) => id)).size).toBe(2)
})

it('without a card number or a key in the file', async () => {
  await live()
  await bench.stripe.paymentMethods
    .create({ type: 'card', card: { number: '4539 1488 0343 6467', exp_month: 12, exp_year: 2034, cvc: '737' } })
    .catch(() => {})
  expect(readFileSync(file(), 'utf8')).not.toMatch(/4000.{0,3}0025|4539.{0,3}1488|sk_test|737/)
})

it('and writes into nobody else’s file when a call is done after its end', async () => {
  bench.sandbox.faults.add({ kind: 'hang', method: 'POST', path: '/v1/customers', ms: 100 })
  const late = bench.stripe.customers.create({ email: 'mara@fernhill.studio' }).catch(() => {})
  await expect.poll(() => bench.sandbox.faults.list()).toEqual([])
  await bench.sandbox.close()
  // takes the number that the history had
  const other = join(folder, 'other.json')
  const descriptor = openSync(other, 'w')
  await late
  await new Promise((done) => setTimeout(done, 200))
  closeSync(descriptor)
  expect(readFileSync(other, 'utf8')).toBe('')
})
