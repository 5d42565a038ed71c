/** The billing effects on a provider in memory: the rules of the effects, not the provider's. */
import { beforeEach, describe, expect, it } from 'vitest'
import { openForm } from './card-form.ts'
import { closeCustomer } from './close-customer.ts'
import { closeSetup } from './close-setup.ts'
import { giveBack } from './give-back.ts'
import { openSetup } from './open-setup.ts'
import { readSetup } from './read-setup.ts'
import { readSubscription } from './read-subscription.ts'
import { subscribe } from './subscribe.ts'
import { job, memory, price } from './testing/memory.ts'

let world: ReturnType<typeof memory>
beforeEach(() => {
  world = memory()
})

const agreed = { plan: 'team', planName: 'Team', interval: 'month' as const, price, lookupKey: 'team_month_eur_2900' }
const opening = (attempt = 1) =>
  job(`setup/onb_1/1/${attempt}`, {
    ...agreed,
    paymentId: 'onb_1/1',
    tenantId: 'ten_1',
    email: 'mara@fernhill.studio',
    name: 'Mara',
    company: 'Fernhill',
    locale: 'en',
    attempt,
    customerId: null,
  })
const subscribing = (attempt = 1) =>
  job(`subscription/onb_1/1/${attempt}`, {
    ...agreed,
    paymentId: 'onb_1/1',
    tenantId: 'ten_1',
    seats: 3,
    attempt,
    customerId: 'cus_1',
    setupIntentId: 'seti_1',
  })
const leaving = (customerId: string | null = 'cus_1') =>
  job('close/onb_1/1', { paymentId: 'onb_1/1', tenantId: 'ten_1', email: 'mara@fernhill.studio', customerId })
const open = (attempt?: number) => openSetup(world.parts)(opening(attempt))
const pay = (attempt?: number) => subscribe(world.parts)(subscribing(attempt))

/** A set-up whose card holds. */
async function withCard() {
  await open()
  const card = { brand: 'visa', last4: '4242' }
  world.setups.set('seti_1', { ...world.setups.get('seti_1')!, state: 'succeeded', paymentMethodId: 'pm_1', card })
}

describe('opening a card set-up', () => {
  it('makes one customer and one set-up however often it runs, and writes down whose it is', async () => {
    const first = await open()
    expect(first.output).toEqual({ customerId: 'cus_1', setupIntentId: 'seti_1' })
    expect(await open()).toEqual(first)
    expect([world.customers.size, world.setups.size]).toEqual([1, 1])
    expect(first.writes?.map(({ sql }) => sql)).toEqual(['customer cus_1 of ten_1', 'present customer/ten_1'])
    expect(world.written[0]).toBe('intended customer/ten_1')
  })

  it('opens another for another attempt, for the same customer', async () => {
    await open(1)
    expect((await open(2)).output).toEqual({ customerId: 'cus_1', setupIntentId: 'seti_2' })
  })

  it.each([
    ['changed', 'plan.priceChanged'],
    ['gone', 'plan.unavailable'],
  ] as const)('opens nothing when the price is %s', async (sale, code) => {
    world.held.sale = sale
    await expect(open()).rejects.toMatchObject({ code, final: true })
    expect([world.customers.size, world.setups.size]).toEqual([0, 0])
  })
})

describe('asking about a set-up', () => {
  const ask = async () => (await readSetup(world.parts.provider)(job('read', { setupIntentId: 'seti_1' }))).output

  it('says what the provider says', async () => {
    expect(await ask()).toEqual({ state: 'gone' })
    await open()
    expect(await ask()).toEqual({ state: 'needs card', problem: null })
    await withCard()
    expect(await ask()).toEqual({ state: 'succeeded', paymentMethodId: 'pm_1', card: { brand: 'visa', last4: '4242' } })
  })
})

