/** What the clock does: renewals, trials, retries, expiries. Each test has a sandbox of its own. */
import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StripeSandboxOptions } from './stripe-sandbox.ts'
import { type Bench, customerWith, DAY, HOUR, openSandbox, START, teamPrices } from './testing/sandbox.ts'

let bench: Bench
let monthly: Stripe.Price
const open = async (options: Partial<StripeSandboxOptions> = {}) => {
  await bench?.sandbox.close()
  bench = await openSandbox(options)
  ;({ monthly } = await teamPrices(bench.stripe))
}
beforeEach(() => open())
afterEach(() => bench.sandbox.close())

const start = async (card: string, more: Partial<Stripe.SubscriptionCreateParams> = {}) => {
  const customer = await customerWith(bench.stripe, card)
  return bench.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    off_session: true,
    ...more,
  })
}
const now = (id: string) => bench.stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
const latest = (subscription: Stripe.Subscription) => subscription.latest_invoice as Stripe.Invoice
const useCard = async (subscription: Stripe.Subscription, card: string) => {
  const attached = await bench.stripe.paymentMethods.attach(card, { customer: String(subscription.customer) })
  return bench.stripe.subscriptions.update(subscription.id, { default_payment_method: attached.id })
}
const types = () => bench.sandbox.state().events.map(({ type }) => type)

describe('a renewal', () => {
  it('makes a draft at the end of the period and collects it an hour later', async () => {
    const { id } = await start('pm_card_visa')
    bench.sandbox.advance(31 * DAY)
    const renewed = await now(id)
    expect(latest(renewed)).toMatchObject({ status: 'draft', billing_reason: 'subscription_cycle', amount_due: 1800 })
    expect(renewed.items.data[0]?.current_period_start).toBe(Date.UTC(2026, 1, 1) / 1000)
    bench.sandbox.advance(HOUR)
    expect(latest(await now(id))).toMatchObject({ status: 'paid', created: Date.UTC(2026, 1, 1) / 1000 })
  })

  it('happens every month of a year that is skipped, each in its own time', async () => {
    const { id } = await start('pm_card_visa')
    bench.sandbox.advance(365 * DAY + HOUR)
    const invoices = (await bench.stripe.invoices.list({ subscription: id, limit: 100 })).data.toReversed()
    expect(invoices.map(({ created }) => new Date(created * 1000).toISOString().slice(5, 10))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '01'].map((month) => `${month}-01`),
    )
    expect(invoices.every(({ status }) => status === 'paid')).toBe(true)
  })

  it('counts months from the day it began', async () => {
    await open({ now: () => Date.UTC(2026, 0, 31) })
    const { id } = await start('pm_card_visa')
    const ends = []
    for (let month = 0; month < 3; month += 1) {
      const [item] = (await now(id)).items.data
      ends.push(new Date(item!.current_period_end * 1000).toISOString().slice(0, 10))
      bench.sandbox.advance(item!.current_period_end * 1000 - bench.sandbox.state().now)
    }
    expect(ends).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
  })

  it('does not happen after the end that was asked for', async () => {
    const made = await start('pm_card_visa')
    await bench.stripe.subscriptions.update(made.id, { cancel_at_period_end: true })
    bench.sandbox.advance(60 * DAY)
    expect(await now(made.id)).toMatchObject({ status: 'canceled', ended_at: made.items.data[0]?.current_period_end })
    expect((await bench.stripe.invoices.list({ subscription: made.id })).data).toHaveLength(1)
    expect(types()).toContain('customer.subscription.deleted')
  })
})

describe('a card that fails at the renewal', () => {
  it('makes the subscription past due, is tried again after 3, 5 and 7 days, and may recover', async () => {
    const { id } = await useCard(await start('pm_card_visa'), 'pm_card_chargeCustomerFail')
    bench.sandbox.advance(31 * DAY + HOUR)
    const failed = await now(id)
    expect(failed.status).toBe('past_due')
    const retryAt = Date.UTC(2026, 1, 4, 1) / 1000
    expect(latest(failed)).toMatchObject({ status: 'open', attempt_count: 1, next_payment_attempt: retryAt })
    bench.sandbox.advance(3 * DAY)
    expect(latest(await now(id)).attempt_count).toBe(2)
    await useCard(failed, 'pm_card_visa')
    bench.sandbox.advance(5 * DAY)
    const recovered = await now(id)
    expect([recovered.status, latest(recovered).status, latest(recovered).attempt_count]).toEqual(['active', 'paid', 3])
    expect(await bench.stripe.customers.retrieve(String(failed.customer))).toMatchObject({ delinquent: false })
  })

  it.each([
    ['past_due', 'past_due'],
    ['unpaid', 'unpaid'],
    ['cancel', 'canceled'],
  ] as const)('ends as the account says (%s) when every retry failed', async (whenRetriesFail, status) => {
    await open({ whenRetriesFail })
    const { id } = await useCard(await start('pm_card_visa'), 'pm_card_chargeCustomerFail')
    bench.sandbox.advance((31 + 3 + 5 + 7) * DAY + HOUR)
    const ended = await now(id)
    expect([ended.status, latest(ended).attempt_count]).toEqual([status, 4])
    if (status === 'canceled') expect(ended.cancellation_details?.reason).toBe('payment_failed')
  })

  it('can be paid by a person in between', async () => {
    const { id } = await useCard(await start('pm_card_visa'), 'pm_card_chargeCustomerFail')
    bench.sandbox.advance(32 * DAY)
    const invoice = latest(await now(id))
    await bench.stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_mastercard' })
    expect((await now(id)).status).toBe('active')
  })

  it('may ask the person instead', async () => {
    const { id } = await useCard(await start('pm_card_visa'), 'pm_card_authenticationRequired')
    bench.sandbox.advance(31 * DAY + HOUR)
    expect((await now(id)).status).toBe('past_due')
    expect(types()).toContain('invoice.payment_action_required')
    const intent = bench.sandbox.state().payment_intents.at(-1)!
    expect(intent.status).toBe('requires_action')
    bench.sandbox.challenge(intent.id, true)
    expect((await now(id)).status).toBe('active')
  })
})

