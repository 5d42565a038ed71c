/** Every published test card does what Stripe says it does. */
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCards } from './objects/cards.ts'
import { type Bench, openSandbox, refusal } from './testing/sandbox.ts'

let bench: Bench
let customer: Stripe.Customer
beforeAll(async () => {
  bench = await openSandbox()
  customer = await bench.stripe.customers.create({})
})
afterAll(() => bench.sandbox.close())

const typed = (number: string) => ({
  type: 'card' as const,
  card: { number, exp_month: 12, exp_year: 2034, cvc: number.startsWith('3') && number.length === 15 ? '1234' : '123' },
})
const save = async (number: string) => {
  const intent = await bench.stripe.setupIntents.create({ customer: customer.id })
  return bench.stripe.setupIntents.confirm(intent.id, { payment_method_data: typed(number) })
}
const charge = (number: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  bench.stripe.paymentIntents.create({
    amount: 1800,
    currency: 'eur',
    customer: customer.id,
    confirm: true,
    payment_method_data: typed(number),
    ...more,
  })

describe('saving a card', () => {
  it.each([
    ['4242424242424242', 'succeeded'],
    ['5555555555554444', 'succeeded'],
    ['378282246310005', 'succeeded'],
    ['4000000000000341', 'succeeded'],
    ['4000002500003155', 'requires_action'],
    ['4000002760003184', 'requires_action'],
    ['4000003800000446', 'requires_action'],
    ['4000000000003220', 'requires_action'],
  ])('%s ends in %s', async (number, status) => {
    expect((await save(number)).status).toBe(status)
  })

  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000009987', 'card_declined', 'lost_card'],
    ['4000000000009979', 'card_declined', 'stolen_card'],
    ['4000000000000069', 'expired_card', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error', 'processing_error'],
    ['4000000000006975', 'card_declined', 'card_velocity_exceeded'],
  ])('%s is refused with %s and %s', async (number, code, declineCode) => {
    const error = await refusal(save(number))
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode })
    expect(error.setup_intent).toMatchObject({ status: 'requires_payment_method', payment_method: null })
  })

  it.each([
    ['4242424242424241', 'incorrect_number'],
    ['4111111111111111', 'card_declined'],
  ])('%s is no test card: %s', async (number, code) => {
    expect(await refusal(save(number))).toMatchObject({ type: 'StripeCardError', code })
  })

  it('refuses a card that is over, and a code of the wrong length', async () => {
    const confirm = async (card: Partial<Stripe.PaymentMethodCreateParams.Card>) => {
      const data = { type: 'card' as const, card: { ...typed('4242424242424242').card, ...card } }
      return refusal(bench.stripe.paymentMethods.create(data))
    }
    expect(await confirm({ exp_year: 2025 })).toMatchObject({ code: 'invalid_expiry_year', param: 'exp_year' })
    expect(await confirm({ exp_month: 13 })).toMatchObject({ code: 'invalid_expiry_month' })
    expect(await confirm({ cvc: '12' })).toMatchObject({ code: 'invalid_cvc' })
  })
})

describe('charging a card', () => {
  it.each([
    ['4242424242424242', 'succeeded'],
    ['4000000000003055', 'succeeded'],
    ['4000002500003155', 'requires_action'],
    ['4000002760003184', 'requires_action'],
    ['4000008260003178', 'requires_action'],
    ['4000008400001629', 'requires_action'],
  ])('%s ends in %s while the person is there', async (number, status) => {
    expect((await charge(number)).status).toBe(status)
  })

  it('declines the card that could be saved', async () => {
    const { payment_method: saved } = await save('4000000000000341')
    const error = await refusal(
      charge('', { payment_method: String(saved), payment_method_data: undefined, off_session: true }),
    )
    expect(error).toMatchObject({ code: 'card_declined', decline_code: 'generic_decline', statusCode: 402 })
    expect(error.payment_intent).toMatchObject({ status: 'requires_payment_method' })
  })

  it('asks a card for authentication once, if it was asked while saving', async () => {
    const off = { payment_method_data: undefined, off_session: true }
    const saved = async (number: string) => {
      const intent = await save(number)
      bench.sandbox.challenge(intent.id, true)
      return String(intent.payment_method)
    }
    const onceAsked = await saved('4000002500003155')
    expect((await charge('', { ...off, payment_method: onceAsked })).status).toBe('succeeded')
    const alwaysAsked = await saved('4000002760003184')
    expect(await refusal(charge('', { ...off, payment_method: alwaysAsked }))).toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_required',
    })
    const noFunds = await saved('4000008260003178')
    expect(await refusal(charge('', { ...off, payment_method: noFunds }))).toMatchObject({
      decline_code: 'insufficient_funds',
    })
  })

  it('declines after authentication where the card says so', async () => {
    const intent = await charge('4000008400001629')
    bench.sandbox.challenge(intent.id, true)
    const after = await bench.stripe.paymentIntents.retrieve(intent.id)
    expect(after).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } })
  })
})

describe('names of test cards', () => {
  it.each(testCards.flatMap(({ names, number }) => names.map((name) => [`pm_card_${name}`, number] as const)))(
    '%s stands for %s',
    async (token, number) => {
      const intent = await bench.stripe.setupIntents.create({ payment_method: token, expand: ['payment_method'] })
      expect((intent.payment_method as Stripe.PaymentMethod).card?.last4).toBe(number.slice(-4))
    },
  )

  it('cannot be attached when the bank refuses the card', async () => {
    const error = await refusal(bench.stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: customer.id }))
    expect(error).toMatchObject({ type: 'StripeCardError', code: 'card_declined' })
    expect(
      await refusal(bench.stripe.paymentMethods.attach('pm_card_nobody', { customer: customer.id })),
    ).toMatchObject({
      code: 'resource_missing',
    })
  })
})

it('never keeps a card number', async () => {
  await save('4000002500003155')
  expect(JSON.stringify(bench.sandbox.state())).not.toMatch(/4000002500003155|4242424242424242/)
})
