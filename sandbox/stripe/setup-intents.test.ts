import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLISHABLE_KEY } from './stripe-sandbox.ts'
import { type Bench, openSandbox, refusal } from './testing/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openSandbox()
})
afterAll(() => bench.sandbox.close())

describe('a setup intent', () => {
  it('walks from no card to a saved one', async () => {
    const { stripe } = bench
    const customer = await stripe.customers.create({})
    const intent = await stripe.setupIntents.create({ customer: customer.id, metadata: { tenant: 't1' } })
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      usage: 'off_session',
      metadata: { tenant: 't1' },
    })
    const withCard = await stripe.setupIntents.update(intent.id, { payment_method: 'pm_card_visa' })
    expect(withCard.status).toBe('requires_confirmation')
    const done = await stripe.setupIntents.confirm(intent.id)
    expect(done).toMatchObject({ status: 'succeeded', payment_method: withCard.payment_method })
    const cards = await stripe.customers.listPaymentMethods(customer.id)
    expect(cards.data.map(({ id }) => id)).toEqual([done.payment_method])
    expect(await refusal(stripe.setupIntents.confirm(intent.id))).toMatchObject({
      code: 'setup_intent_unexpected_state',
    })
    expect(await refusal(stripe.setupIntents.cancel(intent.id))).toMatchObject({
      code: 'setup_intent_unexpected_state',
    })
  })

  it('can be given up', async () => {
    const { id } = await bench.stripe.setupIntents.create({})
    const canceled = await bench.stripe.setupIntents.cancel(id, { cancellation_reason: 'abandoned' })
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
    expect((await bench.stripe.setupIntents.list({ limit: 1 })).data[0]?.id).toBe(id)
  })

  it('asks for 3-D Secure by redirect, and takes a yes or a no', async () => {
    const { stripe, sandbox } = bench
    const ask = () =>
      stripe.setupIntents.create({
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
        return_url: 'https://tenure.test/back?x=1',
      })
    const asked = await ask()
    const url = asked.next_action?.redirect_to_url?.url ?? ''
    expect(await (await fetch(url)).text()).toContain('This is a sandbox')
    const answer = await fetch(url, { method: 'POST', body: 'outcome=complete', redirect: 'manual' })
    expect(answer.headers.get('location')).toBe(
      `https://tenure.test/back?x=1&setup_intent=${asked.id}&setup_intent_client_secret=${asked.client_secret}&redirect_status=succeeded`,
    )
    expect((await stripe.setupIntents.retrieve(asked.id)).status).toBe('succeeded')
    const { id } = await ask()
    sandbox.challenge(id, false)
    expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'setup_intent_authentication_failure' },
    })
  })
})

describe('a browser', () => {
  const call = (path: string, body?: Record<string, string>) =>
    fetch(`${bench.sandbox.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${PUBLISHABLE_KEY}` },
      body: body && new URLSearchParams(body),
    })
  const read = async (answer: Response) =>
    (await answer.json()) as Record<string, unknown> & { error: { code: string } }

  it('confirms with the publishable key and the secret, and sees nothing else', async () => {
    const customer = await bench.stripe.customers.create({})
    const intent = await bench.stripe.setupIntents.create({ customer: customer.id, metadata: { tenant: 't1' } })
    const secret = { client_secret: intent.client_secret! }
    const confirmed = await call(`/v1/setup_intents/${intent.id}/confirm`, {
      ...secret,
      'payment_method_data[type]': 'card',
      'payment_method_data[card][number]': '4242 4242 4242 4242',
      'payment_method_data[card][exp_month]': '12',
      'payment_method_data[card][exp_year]': '34',
      'payment_method_data[card][cvc]': '123',
    })
    expect(confirmed.headers.get('access-control-allow-origin')).toBe('*')
    const body = await read(confirmed)
    expect(body).toMatchObject({ status: 'succeeded' })
    expect(body).not.toHaveProperty('customer')
    expect(body).not.toHaveProperty('metadata')
  })

  it('is refused without the secret, with a wrong one, and everywhere else', async () => {
    const intent = await bench.stripe.setupIntents.create({})
    expect((await read(await call(`/v1/setup_intents/${intent.id}`))).error.code).toBe('parameter_missing')
    expect((await read(await call(`/v1/setup_intents/${intent.id}?client_secret=wrong`))).error.code).toBe(
      'resource_missing',
    )
    expect((await read(await call('/v1/customers'))).error.code).toBe('secret_key_required')
  })
})

describe('payment methods', () => {
  it('are attached, changed, listed and let go for good', async () => {
    const { stripe } = bench
    const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
    const [card] = (await stripe.paymentMethods.list({ customer: customer.id, type: 'card' })).data
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card!.id } })
    const changed = await stripe.paymentMethods.update(card!.id, { billing_details: { name: 'M L' } })
    expect(changed.billing_details.name).toBe('M L')
    expect((await stripe.paymentMethods.detach(card!.id)).customer).toBeNull()
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    })
    expect((await refusal(stripe.paymentMethods.attach(card!.id, { customer: customer.id }))).statusCode).toBe(400)
  })

  it('belong to one customer', async () => {
    const { stripe } = bench
    const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.id })
    expect((await refusal(stripe.paymentMethods.attach(card.id, { customer: other.id }))).statusCode).toBe(400)
    const steal = stripe.customers.update(other.id, { invoice_settings: { default_payment_method: card.id } })
    expect(await refusal(steal)).toMatchObject({ code: 'resource_missing' })
  })
})
