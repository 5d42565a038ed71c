/** A provider in memory that counts what is made, and a book that remembers what was written. */
import type { Money } from '../../../../machines/vocabulary/plans.ts'
import type { SubscribeParts } from '../subscribe.ts'
import type { NewSubscription, Provider, Setup, Subscription } from '../provider.ts'

export const price = { amountMinor: 2900, currency: 'eur' }

/** When every subscription in memory ends. */
export const periodEnd = Date.UTC(2026, 1, 1)

type Made<T, Of> = T & { of: Of }

/** The next subscription comes out as `held.next` says; the catalogue answers what `held.sale` says. */
export function memory() {
  const customers = new Map<string, string>()
  const setups = new Map<string, Made<Setup, { customer: string; identity: string }>>()
  const subscriptions = new Map<string, Made<Subscription, NewSubscription>>()
  const refunded: string[] = []
  const stopped: string[] = []
  const ending = new Map<string, boolean>()
  const prices: string[] = []
  const written: string[] = []
  const held = { next: 'active' as Subscription['state'], sale: 'same' as 'same' | 'changed' | 'gone' }

  function end(id: string): Money | null {
    const found = subscriptions.get(id)
    const paid = found?.state === 'active' || refunded.includes(id)
    if (found?.state === 'active') refunded.push(id)
    if (found) subscriptions.set(id, { ...found, state: 'gone' })
    return found && paid ? { ...price, amountMinor: price.amountMinor * found.of.seats } : null
  }

  const provider: Provider = {
    customersOf: async (_, tenant) => [customers.get(tenant) ?? []].flat(),
    async createCustomer({ tenant }) {
      customers.set(tenant, `cus_${customers.size + 1}`)
      return customers.get(tenant)!
    },
    async forgetCustomer(id) {
      if (refunded.length > 0) return
      for (const [tenant, customer] of customers) if (customer === id) customers.delete(tenant)
    },

    findSetup: async (customer, identity) =>
      [...setups.values()].find(
        ({ of, state }) => of.customer === customer && of.identity === identity && state !== 'gone',
      ) ?? null,
    async createSetup(customer, identity) {
      const id = `seti_${setups.size + 1}`
      const setup = { id, state: 'needs card' as const, paymentMethodId: null, card: null, problem: null }
      setups.set(id, { ...setup, of: { customer, identity } })
      return setup
    },
    setup: async (id) => setups.get(id) ?? null,
    async cancelSetups(customer) {
      for (const [id, one] of setups)
        if (one.of.customer === customer && one.state !== 'succeeded') setups.set(id, { ...one, state: 'gone' })
    },
    setupSecret: async (id) => (setups.get(id)?.state === 'needs card' ? `${id}_secret` : null),

    price: async () => null,
    async ensurePrice({ lookupKey, interval, money }) {
      prices.push(lookupKey)
      return { id: 'price_1', interval, money }
    },

    subscriptionsOf: async (customer) => [...subscriptions.values()].filter(({ of }) => of.customer === customer),
    async createSubscription(of) {
      const id = `sub_${subscriptions.size + 1}`
      const problem = held.next === 'declined' ? ('card.declined' as const) : null
      const made = { id, identity: of.identity, state: held.next, problem }
      subscriptions.set(id, { ...made, of })
      return made
    },
    subscription: async (id) => subscriptions.get(id) ?? null,
    endSubscription: async (id) => end(id),
    stopCollecting: async (customer) => void stopped.push(customer),
    endAtPeriodEnd: async (id, ends) => {
      if (subscriptions.get(id)?.state === 'gone') return null
      ending.set(id, ends)
      return periodEnd
    },
    stopSubscription: async (id) => {
      const found = subscriptions.get(id)
      if (found) subscriptions.set(id, { ...found, state: 'gone' })
    },
    actionSecret: async (id) => (subscriptions.get(id)?.state === 'needs action' ? `${id}_secret` : null),
  }

  const write = (text: string) => {
    written.push(text)
    return { sql: text, parameters: [], code: 'test' }
  }
  const parts: SubscribeParts = {
    provider,
    sale: async () => held.sale,
    billing: {
      keepCustomer: ({ tenant, customer }) => write(`customer ${customer} of ${tenant}`),
      keepSubscription: ({ subscription }) => write(`subscription ${subscription}`),
      dropCustomer: (tenant) => write(`no customer of ${tenant}`),
    },
    ledger: {
      intend: async ({ identity }) => void write(`intended ${identity}`),
      present: (identity) => write(`present ${identity}`),
      release: (identity) => write(`released ${identity}`),
    },
  }
  return { parts, stopped, ending, customers, setups, subscriptions, refunded, prices, written, held }
}

export const job = <Input>(identity: string, input: Input) => ({
  input,
  identity,
  attempt: 1,
  signal: new AbortController().signal,
  progress: () => {},
})
