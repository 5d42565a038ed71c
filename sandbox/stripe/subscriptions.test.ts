/** Starting, changing and ending a subscription, while the clock stands still. */
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, customerWith, DAY, HOUR, openSandbox, refusal, START, teamPrices } from './testing/sandbox.ts'

let bench: Bench
let monthly: Stripe.Price
let yearly: Stripe.Price
beforeAll(async () => {
  bench = await openSandbox()
  ;({ monthly, yearly } = await teamPrices(bench.stripe))
})
afterAll(() => bench.sandbox.close())

const start = async (card: string | null, more: Partial<Stripe.SubscriptionCreateParams> = {}) => {
  const customer = card ? await customerWith(bench.stripe, card) : await bench.stripe.customers.create({})
  return bench.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id, quantity: 5 }],
    expand: ['latest_invoice.confirmation_secret', 'latest_invoice.payments', 'pending_setup_intent'],
    ...more,
  })
}
const invoiceOf = (subscription: Stripe.Subscription) => subscription.latest_invoice as Stripe.Invoice
const typesFor = async (id: string) =>
  (await bench.stripe.events.list({ limit: 100 })).data
    .filter(({ data }) => JSON.stringify(data.object).includes(id))
    .map(({ type }) => type)
    .toReversed()

describe('starting', () => {
  it('is active once the first invoice is paid', async () => {
    const subscription = await start('pm_card_visa', { metadata: { tenant: 't1' } })
    expect(subscription).toMatchObject({ status: 'active', currency: 'eur', metadata: { tenant: 't1' } })
    expect(subscription.items.data[0]).toMatchObject({
      quantity: 5,
      current_period_start: START / 1000,
      current_period_end: Date.UTC(2026, 1, 1) / 1000,
    })
    expect(invoiceOf(subscription)).toMatchObject({
      status: 'paid',
      billing_reason: 'subscription_create',
      amount_due: 9000,
      amount_paid: 9000,
      amount_remaining: 0,
      number: expect.stringMatching(/-0001$/),
    })
    expect(await typesFor(subscription.id)).toEqual(
      expect.arrayContaining([
        'customer.subscription.created',
        'invoice.finalized',
        'invoice.paid',
        'customer.subscription.updated',
      ]),
    )
  })

  it('waits for somebody to confirm when asked to be incomplete', async () => {
    const subscription = await start(null, { payment_behavior: 'default_incomplete' })
    const { confirmation_secret: secret, status } = invoiceOf(subscription)
    expect([subscription.status, status, secret?.type]).toEqual(['incomplete', 'open', 'payment_intent'])
    const intent = secret?.client_secret.split('_secret')[0] ?? ''
    await bench.stripe.paymentIntents.confirm(intent, { payment_method: 'pm_card_visa' })
    expect((await bench.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  })

  it('stays incomplete after a refusal, and nothing is left of one that must not be incomplete', async () => {
    const subscription = await start('pm_card_chargeCustomerFail', { payment_behavior: 'allow_incomplete' })
    expect([subscription.status, invoiceOf(subscription).status]).toEqual(['incomplete', 'open'])
    const before = bench.sandbox.state()
    const customer = await customerWith(bench.stripe, 'pm_card_chargeCustomerFail')
    const error = await refusal(
      bench.stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price: monthly.id }],
        payment_behavior: 'error_if_incomplete',
      }),
    )
    expect(error).toMatchObject({ type: 'StripeCardError', code: 'card_declined', decline_code: 'generic_decline' })
    expect(bench.sandbox.state().subscriptions).toHaveLength(before.subscriptions.length)
    expect(bench.sandbox.state().invoices).toHaveLength(before.invoices.length)
  })

  it('asks for 3-D Secure, and is active after it', async () => {
    const subscription = await start('pm_card_authenticationRequired')
    expect(subscription.status).toBe('incomplete')
    const intent = invoiceOf(subscription).payments?.data[0]?.payment.payment_intent
    bench.sandbox.challenge(String(intent), true)
    expect((await bench.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  })

  it('needs a card, one currency, and prices that recur', async () => {
    expect(await refusal(start(null))).toMatchObject({ code: 'resource_missing', statusCode: 400 })
    const dollars = await bench.stripe.prices.create({
      product: String(monthly.product),
      currency: 'usd',
      unit_amount: 2000,
      recurring: { interval: 'month' },
    })
    const { customer } = await start('pm_card_visa')
    const second = bench.stripe.subscriptions.create({ customer: String(customer), items: [{ price: dollars.id }] })
    expect((await refusal(second)).message).toContain('cannot combine currencies')
    const once = await bench.stripe.prices.create({ product: String(monthly.product), currency: 'eur', unit_amount: 1 })
    expect((await refusal(start('pm_card_visa', { items: [{ price: once.id }] }))).param).toBe('items[0][price]')
  })

  it('begins with a trial that costs nothing and may ask for a card', async () => {
    const subscription = await start(null, { trial_period_days: 14, payment_behavior: 'default_incomplete' })
    expect([subscription.status, invoiceOf(subscription).amount_due]).toEqual(['trialing', 0])
    expect(subscription.trial_end).toBe((START + 14 * DAY) / 1000)
    const intent = subscription.pending_setup_intent as Stripe.SetupIntent
    await bench.stripe.setupIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
    const after = await bench.stripe.subscriptions.retrieve(subscription.id)
    expect(after).toMatchObject({ pending_setup_intent: null, default_payment_method: expect.stringMatching(/^pm_/) })
  })
})

