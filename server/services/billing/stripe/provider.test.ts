/** The provider on Stripe's API: the real SDK against the sandbox. */
import type { Stripe } from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, DAY, openSandbox, teamPrices } from '../../../../sandbox/stripe/testing/sandbox.ts'
import type { Provider } from '../provider.ts'
import { stripeProvider } from './provider.ts'

let bench: Bench
let stripe: Stripe
let provider: Provider
let price: string
const { signal } = new AbortController()
let tenants = 0

beforeAll(async () => {
  bench = await openSandbox()
  stripe = bench.stripe
  provider = stripeProvider(stripe)
  price = (await teamPrices(stripe)).monthly.id
})
afterAll(() => bench.sandbox.close())

const newTenant = () => `ten_${++tenants}`
const customerOf = (tenant: string) =>
  provider.createCustomer(
    { identity: `customer/${tenant}`, tenant, email: `${tenant}@fernhill.studio`, name: 'Fernhill', locale: 'en' },
    signal,
  )

/** A customer with a card that was set up and holds. */
async function withCard(card: string) {
  const tenant = newTenant()
  const customer = await customerOf(tenant)
  const setup = await provider.createSetup(customer, `setup/${tenant}/1`, signal)
  const asked = { payment_method: card, return_url: 'https://tenure.example' }
  const { status } = await stripe.setupIntents.confirm(setup.id, asked)
  if (status === 'requires_action') bench.sandbox.challenge(setup.id, true)
  return { tenant, customer, setup: (await provider.setup(setup.id, signal))! }
}
async function subscription(card: string) {
  const { tenant, customer, setup } = await withCard(card)
  const identity = `subscription/${tenant}/1`
  const asked = { identity, tenant, customer, price, seats: 3, paymentMethod: setup.paymentMethodId! }
  return { asked, made: await provider.createSubscription(asked, signal) }
}

describe('a customer', () => {
  it('is made once under one identity, and found again by its tenant', async () => {
    const tenant = newTenant()
    expect(await provider.customersOf(`${tenant}@fernhill.studio`, tenant, signal)).toEqual([])
    const made = await customerOf(tenant)
    expect(await customerOf(tenant)).toBe(made)
    expect(await provider.customersOf(`${tenant}@fernhill.studio`, tenant, signal)).toEqual([made])
    expect(await provider.customersOf(`${tenant}@fernhill.studio`, 'ten_other', signal)).toEqual([])
  })
})

describe('a customer nobody needs any more', () => {
  it('is deleted, and being gone already is no problem', async () => {
    const tenant = newTenant()
    const customer = await customerOf(tenant)
    await provider.forgetCustomer(customer, signal)
    await provider.forgetCustomer(customer, signal)
    expect(await provider.customersOf(`${tenant}@fernhill.studio`, tenant, signal)).toEqual([])
  })

  it('stays when it has paid', async () => {
    const { asked } = await subscription('pm_card_visa')
    await provider.forgetCustomer(asked.customer, signal)
    expect(await provider.customersOf(`${asked.tenant}@fernhill.studio`, asked.tenant, signal)).toEqual([
      asked.customer,
    ])
  })
})

describe('a card set-up', () => {
  it('waits for a card, is found by its identity, and holds one when it is confirmed', async () => {
    const tenant = newTenant()
    const customer = await customerOf(tenant)
    const made = await provider.createSetup(customer, 'setup/x/1', signal)
    expect(made).toMatchObject({ state: 'needs card', paymentMethodId: null, problem: null })
    expect((await provider.findSetup(customer, 'setup/x/1', signal))?.id).toBe(made.id)
    expect(await provider.findSetup(customer, 'setup/x/2', signal)).toBeNull()
    expect((await withCard('pm_card_visa')).setup).toMatchObject({
      state: 'succeeded',
      card: { brand: 'visa', last4: '4242' },
    })
  })

  it('is gone once it is cancelled, and cancelling it again is no problem', async () => {
    const customer = await customerOf(newTenant())
    const { id } = await provider.createSetup(customer, 'setup/y/1', signal)
    await provider.cancelSetups(customer, signal)
    await provider.cancelSetups(customer, signal)
    expect((await provider.setup(id, signal))?.state).toBe('gone')
    expect(await provider.findSetup(customer, 'setup/y/1', signal)).toBeNull()
    expect(await provider.setup('seti_nobody', signal)).toBeNull()
  })
})

