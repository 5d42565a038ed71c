/** The inbox from the door to the tables: duplicates, any order, news that comes too early, receipts. */
import type Stripe from 'stripe'
import { afterEach, describe, expect, it } from 'vitest'
import { customerWith, teamPrices } from '../../sandbox/stripe/testing/sandbox.ts'
import { claimWaits } from '../../machines/webhook/webhook.delays.ts'
import { manualClock } from '../engine/testing/manual-clock.ts'
import { random } from '../engine/proof/random.ts'
import { render } from '../services/notification/templates/index.tsx'
import { act, type Customer, newCustomers, newTenant } from './testing/activity.ts'
import { type Inbox, openInbox } from './testing/inbox.ts'

let inbox: Inbox
afterEach(() => inbox.close())

const EVENTS = 1000

it(`applies ${EVENTS} events, 30 % of them twice, shuffled, while more happens, as an ordered replay would`, async () => {
  const chance = random(19)
  let answered = 0
  let lateness = () => (chance.chance(0.2) ? 80 * chance.next() : 0)
  inbox = await openInbox({ most: 100_000, latenessMs: () => (answered++, lateness()) })
  const customers = await newCustomers(inbox, 12)
  const waiting: Stripe.Event[] = []
  const seen = new Set<string>()
  const fetchNew = async () => {
    for (const event of await inbox.events()) if (!seen.has(event.id)) waiting.push(event)
    for (const { id } of waiting) seen.add(id)
  }
  await fetchNew()
  const latest = waiting.filter(({ type }) => type === 'customer.subscription.created')
  waiting.splice(0, waiting.length, ...waiting.filter((event) => !latest.includes(event)))

  const began = performance.now()
  for (let round = 0; seen.size < EVENTS; round++) {
    // what came so far is on its way, in any order and some of it twice, while the next things happen
    const deliveries = shuffled(twiceSome(waiting.splice(0, Math.ceil(waiting.length / 2)), chance), chance)
    await Promise.all([deliver(deliveries), act(inbox, customers, round)])
    await fetchNew()
  }
  // the very first events come now; what is read for them is old before it can be written, and is written last of all
  await finished()
  answered = 0
  lateness = () => 3000
  await deliver(latest)
  await expect.poll(() => answered).toBe(latest.length)
  lateness = () => 0
  await act(inbox, customers, 0)
  await act(inbox, customers, 1)
  await fetchNew()
  await deliver(shuffled(twiceSome(waiting, chance), chance))
  await finished()
  const seconds = (performance.now() - began) / 1000

  const states = await inbox.states()
  expect(Object.keys(states).toSorted()).toEqual(['applied', 'ignored', 'superseded'].filter((name) => name in states))
  expect(states['applied']).toBeGreaterThan(EVENTS / 2)
  const shuffledEnd = await tablesOf(inbox)
  const replayed = await replay(inbox, customers)
  expect(shuffledEnd).toEqual(replayed)
  expect(shuffledEnd.subscriptions).toHaveLength(customers.length)
  expect(shuffledEnd.subscriptions).toMatchObject(await truth(inbox, shuffledEnd.subscriptions))

  const paid = shuffledEnd.invoices.filter(({ status, total }) => status === 'paid' && Number(total) > 0)
  const receipts = (await inbox.records.mailbox.listFor()).filter(({ subject }) => subject === 'receipt')
  expect(new Set(receipts.map(({ links }) => links[0])).size).toBe(receipts.length)
  expect(receipts.length).toBeLessThanOrEqual(paid.length)
  expect(receipts.length).toBeGreaterThan(0)
  console.log(
    `${seen.size} events, ${inbox.counted.length} deliveries: ${seconds.toFixed(1)} s ${JSON.stringify(states)}`,
  )
  expect(seconds).toBeLessThan(30)
}, 120_000)

