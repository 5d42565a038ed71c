import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { type BilledInvoice, type BilledSubscription, billing } from './billing.ts'

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 10, 23)
const tenant = 'ten_1'
const customer = 'cus_1'
const eur = (amountMinor: number) => ({ amountMinor, currency: 'eur' })
const team: BilledSubscription = {
  id: 'sub_1',
  tenant,
  customer,
  status: 'active',
  lookupKey: 'team_month_eur_2900',
  interval: 'month',
  quantity: 3,
  price: eur(2900),
  periodEnd: START + 30 * DAY_MS,
  cancelAt: null,
  card: { brand: 'visa', last4: '4242' },
}
const paid: BilledInvoice = {
  id: 'in_1',
  tenant,
  number: 'TEN-0001',
  status: 'paid',
  total: eur(8700),
  refundedMinor: 0,
  createdAt: START,
  paidAt: START,
  hostedUrl: 'https://pay.example/in_1',
  pdfUrl: 'https://pay.example/in_1.pdf',
}

describe('a customer', () => {
  it('is kept once, however often it is kept', async () => {
    const { records, write } = await open()
    for (let time = 0; time < 2; time++)
      expect(await write(records.keepCustomer({ tenant, customer }))).toEqual({ result: 'written' })
    expect([await records.tenantOf(customer), await records.customerOf(tenant)]).toEqual([tenant, customer])
    expect(await records.tenantOf('cus_2')).toBeNull()
  })

  it('is one tenant’s, and a tenant has one', async () => {
    const { records, write } = await open()
    await write(records.keepCustomer({ tenant, customer }))
    const taken = { result: 'refused', code: 'customer.taken' }
    expect(await write(records.keepCustomer({ tenant: 'ten_2', customer }))).toEqual(taken)
    expect(await write(records.keepCustomer({ tenant, customer: 'cus_2' }))).toEqual(taken)
    expect([await records.tenantOf(customer), await records.tenantOf('cus_2')]).toEqual([tenant, null])
  })

  it('that was dropped makes room for another, and its late news is still the tenant’s', async () => {
    const { records, write } = await open()
    await write(records.keepCustomer({ tenant, customer }))
    for (let time = 0; time < 2; time++) await write(records.dropCustomer(tenant))
    expect(await records.customerOf(tenant)).toBeNull()
    await write(records.keepCustomer({ tenant, customer: 'cus_2' }))
    expect(await records.tenantOf(customer)).toBe(tenant)
    expect(await records.customerOf(tenant)).toBe('cus_2')
    expect(await write(records.keepCustomer({ tenant: 'ten_2', customer }))).toMatchObject({ result: 'refused' })
  })
})

describe('a row', () => {
  const statuses = ['incomplete', 'active', 'past_due', 'canceled']
  it.each(ordersOf([1, 2, 3, 4]))('ends with what was read last when written in the order %j', async (...order) => {
    const { records, write, rowOf } = await open()
    for (const number of order) {
      await write(records.putSubscription({ ...team, status: statuses[number - 1]! }, number))
      await write(records.putInvoice({ ...paid, status: statuses[number - 1]! }, number))
    }
    expect(await rowOf('billing_subscription')).toMatchObject({ status: 'canceled', read_number: 4 })
    expect(await rowOf('billing_invoice')).toMatchObject({ status: 'canceled', read_number: 4 })
    expect([await records.numberOf('subscription', 'sub_1'), await records.numberOf('invoice', 'in_1')]).toEqual([4, 4])
  })

  it('is not replaced by what has the same number', async () => {
    const { records, write, rowOf } = await open()
    await write(records.putInvoice(paid, 7))
    await write(records.putInvoice({ ...paid, status: 'open' }, 7))
    expect(await rowOf('billing_invoice')).toMatchObject({ status: 'paid' })
  })

  it('of a subscription we made waits to be read, and what was read stays', async () => {
    const { records, write, rowOf } = await open()
    const made = { tenant, customer, subscription: 'sub_1' }
    for (let time = 0; time < 2; time++) await write(records.keepSubscription(made))
    expect((await records.summaryOf(tenant)).subscription).toBeNull()
    await write(records.putSubscription(team, 1))
    await write(records.keepSubscription(made))
    expect(await rowOf('billing_subscription')).toMatchObject({ status: 'active', quantity: 3, read_number: 1 })
  })
})

