import { describe, expect, it } from 'vitest'
import { after } from '../../machines/kit/walk.ts'
import { input, paymentFixtures } from '../../machines/payment/payment.fixtures.ts'
import { paymentMachine } from '../../machines/payment/payment.machine.ts'
import { type PaymentView, paymentView } from '../../machines/payment/payment.view.ts'
import { screenOf } from '../client/screen.ts'
import { billFacts, billOf } from '../steps/bill.ts'

const viewOf = (more: Partial<typeof input> = {}) =>
  paymentView(after(paymentMachine, { ...input, ...more }, []).snapshot.context, 'visitor') as PaymentView

describe('the screen of a payment', () => {
  const screens = paymentFixtures.map(({ events }) => screenOf(after(paymentMachine, input, events).snapshot))

  it('is one of five, whatever happened', () => {
    expect([...new Set(screens)].sort()).toEqual([
      'PaymentActionStep',
      'PaymentConfirmingStep',
      'PaymentOpeningStep',
      'PaymentStep',
      'PaymentUnreachableStep',
    ])
  })

  it('has a way to another plan wherever the person has something to do', () => {
    for (const [at, { name, events }] of paymentFixtures.entries()) {
      const { snapshot } = after(paymentMachine, input, events)
      if (screens[at] === 'PaymentStep' || screens[at] === 'PaymentActionStep')
        expect(snapshot.can({ type: 'payment.left' }), name).toBe(true)
    }
  })
})

describe('a bill', () => {
  it('says what the seats cost, and from when and how often', () => {
    expect(billFacts(billOf(viewOf()))).toEqual([
      { label: 'Team, 3 seats', value: '€87.00' },
      { label: 'Each month from today', value: '€87.00', total: true },
    ])
  })

  it('of a year is the price of a year', () => {
    const yearly = viewOf({ interval: 'year', seats: 1, price: { amountMinor: 29_000, currency: 'eur' } })
    expect(billFacts(billOf(yearly))).toEqual([
      { label: 'Team, 1 seat', value: '€290.00' },
      { label: 'Each year from today', value: '€290.00', total: true },
    ])
  })
})
