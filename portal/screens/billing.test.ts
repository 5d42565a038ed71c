import { describe, expect, it } from 'vitest'
import type { Outputs } from '../../widget/client/wire.ts'
import { billingOf } from './billing.ts'

type Summary = Outputs['billing']['summary']

const START = Date.UTC(2026, 10, 23)
const eur = (amountMinor: number) => ({ amountMinor, currency: 'eur' })
const invoice: Summary['invoices'][number] = {
  number: 'TEN-0001',
  status: 'paid',
  total: eur(8700),
  refundedMinor: 0,
  createdAt: START,
  hostedUrl: 'https://pay.example/in_1',
  pdfUrl: null,
}
const subscription: Summary['subscription'] = {
  status: 'active',
  interval: 'month',
  quantity: 3,
  price: eur(2900),
  periodEnd: START,
  cancelAt: null,
}
const team: Summary = {
  planName: 'Team',
  seats: { used: 1, all: 3 },
  hasCustomer: true,
  subscription,
  nextCharge: { total: eur(8700), at: START },
  card: { brand: 'visa', last4: '4242' },
  invoices: [invoice],
}

describe('the billing card', () => {
  it('shows what is paid for, and what comes next', () => {
    expect(billingOf(team).paid).toEqual({
      price: eur(2900),
      interval: 'month',
      seats: 3,
      next: { total: eur(8700), at: new Date(START).toISOString() },
      endsAt: null,
      card: { brand: 'visa', last4: '4242' },
      overdue: false,
    })
  })

  it('tells a free workspace from one whose payment is not known here yet', () => {
    const unknown = { ...team, subscription: null, nextCharge: null, card: null, invoices: [] }
    expect(billingOf(unknown).paid).toBe('arriving')
    expect(billingOf({ ...unknown, hasCustomer: false }).paid).toBe('free')
  })

  it.each([
    ['past_due', true],
    ['unpaid', true],
    ['trialing', false],
  ])('of a subscription that is %s is overdue: %s', (status, overdue) => {
    expect(billingOf({ ...team, subscription: { ...subscription, status } }).paid).toMatchObject({ overdue })
  })

  it.each([
    ['paid', 0, 'paid'],
    ['paid', 100, 'paid'],
    ['paid', 8700, 'refunded'],
    ['open', 0, 'open'],
    ['void', 0, 'void'],
    ['uncollectible', 0, 'unpaid'],
  ])('calls an invoice that is %s, with %d given back, %s', (status, refundedMinor, state) => {
    expect(billingOf({ ...team, invoices: [{ ...invoice, status, refundedMinor }] }).invoices).toMatchObject([
      { state },
    ])
  })
})
