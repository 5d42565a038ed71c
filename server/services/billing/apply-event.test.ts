/** Events applied against the real SDK and the sandbox: what is kept is what the provider says when it is asked. */
import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, customerWith, DAY, openSandbox, teamPrices } from '../../../sandbox/stripe/testing/sandbox.ts'
import { billing } from '../../records/billing/billing.ts'
import { closedTenants } from '../../records/billing/closed-tenants.ts'
import { defineTables } from '../../records/define.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Fact, Job } from '../effect.ts'
import type { ApplyEvent } from '../../../machines/webhook/webhook.types.ts'
import { applyEvent } from './apply-event.ts'
import { stripeMirror } from './stripe/mirror.ts'

let bench: Bench
let stripe: Stripe
let monthly: Stripe.Price
let own: Awaited<ReturnType<typeof open>>
let tenants = 0

beforeAll(async () => {
  bench = await openSandbox()
  stripe = bench.stripe
  monthly = (await teamPrices(stripe)).monthly
})
afterAll(() => bench.sandbox.close())
beforeEach(async () => {
  own = await open()
})

describe('a subscription', () => {
  it('is kept as it stands, with seats, price, next charge and card', async () => {
    const { tenant, subscription } = await subscribed()
    await own.apply('customer.subscription.created', subscription)
    const { subscription: kept, nextCharge, card } = await own.records.summaryOf(tenant)
    expect(kept).toMatchObject({
      id: subscription.id,
      status: 'active',
      lookupKey: 'team_month',
      interval: 'month',
      quantity: 3,
      price: { amountMinor: 1800, currency: 'eur' },
      cancelAt: null,
    })
    expect(nextCharge).toEqual({ total: { amountMinor: 5400, currency: 'eur' }, at: kept!.periodEnd })
    expect(card).toEqual({ brand: 'visa', last4: '4242' })
  })

  it('is what the provider says now, not what the event said', async () => {
    const { tenant, subscription } = await subscribed()
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
    await own.apply('customer.subscription.created', subscription)
    const { subscription: kept, nextCharge } = await own.records.summaryOf(tenant)
    expect([kept!.cancelAt, nextCharge]).toEqual([kept!.periodEnd, null])
    await stripe.subscriptions.cancel(subscription.id)
    await own.apply('customer.subscription.updated', subscription)
    expect((await own.records.summaryOf(tenant)).subscription).toBeNull()
  })

  it('has another card as soon as the customer or the card changes', async () => {
    const { tenant, customer, subscription } = await subscribed()
    await own.apply('customer.subscription.created', subscription)
    const other = await stripe.paymentMethods.attach('pm_card_mastercard', { customer: customer.id })
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: other.id } })
    await own.apply('customer.updated', customer)
    expect((await own.records.summaryOf(tenant)).card).toEqual({ brand: 'mastercard', last4: '4444' })
    await stripe.subscriptions.update(subscription.id, { default_payment_method: other.id })
    await own.apply('payment_method.attached', other)
    expect((await own.records.summaryOf(tenant)).card).toMatchObject({ last4: '4444' })
  })

  it('read earlier than what is kept is superseded', async () => {
    const { tenant, subscription } = await subscribed()
    const slow = own.slow(subscription.id)
    const late = own.apply('customer.subscription.created', subscription)
    await slow.begun
    await stripe.subscriptions.update(subscription.id, { items: [{ id: subscription.items.data[0]!.id, quantity: 5 }] })
    expect((await own.apply('customer.subscription.updated', subscription)).output).toMatchObject({ state: 'applied' })
    slow.goOn()
    expect((await late).output).toEqual({ state: 'superseded' })
    expect((await own.records.summaryOf(tenant)).subscription?.quantity).toBe(5)
  })
})