describe('news that comes before we know the customer', () => {
  it('waits, and is applied by itself once an effect has kept whose it is', async () => {
    const clock = manualClock()
    inbox = await openInbox({ clock })
    const { id: customer } = await customerWith(inbox.stripe, 'pm_card_visa')
    const event = (await inbox.events()).find(({ type }) => type === 'customer.updated')
    await deliver([event!])
    await reaches(event!.id, 'parked')
    await inbox.records.connection.write([inbox.records.billing.keepCustomer({ tenant: 'ten_1', customer })])
    clock.advance(claimWaits[0]!)
    await reaches(event!.id, 'applied')
  })

  it('that nobody ever claims ends with an operator, who may try again', async () => {
    const clock = manualClock()
    inbox = await openInbox({ clock })
    const { id: customer } = await customerWith(inbox.stripe, 'pm_card_visa')
    const event = (await inbox.events()).find(({ type }) => type === 'customer.updated')
    await deliver([event!])
    for (const [missed, wait] of claimWaits.entries()) {
      await expect.poll(async () => (await inbox.where(event!.id))?.claimsMissed, { interval: 10 }).toBe(missed + 1)
      clock.advance(wait)
    }
    await reaches(event!.id, 'unclaimed')
    expect(await inbox.where(event!.id)).toMatchObject({ reason: 'customer.unclaimed' })

    const retry = { id: `whk_${event!.id}`, event: { type: 'operator.retried' }, eventId: 'retry' }
    expect(await inbox.engine.send({ ...retry, caller: 'visitor' })).toMatchObject({ status: 'forbidden' })
    await inbox.records.connection.write([inbox.records.billing.keepCustomer({ tenant: 'ten_1', customer })])
    expect(await inbox.engine.send({ ...retry, caller: 'operator' })).toMatchObject({ status: 'accepted' })
    await reaches(event!.id, 'applied')
  })
})

describe('a receipt', () => {
  it('waits for the workspace, then goes to its owner once, with a notice beside it', async () => {
    const clock = manualClock()
    inbox = await openInbox({ clock, render })
    const invoice = await paidInvoice('ten_1')
    await deliver(invoice.events)
    const [holder] = await waitingFor('ownerless')
    expect(await inbox.records.mailbox.listFor()).toEqual([])

    await newTenant(inbox, 'ten_1')
    clock.advance(10_000)
    await reaches(holder!.replace('whk_', ''), 'applied')
    await finished()
    const mails = await inbox.records.mailbox.listFor('owner@ten-1.example')
    expect(mails).toMatchObject([{ subject: 'Your receipt: €54.00 for Team' }])
    expect(mails[0]!.text).toMatch(/Visa ending in 4242/)
    expect(mails[0]!.text).toMatch(/Team, 3 seats/)
    expect(await inbox.records.notices.list('ten_1', 'usr_ten_1')).toMatchObject([
      { template: 'receipt', data: { planName: 'Team', amountMinor: '5400', currency: 'eur' } },
    ])
  })

  it('is not sent for money that went back before the workspace came', async () => {
    const clock = manualClock()
    inbox = await openInbox({ clock, render })
    const invoice = await paidInvoice('ten_1')
    await deliver(invoice.events)
    const [holder] = await waitingFor('ownerless')
    const [charge] = (await inbox.stripe.charges.list({ limit: 1 })).data
    await inbox.stripe.refunds.create({ charge: charge!.id })
    clock.advance(10_000)
    await reaches(holder!.replace('whk_', ''), 'applied')
    await newTenant(inbox, 'ten_1')
    expect(await inbox.records.mailbox.listFor()).toEqual([])
  })
})

it('tells the running payment of a change once, by the event’s id', async () => {
  const told: string[] = []
  inbox = await openInbox({ onPayment: async (tenant, event) => void told.push(`${tenant} ${event}`) })
  await paidInvoice('ten_1')
  await deliver(await inbox.events())
  await expect.poll(() => told.length).toBeGreaterThan(3)
  expect(told.every((line) => line.startsWith('ten_1 evt_'))).toBe(true)
})