describe('subscribing', () => {
  beforeEach(withCard)

  it('makes one subscription however often it runs, and writes down whose it is', async () => {
    const first = await pay()
    expect(first.output).toEqual({ state: 'active', subscriptionId: 'sub_1' })
    expect(await pay()).toEqual(first)
    expect(world.subscriptions.get('sub_1')?.of).toMatchObject({ seats: 3, paymentMethod: 'pm_1', price: 'price_1' })
    expect(world.subscriptions.size).toBe(1)
    expect(first.writes?.map(({ sql }) => sql)).toEqual(['subscription sub_1', 'present subscription/onb_1/1/1'])
  })

  it('takes one that is active for an answer, whichever attempt made it', async () => {
    await pay(1)
    expect((await pay(2)).output).toEqual({ state: 'active', subscriptionId: 'sub_1' })
    expect(world.subscriptions.size).toBe(1)
  })

  it('ends what an earlier attempt left unpaid before it makes another', async () => {
    world.held.next = 'needs action'
    expect((await pay(1)).output).toEqual({ state: 'needs action', subscriptionId: 'sub_1' })
    world.held.next = 'active'
    expect((await pay(2)).output).toEqual({ state: 'active', subscriptionId: 'sub_2' })
    expect(world.subscriptions.get('sub_1')?.state).toBe('gone')
    expect(world.refunded).toEqual([])
  })

  it('waits for a first charge that takes its time', async () => {
    world.held.next = 'processing'
    expect((await pay()).output).toEqual({ state: 'processing', subscriptionId: 'sub_1' })
  })

  it('leaves nothing behind when the card is refused', async () => {
    world.held.next = 'declined'
    const { output, writes } = await pay()
    expect(output).toEqual({ state: 'declined', problem: 'card.declined' })
    expect(world.subscriptions.get('sub_1')?.state).toBe('gone')
    expect(writes?.map(({ sql }) => sql)).toEqual(['released subscription/onb_1/1/1'])
  })

  it('charges nothing when the price is another than the person saw', async () => {
    world.held.sale = 'changed'
    await expect(pay()).rejects.toMatchObject({ code: 'plan.priceChanged', final: true })
    expect(world.subscriptions.size).toBe(0)
  })

  it('stands by what is paid already, whatever the catalogue says by now', async () => {
    await pay()
    world.held.sale = 'changed'
    expect((await pay()).output).toMatchObject({ state: 'active' })
  })
})

it('gives up without a card', async () => {
  await open()
  await expect(pay()).rejects.toMatchObject({ code: 'billing.refused', final: true })
})

describe('asking about a subscription', () => {
  it('that was refused asks for a card again, as nothing is left to confirm', async () => {
    await withCard()
    world.held.next = 'needs action'
    await pay()
    world.subscriptions.set('sub_1', {
      ...world.subscriptions.get('sub_1')!,
      state: 'declined',
      problem: 'card.notAuthenticated',
    })
    const { output } = await readSubscription(world.parts.provider)(job('read', { subscriptionId: 'sub_1' }))
    expect(output).toEqual({ state: 'gone', problem: 'card.notAuthenticated' })
  })
})

describe('leaving', () => {
  it('takes back set-up and subscription, gives back what was paid, and may run twice', async () => {
    await withCard()
    await pay()
    await open(2)
    for (let time = 0; time < 2; time++) await closeSetup(world.parts)(leaving())
    expect(world.subscriptions.get('sub_1')?.state).toBe('gone')
    expect(world.setups.get('seti_2')?.state).toBe('gone')
    expect(world.refunded).toEqual(['sub_1'])
  })

  it('finds what it was never told of', async () => {
    await open()
    await closeSetup(world.parts)(leaving(null))
    expect(world.setups.get('seti_1')?.state).toBe('gone')
  })

  it('has nothing to do where nothing was opened', async () => {
    expect(await closeSetup(world.parts)(leaving(null))).toEqual({ output: { closed: true }, writes: [] })
  })
})

describe('giving back', () => {
  it('says what went back, however often it runs', async () => {
    await withCard()
    await pay()
    const back = job('give-back/sub_1', { tenantId: 'ten_1', customerId: 'cus_1', subscriptionId: 'sub_1' })
    for (let time = 0; time < 2; time++)
      expect((await giveBack(world.parts)(back)).output).toEqual({ money: { amountMinor: 8700, currency: 'eur' } })
    expect(world.refunded).toEqual(['sub_1'])
  })
})

describe('closing the customer of an abandoned sign-up', () => {
  const close = () =>
    closeCustomer(world.parts)(
      job('x', { onboardingId: 'onb_1', tenantId: 'ten_1', email: 'mara@fernhill.studio', payments: 1 }),
    )

  it('leaves nothing at the provider', async () => {
    await open()
    for (let time = 0; time < 2; time++) await close()
    expect([world.customers.size, world.setups.get('seti_1')?.state]).toEqual([0, 'gone'])
  })

  it('keeps one that has paid, for its invoices', async () => {
    await withCard()
    await pay()
    await close()
    expect([world.customers.size, world.refunded]).toEqual([1, ['sub_1']])
  })
})

describe('the card form', () => {
  const form = (setupIntentId: string | null, subscriptionId: string | null = null) =>
    openForm(world.parts.provider, { tenantId: 'ten_1', setupIntentId, subscriptionId }, new AbortController().signal)

  it('is for the set-up, then for the first charge the bank asks about, and for nothing else', async () => {
    expect(await form(null)).toBeNull()
    await open()
    expect(await form('seti_1')).toEqual({ kind: 'setup', clientSecret: 'seti_1_secret' })
    await withCard()
    expect(await form('seti_1')).toBeNull()
    world.held.next = 'needs action'
    await pay()
    expect(await form('seti_1', 'sub_1')).toEqual({ kind: 'payment', clientSecret: 'sub_1_secret' })
  })
})
