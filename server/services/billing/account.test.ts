/** The account's effects at the provider, each called twice under one identity. */
import { describe, expect, it } from 'vitest'
import { adoptCard, closeCard, openCard } from './replace-card.ts'
import { setPlanEnd, stopCollections } from './plan-end.ts'
import { readBooks } from './read-books.ts'
import { readOffer } from './read-offer.ts'
import { job, memory } from './testing/memory.ts'
import type { Desk } from './desk.ts'

const tenantId = 'ten_1'
const account = { accountId: 'acc_ten_1', tenantId }
const card = { cardId: 'crd_1', tenantId }

/** A desk that remembers what it was told. `held.refusal`: how the next payment is answered. */
function desk() {
  const told: string[] = []
  const held = { refusal: null as 'card.declined' | null }
  const one: Desk = {
    debtOf: async () => null,
    subscriptionOf: async () => ({ subscriptionId: 'sub_1', periodEnd: 9, cancelAt: null }),
    endAll: async (customer) => void told.push(`end all of ${customer}`),
    async setEnd(subscription, ends) {
      told.push(`${subscription} ${ends ? 'ends' : 'goes on'}`)
      return ends ? 9 : null
    },
    upcoming: async () => null,
    async payOpen(customer, { method, identity }) {
      told.push(`pay ${customer} with ${method} as ${identity}`)
      return held.refusal
    },
    setDefault: async (customer, method) => void told.push(`${customer} uses ${method}`),
  }
  return { desk: one, told, held }
}
const billing = (customer: string | null) => ({ customerOf: async () => customer })

describe('another card', () => {
  it('has one form, however often it is opened', async () => {
    const { parts, setups } = memory()
    const open = openCard({ provider: parts.provider, desk: desk().desk, billing: billing('cus_1') })
    for (let time = 0; time < 2; time++)
      expect((await open(job('card/crd_1/1', { ...card, attempt: 1 }))).output).toEqual({ setupIntentId: 'seti_1' })
    expect(setups.size).toBe(1)
  })

  it('pays what is open before it becomes the default, under the set-up’s own identity', async () => {
    const { adopt, told } = await held()
    for (let time = 0; time < 2; time++) expect((await adopt()).output).toEqual({ state: 'adopted' })
    const once = ['pay cus_1 with pm_1 as adopt/seti_1', 'cus_1 uses pm_1']
    expect(told).toEqual([...once, ...once])
  })

  it('that cannot pay never becomes the default', async () => {
    const { adopt, told, refuse } = await held()
    refuse()
    expect((await adopt()).output).toEqual({ state: 'refused', problem: 'card.declined' })
    expect(told).toEqual(['pay cus_1 with pm_1 as adopt/seti_1'])
  })

  it('has nothing to replace where nobody pays', async () => {
    const { parts } = memory()
    const none = { provider: parts.provider, desk: desk().desk, billing: billing(null) }
    await expect(openCard(none)(job('card/crd_1/1', { ...card, attempt: 1 }))).rejects.toMatchObject({
      code: 'customer.none',
      final: true,
    })
    expect((await closeCard(none)(job('close/crd_1', card))).output).toEqual({ closed: true })
  })
})

describe('a plan’s end', () => {
  it('is said as it shall be, however often', async () => {
    const { desk: at, told } = desk()
    const end = setPlanEnd({ desk: at, billing: billing('cus_1') })
    const ends = { ...account, subscriptionId: 'sub_1', ends: true }
    for (let time = 0; time < 2; time++) expect((await end(job('e', ends))).output).toEqual({ cancelAt: 9 })
    expect((await end(job('e', { ...ends, ends: false }))).output).toEqual({ cancelAt: null })
    expect(told).toEqual(['sub_1 ends', 'sub_1 ends', 'sub_1 goes on'])
  })

  it('at once ends all there is, and needs no customer', async () => {
    const { desk: at, told } = desk()
    for (const customer of ['cus_1', null])
      expect((await stopCollections({ desk: at, billing: billing(customer) })(job('s', account))).output).toEqual({
        stopped: true,
      })
    expect(told).toEqual(['end all of cus_1'])
  })
})

const tenant = { name: 'Fernhill', plan: 'team', seatsUsed: 5 }
const tenants = {
  get: async () => tenant as never,
  members: async () => [{ role: 'owner', email: 'mara@fernhill.studio', name: 'Mara' }] as never,
}

describe('the books', () => {
  it('of a tenant without a customer are empty, and the provider is not asked', async () => {
    const silent = { debtOf: () => Promise.reject(new Error('asked')), subscriptionOf: async () => null }
    const read = readBooks({ desk: silent, billing: billing(null), tenants, isPaid: async () => false })
    expect((await read(job('b', account))).output).toEqual({ debt: null, subscription: null, planIsPaid: false })
  })

  it('say what is subscribed to, and whether the plan has to be paid', async () => {
    const read = readBooks({ desk: desk().desk, billing: billing('cus_1'), tenants, isPaid: async () => true })
    expect((await read(job('b', account))).output).toMatchObject({
      subscription: { subscriptionId: 'sub_1' },
      planIsPaid: true,
    })
  })
})

describe('an offer', () => {
  const limits = { seats: 50, projects: 20, requestsPerMonth: 1, storageBytes: 1 }
  const money = (amountMinor: number) => ({ amountMinor, currency: 'eur' })
  const team = {
    key: 'team',
    name: 'Team',
    summary: '',
    offered: true,
    billing: 'card' as const,
    monthly: money(2900),
    yearly: money(29_000),
    startSeats: 3,
    limits,
    licences: [],
  }
  const offer = (plans: (typeof team)[]) =>
    readOffer({ catalogue: { read: async () => ({ version: '7', plans }) }, tenants, billing: billing('cus_1') })

  it('has the catalogue’s price, a seat for everybody, and the customer there is', async () => {
    expect((await offer([team])(job('o', { ...account, interval: 'year' }))).output).toMatchObject({
      seats: 5,
      price: money(29_000),
      lookupKey: 'team_year_eur_29000',
      knownCustomer: 'cus_1',
      catalogueVersion: '7',
    })
  })

  it('is not made of what is not for sale', async () => {
    const gone = offer([{ ...team, offered: false }])
    await expect(gone(job('o', { ...account, interval: 'month' }))).rejects.toMatchObject({ code: 'plan.unavailable' })
  })
})

/** A set-up whose card holds. */
async function held() {
  const { parts, setups } = memory()
  const { desk: at, told, held: answer } = desk()
  const all = { provider: parts.provider, desk: at, billing: billing('cus_1') }
  await openCard(all)(job('card/crd_1/1', { ...card, attempt: 1 }))
  setups.set('seti_1', { ...setups.get('seti_1')!, state: 'succeeded', paymentMethodId: 'pm_1' })
  return {
    told,
    refuse: () => void (answer.refusal = 'card.declined'),
    adopt: () => adoptCard(all)(job('adopt/seti_1', { ...card, setupIntentId: 'seti_1' })),
  }
}