/** A tenant's customer has paid for three seats; the workspace is not there yet. */
async function paidInvoice(tenant: string) {
  const { stripe, records } = inbox
  const { monthly } = await teamPrices(stripe)
  const { id: customer } = await customerWith(stripe, 'pm_card_visa')
  await records.connection.write([records.billing.keepCustomer({ tenant, customer })])
  await stripe.subscriptions.create({ customer, items: [{ price: monthly.id, quantity: 3 }] })
  return { events: (await inbox.events()).filter(({ type }) => type.startsWith('invoice.')) }
}

/** Posts events, all at once. */
async function deliver(events: readonly Stripe.Event[]): Promise<void> {
  const statuses = await Promise.all(events.map((event) => inbox.post(event)))
  expect(statuses.filter((status) => status !== 200)).toEqual([])
}

const twiceSome = <T>(items: readonly T[], chance: ReturnType<typeof random>): T[] =>
  items.flatMap((item) => (chance.chance(0.3) ? [item, item] : [item]))

function shuffled<T>(items: readonly T[], chance: ReturnType<typeof random>): T[] {
  const rest = [...items]
  return items.map(() => rest.splice(Math.floor(chance.next() * rest.length), 1)[0]!)
}

async function reaches(event: string, value: string): Promise<void> {
  await expect.poll(async () => (await inbox.where(event))?.value, { timeout: 10_000, interval: 10 }).toBe(value)
}

const rows = <Row>(from: Inbox, sql: string) => from.records.connection.rows<Row>({ sql, parameters: [] })
const actors = (from: Inbox) =>
  rows<{ id: string; status: string; head: string }>(from, 'select id, status, head from actor')
const valueIn = ({ head }: { head: string }) => (JSON.parse(head) as { value: string }).value

/** Waits until no entry is at work. */
async function finished(): Promise<void> {
  const atWork = async () => (await actors(inbox)).filter(({ status }) => status === 'active').map(valueIn)
  await expect.poll(atWork, { timeout: 60_000, interval: 50 }).toEqual([])
}

async function waitingFor(state: string): Promise<string[]> {
  const there = async () => (await actors(inbox)).filter((actor) => valueIn(actor) === state).map(({ id }) => id)
  await expect.poll(there, { interval: 10 }).not.toEqual([])
  return there()
}

type Row = Record<string, unknown>

/** What is kept, without the numbers it was read under. */
async function tablesOf(from: Inbox) {
  const plain = (row: Row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'read_number'))
  return {
    subscriptions: (await rows<Row>(from, 'select * from billing_subscription order by id')).map(plain),
    invoices: (await rows<Row>(from, 'select * from billing_invoice order by id')).map(plain),
  }
}

/** The same events, once each and in their order, on an inbox that has seen none of them. */
async function replay(from: Inbox, customers: readonly Customer[]) {
  const before = inbox
  const fresh = await openInbox({ bench: from, most: 100_000 })
  try {
    inbox = fresh
    for (const { tenant, customer } of customers) {
      await fresh.records.connection.write([fresh.records.billing.keepCustomer({ tenant, customer })])
      await newTenant(fresh, tenant)
    }
    for (const event of await from.events()) {
      await deliver([event])
      await isDone(event.id)
    }
    return await tablesOf(fresh)
  } finally {
    inbox = before
    await fresh.close()
  }
}

async function isDone(event: string) {
  for (;;) {
    const view = await inbox.engine.view(`whk_${event}`, 'operator')
    if (view?.status === 'done') return
    await new Promise((done) => setImmediate(done))
  }
}

/** What Stripe itself says of every subscription. */
async function truth({ stripe }: Inbox, kept: readonly Row[]) {
  return Promise.all(
    kept.map(async ({ id }) => {
      const { status, items } = await stripe.subscriptions.retrieve(String(id))
      const [item] = items.data
      return { id, status, quantity: item!.quantity, period_end: item!.current_period_end * 1000 }
    }),
  )
}