describe('a price', () => {
  it('is known by its name, with what it costs', async () => {
    expect(await provider.price('team_month', signal)).toEqual({
      id: price,
      interval: 'month',
      money: { amountMinor: 1800, currency: 'eur' },
    })
    expect(await provider.price('team_decade', signal)).toBeNull()
  })

  it('is made once with its product, however many want it at once', async () => {
    const money = { amountMinor: 4900, currency: 'eur' }
    const wanted = {
      plan: 'studio',
      planName: 'Studio',
      lookupKey: 'studio_month_eur_4900',
      interval: 'month',
      money,
    } as const
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => provider.ensurePrice(wanted, signal)))
    expect(others).toEqual([first, first])
    expect(await provider.price(wanted.lookupKey, signal)).toEqual(first)
    const yearly = { ...wanted, lookupKey: 'studio_year_eur_49000', interval: 'year' } as const
    expect((await provider.ensurePrice(yearly, signal)).id).not.toBe(first!.id)
    expect((await stripe.prices.list({ product: 'tenure_studio' })).data).toHaveLength(2)
  })
})

describe('a subscription', () => {
  it('is active when the card is charged, and the same when it is asked for again', async () => {
    const { asked, made } = await subscription('pm_card_visa')
    expect(made).toMatchObject({ state: 'active', identity: asked.identity })
    expect(await provider.createSubscription(asked, signal)).toEqual(made)
    expect(await provider.subscriptionsOf(asked.customer, asked.tenant, signal)).toEqual([made])
    expect(await provider.subscriptionsOf(asked.customer, 'ten_other', signal)).toEqual([])
    expect(await provider.subscription(made.id, signal)).toEqual(made)
  })

  it('is declined when the charge is refused, with the bank’s reason', async () => {
    const { made } = await subscription('pm_card_chargeCustomerFail')
    expect(made).toMatchObject({ state: 'declined', problem: 'card.declined' })
  })

  it('that is ended gives back what was paid, once', async () => {
    const { made, asked } = await subscription('pm_card_visa')
    await provider.endSubscription(made.id, signal)
    await provider.endSubscription(made.id, signal)
    expect(await provider.subscription(made.id, signal)).toMatchObject({ state: 'gone' })
    const charges = await stripe.charges.list({ customer: asked.customer })
    expect(
      charges.data.map(({ amount, amount_refunded, refunded }) => ({ amount, amount_refunded, refunded })),
    ).toEqual([{ amount: 5400, amount_refunded: 5400, refunded: true }])
    const [over] = await provider.subscriptionsOf(asked.customer, asked.tenant, signal)
    expect(over).toMatchObject({ id: made.id, state: 'gone' })
  })

  it('says what went back, even when Stripe has forgotten that it was asked', async () => {
    const { made } = await subscription('pm_card_visa')
    expect(await provider.endSubscription(made.id, signal)).toEqual({ amountMinor: 5400, currency: 'eur' })
    bench.sandbox.advance(2 * DAY)
    expect(await provider.endSubscription(made.id, signal)).toEqual({ amountMinor: 5400, currency: 'eur' })
  })

  it('that waits for the bank has a secret for the person, and any other has none', async () => {
    const waiting = await subscription('pm_card_authenticationRequired')
    expect(waiting.made.state).toBe('needs action')
    expect(await provider.actionSecret(waiting.made.id, signal)).toMatch(/^pi_.+_secret_/)
    expect(await provider.actionSecret((await subscription('pm_card_visa')).made.id, signal)).toBeNull()
  })

  it('nobody knows is null', async () => {
    expect(await provider.subscription('sub_nobody', signal)).toBeNull()
  })
})
