import { describe, expect, it } from 'vitest'
import { plans } from '../../machines/onboarding/onboarding.fixtures.ts'
import type { OfferedPlan } from '../../machines/vocabulary/plans.ts'
import { amountOf, cardOf, moneyOf, planChoice, seatsOf, totalOf } from './choices.ts'

describe('prices', () => {
  it.each([
    [{ amountMinor: 2900, currency: 'eur' }, '€29', '€29.00'],
    [{ amountMinor: 2950, currency: 'eur' }, '€29.50', '€29.50'],
    [{ amountMinor: 500, currency: 'jpy' }, '¥500', '¥500'],
  ])('reads %j as %s, and as %s where it is to be paid', (money, price, amount) => {
    expect([moneyOf(money), amountOf(money)]).toEqual([price, amount])
  })

  it('counts seats in whole cents', () => {
    expect(totalOf({ amountMinor: 1999, currency: 'eur' }, 3)).toEqual({ amountMinor: 5997, currency: 'eur' })
  })
})

describe('a plan', () => {
  const [free, team] = plans as readonly [OfferedPlan, OfferedPlan]

  it('that costs nothing costs nothing in any interval, and nothing comes between', () => {
    const price = { label: '€0', note: 'for good', next: null }
    expect(planChoice(free)).toMatchObject({ isPaid: false, month: price, year: price })
  })

  it('that is paid says what a seat costs, and what all of them cost next', () => {
    expect(planChoice(team)).toMatchObject({
      isPaid: true,
      month: {
        label: '€29',
        note: 'per seat, month',
        next: 'Next: payment. 3 seats to begin with: €87.00 each month.',
      },
      year: {
        label: '€290',
        note: 'per seat, year',
        next: 'Next: payment. 3 seats to begin with: €870.00 each year.',
      },
    })
  })

  it('that is not sold for an interval has no price there', () => {
    expect(planChoice({ ...team, yearly: null }).year).toBeNull()
  })

  it('that is agreed by contract asks to talk', () => {
    const price = { label: 'Talk to us', note: '', next: null }
    expect(planChoice({ ...team, billing: 'contract', monthly: null, yearly: null }).month).toEqual(price)
  })
})

it('names seats and cards as people do', () => {
  expect([seatsOf('Team', 3), seatsOf('Solo', 1)]).toEqual(['Team, 3 seats', 'Solo, 1 seat'])
  expect(cardOf({ brand: 'visa', last4: '4242' })).toBe('Visa ending 4242')
  expect(cardOf({ brand: 'newcomer', last4: '0001' })).toBe('newcomer ending 0001')
})