describe('an invoice', () => {
  it('that is paid is kept, and one event is responsible for its receipt', async () => {
    const { tenant, subscription } = await subscribed()
    const invoice = await latestOf(subscription)
    const first = await own.apply('invoice.finalized', invoice, 'evt_a')
    const second = await own.apply('invoice.paid', invoice, 'evt_b')
    expect(first.output).toEqual({ state: 'applied', receipt: { invoiceId: invoice.id, tenantId: tenant } })
    expect(second.output).toEqual({ state: 'applied', receipt: null })
    expect((await own.apply('invoice.finalized', invoice, 'evt_a')).output).toEqual(first.output)
    expect((await own.records.summaryOf(tenant)).invoices).toMatchObject([
      {
        id: invoice.id,
        number: invoice.number,
        status: 'paid',
        total: { amountMinor: 5400, currency: 'eur' },
        refundedMinor: 0,
        hostedUrl: expect.stringContaining('http'),
        pdfUrl: expect.stringContaining('http'),
      },
    ])
  })

  it('that could not be charged is kept as open, without a receipt', async () => {
    const { tenant, subscription } = await subscribed('pm_card_chargeCustomerFail')
    const { output } = await own.apply('invoice.payment_failed', await latestOf(subscription))
    expect(output).toEqual({ state: 'applied', receipt: null })
    expect((await own.records.summaryOf(tenant)).invoices).toMatchObject([{ status: 'open', paidAt: null }])
  })

  it('says what was given back once its charge was refunded', async () => {
    const { tenant, subscription } = await subscribed()
    const invoice = await latestOf(subscription)
    await own.apply('invoice.paid', invoice)
    const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data
    await stripe.refunds.create({ payment_intent: String(payment!.payment.payment_intent), amount: 1000 })
    const charge = await newest<Stripe.Charge>('charge.refunded')
    expect((await own.apply('charge.refunded', charge)).output).toEqual({ state: 'applied', receipt: null })
    expect((await own.records.summaryOf(tenant)).invoices).toMatchObject([{ status: 'paid', refundedMinor: 1000 }])
  })

  it('that was a draft and was deleted is nothing to keep', async () => {
    const { customer } = await customerOfOurs()
    const draft = await stripe.invoices.create({ customer: customer.id })
    await stripe.invoices.del(draft.id)
    expect((await own.apply('invoice.created', draft)).output).toEqual({ state: 'ignored', reason: 'object.gone' })
  })
})

describe('whose it is', () => {
  it('comes from our own table, whatever the metadata says', async () => {
    const { tenant } = await customerOfOurs()
    const stranger = await stripe.customers.create({ metadata: { tenant } })
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: stranger.id })
    const theirs = await stripe.subscriptions.create({
      customer: stranger.id,
      default_payment_method: method.id,
      items: [{ price: monthly.id }],
      metadata: { tenant },
    })
    expect((await own.apply('customer.subscription.created', theirs)).output).toEqual({ state: 'unclaimed' })
    expect((await own.apply('invoice.paid', await latestOf(theirs))).output).toEqual({ state: 'unclaimed' })
    expect((await own.apply('customer.created', stranger)).output).toEqual({ state: 'unclaimed' })
    expect(await own.records.summaryOf(tenant)).toMatchObject({ subscription: null, invoices: [] })
    expect(own.told).toEqual([])
  })

  it('is found once an effect has kept the customer', async () => {
    const customer = await customerWith(stripe, 'pm_card_visa')
    expect((await own.apply('customer.created', customer)).output).toEqual({ state: 'unclaimed' })
    await own.write(own.records.keepCustomer({ tenant: 'ten_late', customer: customer.id }))
    expect((await own.apply('customer.created', customer)).output).toEqual({ state: 'applied', receipt: null })
  })

  it('is still known after the customer was dropped and deleted', async () => {
    const { tenant, customer, subscription } = await subscribed()
    await own.apply('customer.subscription.created', subscription)
    await own.write(own.records.dropCustomer(tenant))
    await stripe.customers.del(customer.id)
    expect((await own.apply('customer.deleted', customer)).output).toEqual({ state: 'applied', receipt: null })
    await own.apply('customer.subscription.deleted', subscription)
    expect((await own.records.summaryOf(tenant)).subscription).toBeNull()
  })

  it('is nobody for a payment without a customer', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
    expect((await own.apply('payment_intent.created', intent)).output).toEqual({
      state: 'ignored',
      reason: 'customer.none',
    })
  })
})

