import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, customerWith, DAY, openSandbox, refusal, teamPrices } from './testing/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openSandbox()
})
afterAll(() => bench.sandbox.close())

describe('customers', () => {
  it('are made, read, changed and listed', async () => {
    const { stripe } = bench
    const made = await stripe.customers.create({ email: 'a@x.test', metadata: { tenant: 't1', plan: 'team' } })
    expect(made).toMatchObject({ object: 'customer', email: 'a@x.test', metadata: { tenant: 't1', plan: 'team' } })
    const changed = await stripe.customers.update(made.id, { name: 'A', metadata: { plan: '' } })
    expect(changed).toMatchObject({ name: 'A', email: 'a@x.test', metadata: { tenant: 't1' } })
    expect(await stripe.customers.retrieve(made.id)).toMatchObject({ name: 'A' })
    expect((await stripe.customers.list({ email: 'a@x.test' })).data.map(({ id }) => id)).toEqual([made.id])
  })

  it('leave a tombstone when they are deleted, and their subscriptions end', async () => {
    const { stripe } = bench
    const { monthly } = await teamPrices(stripe)
    const customer = await customerWith(stripe, 'pm_card_visa')
    const subscription = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true })
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ id: customer.id, deleted: true })
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled')
  })

  it('are found by search only after a while', async () => {
    const { stripe, sandbox } = bench
    const made = await stripe.customers.create({ metadata: { tenant: 't-search' } })
    const find = () => stripe.customers.search({ query: "metadata['tenant']:'t-search'" })
    expect((await find()).data).toEqual([])
    sandbox.advance(DAY)
    expect((await find()).data.map(({ id }) => id)).toEqual([made.id])
    expect(
      (await stripe.customers.search({ query: "-metadata['tenant']:'t-search' AND email:'a@x.test'" })).data,
    ).toHaveLength(1)
    expect((await refusal(stripe.customers.search({ query: 'nonsense' }))).type).toBe('StripeInvalidRequestError')
  })
})
