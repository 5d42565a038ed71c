/** The billing effects on a provider in memory that counts what is made: the rules of the effects, not the provider's. */
import { beforeEach, describe, expect, it } from 'vitest'
import { closeSetup } from './close-setup.ts'
import { openSetup } from './open-setup.ts'
import type { NewSubscription, Provider, Setup, Subscription } from './provider.ts'
import { readSetup } from './read-setup.ts'
import { readSubscription } from './read-subscription.ts'
import { subscribe } from './subscribe.ts'

const price = { amountMinor: 2900, currency: 'eur' }

/** What the provider holds; the next subscription comes out as `next` says. */
function memory() {
  const customers = new Map<string, string>()
  const setups = new Map<string, Setup & { customer: string; identity: string }>()
  const subscriptions = new Map<string, Subscription & { of: NewSubscription }>()
  const refunded: string[] = []
  const held = { next: 'active' as Subscription['state'], offered: { ...price } }
  const provider: Provider = {
    findCustomer: async (_, tenant) => customers.get(tenant) ?? null,
    async createCustomer({ tenant }) {
      customers.set(tenant, `cus_${customers.size + 1}`)
      return customers.get(tenant)!
    },
    findSetup: async (customer, identity) =>
      [...setups.values()].find(
        (one) => one.customer === customer && one.identity === identity && one.state !== 'gone',
      ) ?? null,
    async createSetup(customer, identity) {
      const id = `seti_${setups.size + 1}`
      const setup = {
        id,
        customer,
        identity,
        state: 'needs card' as const,
        paymentMethodId: null,
        card: null,
        problem: null,
      }
      setups.set(id, setup)
      return setup
    },
    setup: async (id) => setups.get(id) ?? null,
    async cancelSetup(id) {
      const found = setups.get(id)
      if (found) setups.set(id, { ...found, state: 'gone' })
    },
    price: async () => ({ id: 'price_1', interval: 'month', money: held.offered }),
    liveSubscriptions: async (customer) =>
      [...subscriptions.values()].filter(({ of, state }) => of.customer === customer && state !== 'gone'),
    async createSubscription(of) {
      const id = `sub_${subscriptions.size + 1}`
      const made = {
        id,
        identity: of.identity,
        state: held.next,
        problem: held.next === 'declined' ? ('card.declined' as const) : null,
        of,
      }
      subscriptions.set(id, made)
      return made
    },
    subscription: async (id) => subscriptions.get(id) ?? null,
    async endSubscription(id) {
      const found = subscriptions.get(id)
      if (found?.state === 'active') refunded.push(id)
      if (found) subscriptions.set(id, { ...found, state: 'gone' })
    },
  }
  return { provider, customers, setups, subscriptions, refunded, held }
}

let world: ReturnType<typeof memory>
beforeEach(() => {
  world = memory()
})
const job = <Input>(identity: string, input: Input) => ({
  input,
  identity,
  attempt: 1,
  signal: new AbortController().signal,
  progress: () => {},
})
const opening = (attempt = 1) =>
  job(`setup/onb_1/${attempt}`, {
    paymentId: 'onb_1',
    tenantId: 'ten_1',
    email: 'mara@fernhill.studio',
    name: 'Mara',
    company: 'Fernhill',
    locale: 'en',
    attempt,
    customerId: null,
  })
const subscribing = (attempt = 1) =>
  job(`subscription/ten_1/${attempt}`, {
    paymentId: 'onb_1',
    tenantId: 'ten_1',
    plan: 'team',
    interval: 'month' as const,
    seats: 3,
    price,
    lookupKey: 'team_month_eur_2900',
    attempt,
    customerId: 'cus_1',
    setupIntentId: 'seti_1',
  })
/** A set-up whose card holds. */
async function withCard() {
  await openSetup(world.provider)(opening())
  world.setups.set('seti_1', {
    ...world.setups.get('seti_1')!,
    state: 'succeeded',
    paymentMethodId: 'pm_1',
    card: { brand: 'visa', last4: '4242' },
  })
}