describe('a running payment', () => {
  it('is told of everything that may be what it waits for, under the event’s id', async () => {
    const { tenant, customer, subscription } = await subscribed()
    const intent = await stripe.setupIntents.create({ customer: customer.id })
    const [payment] = (await stripe.paymentIntents.list({ customer: customer.id })).data
    await own.apply('setup_intent.succeeded', intent, 'evt_1')
    await own.apply('payment_intent.succeeded', payment!, 'evt_2')
    await own.apply('customer.subscription.updated', subscription, 'evt_3')
    await own.apply('invoice.paid', await latestOf(subscription), 'evt_4')
    expect(own.told).toEqual(['evt_1', 'evt_2', 'evt_3', 'evt_4'].map((id) => [tenant, id]))
  })
})

describe('a provider that is away', () => {
  it('is tried again, and nothing is written meanwhile', async () => {
    const { tenant, subscription } = await subscribed()
    // the client of the sandbox's tests tries again by itself; the product's does not
    bench.sandbox.faults.add({ kind: 'error', path: '/v1/subscriptions/:id', times: 3 })
    await expect(own.apply('customer.subscription.created', subscription)).rejects.toMatchObject({
      code: 'payment.unreachable',
      final: false,
    })
    expect((await own.records.summaryOf(tenant)).subscription).toBeNull()
    await own.apply('customer.subscription.created', subscription)
    expect((await own.records.summaryOf(tenant)).subscription).not.toBeNull()
  })
})

it('follows a subscription through a renewal', async () => {
  const { tenant, subscription } = await subscribed()
  bench.sandbox.advance(32 * DAY)
  const invoice = await newest<Stripe.Invoice>('invoice.paid')
  await own.apply('invoice.paid', invoice)
  await own.apply('customer.subscription.updated', subscription)
  const summary = await own.records.summaryOf(tenant)
  expect(summary.invoices).toHaveLength(1)
  expect(summary.subscription!.periodEnd).toBeGreaterThan(subscription.items.data[0]!.current_period_end * 1000)
})

async function customerOfOurs(card = 'pm_card_visa') {
  const tenant = `ten_${++tenants}`
  const customer = await customerWith(stripe, card)
  await own.write(own.records.keepCustomer({ tenant, customer: customer.id }))
  return { tenant, customer }
}
async function subscribed(card?: string) {
  const { tenant, customer } = await customerOfOurs(card)
  const items = [{ price: monthly.id, quantity: 3 }]
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items,
    payment_behavior: 'allow_incomplete',
  })
  return { tenant, customer, subscription }
}
const latestOf = ({ latest_invoice }: Stripe.Subscription) => stripe.invoices.retrieve(String(latest_invoice))
const newest = async <T>(type: string) => (await stripe.events.list({ type, limit: 1 })).data[0]!.data.object as T

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const records = billing({ connection, now: () => 0 })
  const told: [string, string][] = []
  const mirror = stripeMirror(stripe)
  let held: { id: string; begun: () => void; wait: Promise<void> } | null = null
  const body = applyEvent({
    mirror: {
      ...mirror,
      async subscription(id, signal) {
        const answer = await mirror.subscription(id, signal)
        const mine = held?.id === id ? held : null
        held = null
        mine?.begun()
        await mine?.wait
        return answer
      },
    },
    billing: records,
    isClosed: closedTenants({ connection, now: () => 0 }).isClosed,
    tellPayment: async (tenant, event) => void told.push([tenant, event]),
  })
  let sent = 0
  return {
    records,
    told,
    write: (write: ReturnType<typeof records.dropCustomer>) => connection.write([write]),
    /** Runs the effect and commits what it brought. */
    async apply(type: string, about: { id?: string; object: string }, eventId = `evt_${++sent}`) {
      const fact: Fact<ApplyEvent['output']> = await body(
        jobFor({ eventId, type, objectKind: about.object, objectId: about.id! }),
      )
      await connection.write(fact.writes ?? [])
      return fact
    },
    /** Holds the next read of a subscription back after it was answered. */
    slow(id: string) {
      let goOn = () => {}
      let begun = () => {}
      const isBegun = new Promise<void>((done) => (begun = done))
      held = { id, begun, wait: new Promise((done) => (goOn = done)) }
      return { begun: isBegun, goOn: () => goOn() }
    },
  }
}

const jobFor = (input: ApplyEvent['input']): Job<ApplyEvent['input']> => ({
  input,
  identity: `webhook/${input.eventId}`,
  attempt: 1,
  signal: new AbortController().signal,
  progress() {},
})