describe('the number of a read', () => {
  it('is never given twice, even at once and by two processes', async () => {
    const { records, connection } = await open()
    const other = billing({ connection, now: () => START })
    const asked = Array.from({ length: 40 }, (_, n) => (n % 2 ? records : other).takeNumber('sub_1'))
    const numbers = await Promise.all(asked)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    expect(await records.takeNumber('sub_2')).toBe(1)
  })

  it('is higher for whoever takes it later', async () => {
    const { records } = await open()
    for (let n = 1; n <= 5; n++) expect(await records.takeNumber('in_1')).toBe(n)
  })
})

it('makes one event responsible for a receipt', async () => {
  const { records } = await open()
  const events = ['evt_1', 'evt_2', 'evt_3']
  const claims = await Promise.all(events.map((event) => records.claimReceipt('in_1', event)))
  expect(claims.filter(Boolean)).toHaveLength(1)
  const winner = events[claims.indexOf(true)]!
  expect(await records.claimReceipt('in_1', winner)).toBe(true)
  expect(await records.claimReceipt('in_2', 'evt_1')).toBe(true)
})

describe('a summary', () => {
  it('says what is paid for, what comes next, and the newest invoices, but no drafts', async () => {
    const { records, write } = await open()
    await write(records.putSubscription(team, 1))
    for (let n = 1; n <= 8; n++)
      await write(records.putInvoice({ ...paid, id: `in_${n}`, createdAt: START + n * DAY_MS }, 1))
    await write(records.putInvoice({ ...paid, id: 'in_9', status: 'draft', createdAt: START + 9 * DAY_MS }, 1))
    await write(records.putInvoice({ ...paid, id: 'in_x', tenant: 'ten_2' }, 1))
    const summary = await records.summaryOf(tenant)
    expect(summary).toMatchObject({ subscription: team, card: { last4: '4242' } })
    expect(summary.nextCharge).toEqual({ total: eur(8700), at: team.periodEnd })
    expect(summary.invoices.map(({ id }) => id)).toEqual(['in_8', 'in_7', 'in_6', 'in_5', 'in_4', 'in_3'])
  })

  it.each([
    ['ends with the period', { cancelAt: team.periodEnd }],
    ['is paused', { status: 'paused' }],
  ])('announces no charge for one that %s', async (_, change) => {
    const { records, write } = await open()
    await write(records.putSubscription({ ...team, ...change }, 1))
    expect(await records.summaryOf(tenant)).toMatchObject({ subscription: { id: 'sub_1' }, nextCharge: null })
  })

  it('of a tenant that pays for nothing is empty', async () => {
    const { records, write } = await open()
    await write(records.putSubscription({ ...team, status: 'canceled' }, 1))
    const nothing = { subscription: null, nextCharge: null, card: null, invoices: [] }
    expect(await records.summaryOf(tenant)).toEqual(nothing)
    expect(await records.summaryOf('ten_other')).toEqual(nothing)
  })
})

function ordersOf(numbers: number[]): number[][] {
  if (numbers.length < 2) return [numbers]
  return numbers.flatMap((first) => ordersOf(numbers.filter((n) => n !== first)).map((rest) => [first, ...rest]))
}

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const records = billing({ connection, now: () => START })
  return {
    connection,
    records,
    write: (...writes: ReturnType<typeof records.keepCustomer>[]) => connection.write(writes),
    rowOf: async (table: string) =>
      (await connection.rows<object>({ sql: `select * from ${table}`, parameters: [] }))[0],
  }
}