describe('opening a card set-up', () => {
  it('makes one customer and one set-up however often it runs', async () => {
    const [first, second] = [await openSetup(world.provider)(opening()), await openSetup(world.provider)(opening())]
    expect(first).toEqual({ output: { customerId: 'cus_1', setupIntentId: 'seti_1' } })
    expect(second).toEqual(first)
    expect([world.customers.size, world.setups.size]).toEqual([1, 1])
  })

  it('opens another for another attempt, for the same customer', async () => {
    await openSetup(world.provider)(opening(1))
    expect((await openSetup(world.provider)(opening(2))).output).toEqual({
      customerId: 'cus_1',
      setupIntentId: 'seti_2',
    })
  })
})

describe('asking about a set-up', () => {
  const ask = async () => (await readSetup(world.provider)(job('read', { setupIntentId: 'seti_1' }))).output

  it('says what the provider says', async () => {
    expect(await ask()).toEqual({ state: 'gone' })
    await openSetup(world.provider)(opening())
    expect(await ask()).toEqual({ state: 'needs card', problem: null })
    await withCard()
    expect(await ask()).toEqual({ state: 'succeeded', paymentMethodId: 'pm_1', card: { brand: 'visa', last4: '4242' } })
  })
})

describe('subscribing', () => {
  it('makes one subscription however often it runs', async () => {
    await withCard()
    const first = await subscribe(world.provider)(subscribing())
    expect(first.output).toEqual({ state: 'active', subscriptionId: 'sub_1' })
    expect(await subscribe(world.provider)(subscribing())).toEqual(first)
    expect(world.subscriptions.get('sub_1')?.of).toMatchObject({ seats: 3, paymentMethod: 'pm_1', price: 'price_1' })
    expect(world.subscriptions.size).toBe(1)
  })

  it('takes one that is active for an answer, whoever made it', async () => {
    await withCard()
    await subscribe(world.provider)(subscribing(1))
    expect((await subscribe(world.provider)(subscribing(2))).output).toEqual({
      state: 'active',
      subscriptionId: 'sub_1',
    })
    expect(world.subscriptions.size).toBe(1)
  })

  it('ends what an earlier attempt left unpaid before it makes another', async () => {
    await withCard()
    world.held.next = 'needs action'
    expect((await subscribe(world.provider)(subscribing(1))).output).toEqual({
      state: 'needs action',
      subscriptionId: 'sub_1',
    })
    world.held.next = 'active'
    expect((await subscribe(world.provider)(subscribing(2))).output).toEqual({
      state: 'active',
      subscriptionId: 'sub_2',
    })
    expect(world.subscriptions.get('sub_1')?.state).toBe('gone')
    expect(world.refunded).toEqual([])
  })

  it('leaves nothing behind when the card is refused', async () => {
    await withCard()
    world.held.next = 'declined'
    expect((await subscribe(world.provider)(subscribing())).output).toEqual({
      state: 'declined',
      problem: 'card.declined',
    })
    expect(world.subscriptions.get('sub_1')?.state).toBe('gone')
  })

  it('gives up when the price is another than the person saw', async () => {
    await withCard()
    world.held.offered.amountMinor = 3900
    await expect(subscribe(world.provider)(subscribing())).rejects.toMatchObject({ code: 'price.changed', final: true })
    expect(world.subscriptions.size).toBe(0)
  })

  it('gives up without a card', async () => {
    await openSetup(world.provider)(opening())
    await expect(subscribe(world.provider)(subscribing())).rejects.toMatchObject({
      code: 'billing.refused',
      final: true,
    })
  })
})

describe('asking about a subscription', () => {
  it('keeps a refused confirmation open for another try', async () => {
    await withCard()
    world.held.next = 'needs action'
    await subscribe(world.provider)(subscribing())
    const made = world.subscriptions.get('sub_1')!
    world.subscriptions.set('sub_1', { ...made, state: 'declined', problem: null })
    const { output } = await readSubscription(world.provider)(job('read', { subscriptionId: 'sub_1' }))
    expect(output).toEqual({ state: 'needs action', problem: 'card.notAuthenticated' })
  })
})

describe('leaving', () => {
  it('takes back set-up and subscription, gives back what was paid, and may run twice', async () => {
    await withCard()
    await subscribe(world.provider)(subscribing())
    const leaving = job('close/onb_1', { paymentId: 'onb_1', setupIntentId: 'seti_1', subscriptionId: 'sub_1' })
    await closeSetup(world.provider)(leaving)
    await closeSetup(world.provider)(leaving)
    expect(world.subscriptions.get('sub_1')?.state).toBe('gone')
    expect(world.refunded).toEqual(['sub_1'])
  })
})
