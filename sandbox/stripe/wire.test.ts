/** What every call has in common: keys, errors, idempotency, pages, expansion. */

import type Stripe from 'stripe'
import StripeSdk from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, customerWith, openSandbox, refusal, sdkFor, teamPrices } from './testing/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openSandbox()
})
afterAll(() => bench.sandbox.close())

describe('errors', () => {
  it('have a body for every wrong turn, unknown routes included', async () => {
    const { stripe, sandbox } = bench
    expect(await refusal(stripe.customers.retrieve('cus_none'))).toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
      message: "No such customer: 'cus_none'",
    })
    expect(await refusal(stripe.rawRequest('POST', '/v1/nowhere', {}))).toMatchObject({ statusCode: 404 })
    const { host, port } = new URL(sandbox.url)
    const stranger = new StripeSdk('sk_test_wrong_key_123', { host: host.split(':')[0], port, protocol: 'http' })
    expect(await refusal(stranger.customers.list())).toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    })
  })

  it('name the parameter they are about', async () => {
    const { stripe } = bench
    expect(await refusal(stripe.rawRequest('POST', '/v1/customers', { colour: 'green' }))).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
    })
    expect(await refusal(stripe.rawRequest('POST', '/v1/products', {}))).toMatchObject({
      code: 'parameter_missing',
      param: 'name',
    })
    const { monthly } = await teamPrices(stripe)
    const customer = await customerWith(stripe, 'pm_card_visa')
    const wrong = { customer: customer.id, items: [{ price: monthly.id, quantity: 'many' }] }
    expect(await refusal(stripe.rawRequest('POST', '/v1/subscriptions', wrong))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'items[0][quantity]',
    })
    expect(
      await refusal(stripe.subscriptions.create({ customer: customer.id, items: [{ price: 'price_x' }] })),
    ).toMatchObject({
      code: 'resource_missing',
      param: 'items[0][price]',
    })
  })
})