describe('changing', () => {
  const HALF = 15.5 * DAY // of January

  it('leaves the difference to the next invoice', async () => {
    const own = await openSandbox()
    const prices = await teamPrices(own.stripe)
    const customer = await customerWith(own.stripe, 'pm_card_visa')
    const made = await own.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: prices.monthly.id, quantity: 2 }],
    })
    own.sandbox.advance(HALF)
    const items = [{ id: made.items.data[0]!.id, quantity: 4 }]
    const preview = await own.stripe.invoices.createPreview({ subscription: made.id, subscription_details: { items } })
    expect(preview.lines.data.map(({ amount }) => amount)).toEqual([-1800, 3600, 7200])
    const changed = await own.stripe.subscriptions.update(made.id, { items })
    expect([changed.items.data[0]?.quantity, changed.latest_invoice]).toEqual([4, made.latest_invoice])
    const upcoming = await own.stripe.invoices.createPreview({ subscription: made.id })
    expect(upcoming).toMatchObject({ total: 9000, amount_due: 9000, status: 'draft' })
    expect(upcoming.lines.data[0]?.parent?.subscription_item_details).toMatchObject({
      proration: true,
      subscription: made.id,
    })
    await own.sandbox.close()
  })

  it('bills the difference at once when told to, and credits a smaller team', async () => {
    const own = await openSandbox()
    const prices = await teamPrices(own.stripe)
    const customer = await customerWith(own.stripe, 'pm_card_visa')
    const made = await own.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: prices.monthly.id, quantity: 2 }],
    })
    own.sandbox.advance(HALF)
    const change = (quantity: number) =>
      own.stripe.subscriptions.update(made.id, {
        items: [{ id: made.items.data[0]!.id, quantity }],
        proration_behavior: 'always_invoice',
        expand: ['latest_invoice'],
      })
    expect(invoiceOf(await change(4))).toMatchObject({
      billing_reason: 'subscription_update',
      amount_paid: 1800,
      status: 'paid',
    })
    expect(invoiceOf(await change(1))).toMatchObject({ total: -2700, amount_due: 0, status: 'paid' })
    expect(await own.stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -2700 })
    await own.sandbox.close()
  })

  it('starts a new period when the interval changes', async () => {
    const made = await start('pm_card_visa')
    const changed = await bench.stripe.subscriptions.update(made.id, {
      items: [{ id: made.items.data[0]!.id, price: yearly.id, quantity: 5 }],
      expand: ['latest_invoice'],
    })
    expect(invoiceOf(changed).lines.data.map(({ amount }) => amount)).toEqual([-9000, 90_000])
    expect(changed.items.data[0]?.current_period_end).toBe(Date.UTC(2027, 0, 1) / 1000)
  })

  const afterRefusal = async (behaviour: Stripe.SubscriptionUpdateParams.PaymentBehavior) => {
    const made = await start('pm_card_visa')
    const broken = await bench.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: String(made.customer),
    })
    await bench.stripe.subscriptions.update(made.id, { default_payment_method: broken.id })
    const update = bench.stripe.subscriptions.update(made.id, {
      items: [{ id: made.items.data[0]!.id, quantity: 9 }],
      proration_behavior: 'always_invoice',
      payment_behavior: behaviour,
    })
    const error = await update.then(
      () => null,
      (thrown: Stripe.errors.StripeError) => thrown.code,
    )
    return { error, subscription: await bench.stripe.subscriptions.retrieve(made.id) }
  }

  it('changes nothing when a refusal is an error', async () => {
    const { error, subscription } = await afterRefusal('error_if_incomplete')
    expect(error).toBe('card_declined')
    expect([subscription.status, subscription.items.data[0]?.quantity]).toEqual(['active', 5])
  })

  it('is past due when a refusal is allowed', async () => {
    const { subscription } = await afterRefusal('allow_incomplete')
    expect([subscription.status, subscription.items.data[0]?.quantity]).toEqual(['past_due', 9])
  })

  it('waits as a pending update, which its payment applies', async () => {
    const { subscription } = await afterRefusal('pending_if_incomplete')
    expect([subscription.status, subscription.items.data[0]?.quantity]).toEqual(['active', 5])
    expect(subscription.pending_update?.subscription_items?.[0]?.quantity).toBe(9)
    expect(subscription.pending_update?.expires_at).toBe((START + 23 * HOUR) / 1000)
    await bench.stripe.invoices.pay(String(subscription.latest_invoice), { payment_method: 'pm_card_visa' })
    const after = await bench.stripe.subscriptions.retrieve(subscription.id)
    expect([after.pending_update, after.items.data[0]?.quantity]).toEqual([null, 9])
  })
})