describe('an incomplete subscription', () => {
  it('expires after 23 hours, not before, and its invoice is void', async () => {
    const { id } = await start('pm_card_chargeCustomerFail')
    bench.sandbox.advance(23 * HOUR - 1000)
    expect((await now(id)).status).toBe('incomplete')
    bench.sandbox.advance(1000)
    const expired = await now(id)
    expect([expired.status, latest(expired).status]).toEqual(['incomplete_expired', 'void'])
    bench.sandbox.advance(90 * DAY)
    expect((await bench.stripe.invoices.list({ subscription: id })).data).toHaveLength(1)
  })

  it('does not expire once it is paid', async () => {
    const { id } = await start('pm_card_chargeCustomerFail')
    await bench.stripe.invoices.pay(String(latest(await now(id)).id), { payment_method: 'pm_card_visa' })
    bench.sandbox.advance(24 * HOUR)
    expect((await now(id)).status).toBe('active')
  })
})

describe('a trial', () => {
  it('is announced three days before its end, and then billed', async () => {
    const { id } = await start('pm_card_visa', { trial_period_days: 14 })
    bench.sandbox.advance(11 * DAY)
    expect(types()).toContain('customer.subscription.trial_will_end')
    bench.sandbox.advance(3 * DAY + HOUR)
    const converted = await now(id)
    expect([converted.status, latest(converted).amount_paid]).toEqual(['active', 1800])
    expect(converted.items.data[0]?.current_period_end).toBe(Date.UTC(2026, 1, 15) / 1000)
  })

  it.each([
    ['cancel', 'canceled'],
    ['pause', 'paused'],
    ['create_invoice', 'past_due'],
  ] as const)('without a card ends as asked: %s', async (missing, status) => {
    const customer = await bench.stripe.customers.create({})
    const { id } = await bench.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method: missing } },
    })
    bench.sandbox.advance(7 * DAY + HOUR)
    expect((await now(id)).status).toBe(status)
  })

  it('can be made longer, or end now', async () => {
    const { id } = await start('pm_card_visa', { trial_period_days: 7 })
    const longer = await bench.stripe.subscriptions.update(id, { trial_end: (START + 21 * DAY) / 1000 })
    expect([longer.status, longer.items.data[0]?.current_period_end]).toEqual(['trialing', (START + 21 * DAY) / 1000])
    bench.sandbox.advance(10 * DAY)
    expect((await now(id)).status).toBe('trialing')
    const ended = await bench.stripe.subscriptions.update(id, { trial_end: 'now', expand: ['latest_invoice'] })
    expect([ended.status, latest(ended).amount_paid, latest(ended).status]).toEqual(['active', 1800, 'paid'])
  })
})

it('pays by invoice: a draft, a due date, past due when it passes, paid out of band', async () => {
  const customer = await bench.stripe.customers.create({ email: 'ap@fernhill.studio' })
  const { id } = await bench.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id, quantity: 50 }],
    collection_method: 'send_invoice',
    days_until_due: 14,
  })
  expect([(await now(id)).status, latest(await now(id)).status]).toEqual(['active', 'draft'])
  bench.sandbox.advance(HOUR)
  expect(latest(await now(id))).toMatchObject({ status: 'open', due_date: (START + 14 * DAY) / 1000 })
  bench.sandbox.advance(14 * DAY)
  expect([(await now(id)).status, types().includes('invoice.overdue')]).toEqual(['past_due', true])
  await bench.stripe.invoices.pay(latest(await now(id)).id, { paid_out_of_band: true })
  expect((await now(id)).status).toBe('active')
})

it('passes by itself when nobody advances it', async () => {
  let at = START
  await open({ now: () => at })
  const { id } = await start('pm_card_visa')
  at += 32 * DAY
  expect(latest(await now(id)).status).toBe('paid')
})