describe('idempotency', () => {
  it('answers the same key and body the same, once done', async () => {
    const { stripe, sandbox } = bench
    const before = sandbox.state().customers.length
    const make = () => stripe.customers.create({ name: 'Once' }, { idempotencyKey: 'once' })
    const [first, second] = [await make(), await make()]
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(sandbox.state().customers).toHaveLength(before + 1)
  })

  it('replays a refusal, too', async () => {
    const { stripe } = bench
    const customer = await customerWith(stripe, 'pm_card_chargeCustomerFail')
    const pay = () =>
      stripe.paymentIntents.create(
        {
          amount: 100,
          currency: 'eur',
          customer: customer.id,
          confirm: true,
          payment_method: String(customer.invoice_settings.default_payment_method),
        },
        { idempotencyKey: 'refused' },
      )
    const [first, second] = [await refusal(pay()), await refusal(pay())]
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id)
    expect(second.statusCode).toBe(402)
  })

  it('refuses another body or another route under the key', async () => {
    const { stripe } = bench
    await stripe.customers.create({ name: 'A' }, { idempotencyKey: 'taken' })
    for (const call of [
      stripe.customers.create({ name: 'B' }, { idempotencyKey: 'taken' }),
      stripe.products.create({ name: 'A' }, { idempotencyKey: 'taken' }),
    ])
      expect(await refusal(call)).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  it('tells a second call that the first is under way', async () => {
    const { sandbox } = bench
    const stripe = sdkFor(sandbox.url, { maxNetworkRetries: 0 })
    sandbox.faults.add({ kind: 'hang', ms: 300, method: 'POST' })
    const slow = stripe.customers.create({ name: 'Slow' }, { idempotencyKey: 'slow' })
    await expect.poll(() => sandbox.faults.list()).toEqual([])
    const error = await refusal(stripe.customers.create({ name: 'Slow' }, { idempotencyKey: 'slow' }))
    expect(error).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
    const patient = await sdkFor(sandbox.url, { maxNetworkRetries: 3 }).customers.create(
      { name: 'Slow' },
      { idempotencyKey: 'slow' },
    )
    expect(patient.id).toBe((await slow).id)
  })

  it('frees a key whose call was refused for its form', async () => {
    const { stripe } = bench
    const options = { idempotencyKey: 'corrected' }
    await refusal(stripe.rawRequest('POST', '/v1/products', { nam: 'Team' }, options))
    expect((await stripe.products.create({ name: 'Team' }, options)).name).toBe('Team')
  })
})

describe('lists', () => {
  it('go page by page, both ways', async () => {
    const { stripe } = bench
    const ids = []
    for (let index = 0; index < 5; index += 1) ids.push((await stripe.customers.create({ email: 'page@x.test' })).id)
    ids.reverse()
    const list = (page: Stripe.CustomerListParams) => stripe.customers.list({ email: 'page@x.test', ...page })
    const first = await list({ limit: 2 })
    expect([first.data.map(({ id }) => id), first.has_more]).toEqual([ids.slice(0, 2), true])
    const last = await list({ limit: 3, starting_after: ids[1] })
    expect([last.data.map(({ id }) => id), last.has_more]).toEqual([ids.slice(2), false])
    const back = await list({ limit: 2, ending_before: ids[3] })
    expect([back.data.map(({ id }) => id), back.has_more]).toEqual([ids.slice(1, 3), true])
    const all = await stripe.customers.list({ email: 'page@x.test', limit: 2 }).autoPagingToArray({ limit: 50 })
    expect(all.map(({ id }) => id)).toEqual(ids)
    expect((await refusal(list({ limit: 1000 }))).param).toBe('limit')
    expect(await refusal(list({ starting_after: 'cus_x' }))).toMatchObject({ code: 'resource_missing' })
  })
})

describe('expansion', () => {
  it('puts objects in place of ids, nested and in lists', async () => {
    const { stripe } = bench
    const { monthly } = await teamPrices(stripe)
    const customer = await customerWith(stripe, 'pm_card_visa')
    const made = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id, quantity: 3 }],
      expand: [
        'latest_invoice.payments.data.payment.payment_intent',
        'items.data.price.product',
        'customer.invoice_settings.default_payment_method',
      ],
    })
    const invoice = made.latest_invoice as Stripe.Invoice
    const intent = invoice.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent
    expect([invoice.status, intent.status, intent.amount]).toEqual(['paid', 'succeeded', 5400])
    expect(made.items.data[0]?.price.product).toMatchObject({ name: 'Team' })
    expect((made.customer as Stripe.Customer).invoice_settings.default_payment_method).toHaveProperty('card')
    const listed = await stripe.subscriptions.list({ customer: customer.id, expand: ['data.latest_invoice'] })
    expect(listed.data[0]?.latest_invoice).toHaveProperty('number')
    const again = await stripe.subscriptions.retrieve(made.id)
    expect(again.latest_invoice).toBe(invoice.id)
    const owner = (await stripe.customers.retrieve(customer.id, { expand: ['subscriptions'] })) as Stripe.Customer
    expect(owner.subscriptions?.data.map(({ id }) => id)).toEqual([made.id])
    const wrong = stripe.subscriptions.retrieve(made.id, { expand: ['colour'] })
    expect((await refusal(wrong)).message).toBe('This property cannot be expanded (colour).')
  })

  it('gives decimals as the SDK reads them', async () => {
    const { monthly } = await teamPrices(bench.stripe)
    expect(monthly.unit_amount_decimal?.eq(StripeSdk.Decimal.from(1800))).toBe(true)
  })
})

describe('prices', () => {
  it('are found by their lookup key, which moves to a new price', async () => {
    const { stripe } = bench
    const { product, monthly } = await teamPrices(stripe)
    const params = {
      product: product.id,
      currency: 'eur',
      unit_amount: 2000,
      recurring: { interval: 'month' as const },
      lookup_key: 'team_month',
    }
    expect((await refusal(stripe.prices.create(params))).param).toBe('lookup_key')
    const raised = await stripe.prices.create({ ...params, transfer_lookup_key: true })
    const found = await stripe.prices.list({ lookup_keys: ['team_month'] })
    expect(found.data.map(({ id }) => id)).toEqual([raised.id])
    expect((await stripe.prices.retrieve(monthly.id)).lookup_key).toBeNull()
    expect((await stripe.prices.update(monthly.id, { active: false })).active).toBe(false)
    expect((await refusal(stripe.products.del(product.id))).statusCode).toBe(400)
  })
})

it('takes usage once per identifier', async () => {
  const { stripe } = bench
  const event = { event_name: 'requests', identifier: 'u1', payload: { stripe_customer_id: 'cus_1', value: '25' } }
  expect(await stripe.billing.meterEvents.create(event)).toMatchObject({
    object: 'billing.meter_event',
    identifier: 'u1',
  })
  expect(await refusal(stripe.billing.meterEvents.create(event))).toMatchObject({ statusCode: 400 })
  expect(await stripe.v2.billing.meterEvents.create({ ...event, identifier: 'u2' })).toMatchObject({ identifier: 'u2' })
})

it('gives the same ids under the same seed', async () => {
  const make = async () => {
    const { sandbox, stripe } = await openSandbox()
    const { id } = await stripe.customers.create({})
    await sandbox.close()
    return id
  }
  expect(await make()).toBe(await make())
})