describe('ending', () => {
  it('at once, with credit for what was not used', async () => {
    const made = await start('pm_card_visa')
    const ended = await bench.stripe.subscriptions.cancel(made.id, {
      prorate: true,
      invoice_now: true,
      cancellation_details: { comment: 'Too green' },
    })
    expect(ended).toMatchObject({
      status: 'canceled',
      ended_at: START / 1000,
      cancellation_details: { comment: 'Too green' },
    })
    expect(await bench.stripe.customers.retrieve(String(made.customer))).toMatchObject({ balance: -9000 })
    expect(await refusal(bench.stripe.subscriptions.cancel(made.id))).toMatchObject({ code: 'resource_missing' })
    expect(await refusal(bench.stripe.subscriptions.update(made.id, { cancel_at_period_end: true }))).toMatchObject({
      statusCode: 400,
    })
    const listed = async (status?: 'all') =>
      (await bench.stripe.subscriptions.list({ customer: String(made.customer), status })).data.length
    expect([await listed(), await listed('all')]).toEqual([0, 1])
  })

  it('at the end of the period, unless somebody thinks better of it', async () => {
    const made = await start('pm_card_visa')
    const leaving = await bench.stripe.subscriptions.update(made.id, { cancel_at_period_end: true })
    expect(leaving).toMatchObject({ status: 'active', cancel_at: made.items.data[0]?.current_period_end })
    const staying = await bench.stripe.subscriptions.update(made.id, { cancel_at_period_end: false })
    expect(staying).toMatchObject({ cancel_at: null, canceled_at: null, cancel_at_period_end: false })
  })

  it('before the first payment, with the invoice void', async () => {
    const made = await start(null, { payment_behavior: 'default_incomplete' })
    expect((await bench.stripe.subscriptions.cancel(made.id)).status).toBe('incomplete_expired')
    const invoice = await bench.stripe.invoices.retrieve(invoiceOf(made).id, {
      expand: ['payments.data.payment.payment_intent'],
    })
    const intent = invoice.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent
    expect([invoice.status, intent.status]).toEqual(['void', 'canceled'])
  })
})
