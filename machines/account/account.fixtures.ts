/** What an account is told. None of its states has a screen of its own: the billing page reads its regions together. */
import { done, failed, type Told } from '../kit/walk.ts'
import type { Crossing } from '../vocabulary/meters.ts'
import type { AccountInput, Debt, DunningStep, LiveSubscription, Offer, ReadBooks } from './account.types.ts'

export const input: AccountInput = { accountId: 'acc_ten_1', tenantId: 'ten_1' }

export const debt: Debt = {
  invoiceId: 'in_1',
  number: 'TEN-0002',
  owed: { amountMinor: 8700, currency: 'eur' },
  invoices: 1,
  since: 1_795_430_400_000,
  attempts: 1,
  nextTryAt: 1_795_689_600_000,
  problem: 'card.declined',
  card: { brand: 'visa', last4: '0341' },
  payUrl: 'https://pay.example/i/1',
}
export const subscription: LiveSubscription = {
  subscriptionId: 'sub_1',
  periodEnd: 1_798_022_400_000,
  cancelAt: null,
}
const well: ReadBooks['output'] = { debt: null, subscription, planIsPaid: true }

export const books = (more: Partial<ReadBooks['output']> = {}) => done('readBooks', { ...well, ...more })
export const allWell = books()
export const owing = books({ debt })
export const ending = books({ subscription: { ...subscription, cancelAt: subscription.periodEnd } })
export const ended = books({ subscription: null })
export const free = books({ subscription: null, planIsPaid: false })
export const unread = failed('readBooks', 'payment.unreachable')

const say = (type: string): Told => ({ type })
export const changed = say('billing.changed')
export const confirmed = say('downgrade.confirmed')
export const undone = say('downgrade.undone')
export const leavingBegan = say('leaving.began')
export const leavingUndone = say('leaving.undone')
export const closed = say('account.closed')
export const held: Told = { type: 'operator.held', reason: 'Looks like a stolen card.' }
export const released = say('operator.released')
export const retried = say('operator.retried')

export const told = (step: DunningStep, at = 1) => done(`tell-${step}`, { at })
export const notTold = (step: DunningStep) => failed(`tell-${step}`, 'mail.failed')
export const thanked = done('sendRecovery', { sent: true })
export const notThanked = failed('sendRecovery', 'mail.failed')
export const stopped = done('stopCollections', { stopped: true })
export const notStopped = failed('stopCollections', 'payment.unreachable')
export const scheduled = done('schedulePlanEnd', { cancelAt: subscription.periodEnd })
export const notScheduled = failed('schedulePlanEnd', 'payment.unreachable')
export const goesOn = done('undoPlanEnd', { cancelAt: null })
export const applied = done('applyPlan', { applied: true, crossed: [] })
export const notApplied = failed('applyPlan', 'workspace.absent')

export const most: Crossing = {
  meter: 'requests',
  month: '2026-11',
  threshold: 80,
  limit: 10_000,
  used: 8000,
  hard: true,
}
export const all: Crossing = { ...most, threshold: 100, used: 10_000 }
export const crossed = (crossing: Crossing): Told => ({ type: 'usage.crossed', crossing })
export const usageTold = done('tellUsage', { told: true })
export const usageUntold = failed('tellUsage', 'mail.failed')
export const appliedOver = done('applyPlan', { applied: true, crossed: [all] })

export const asked: Told = { type: 'upgrade.asked', interval: 'month' }
export const offer: Offer = {
  email: 'mara@fernhill.studio',
  name: 'Mara Lindqvist',
  company: 'Fernhill Studio',
  locale: 'en',
  plan: 'team',
  planName: 'Team',
  interval: 'month',
  seats: 3,
  price: { amountMinor: 2900, currency: 'eur' },
  lookupKey: 'team_month_eur_2900',
  knownCustomer: null,
  limits: { seats: 50, projects: 20, requestsPerMonth: 500_000, storageBytes: 100_000_000_000 },
  catalogueVersion: '1',
}
export const offered = done('readOffer', offer)
export const notOffered = failed('readOffer', 'plan.unavailable')
const output = { customerId: 'cus_1', subscriptionId: 'sub_1', card: null, problem: null }
export const paid = done('payment', { ...output, result: 'paid' })
export const left = done('payment', { ...output, result: 'left', problem: 'plan.priceChanged' })
