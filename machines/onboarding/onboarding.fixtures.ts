/**
 * One moment for every state of an onboarding that has a screen, and the variants that look different. Each is where a
 * list of events leads, so a fixture can never show what the chart cannot reach. Stories and pictures are made of them.
 */
import type { Fixture } from '../kit/fixture.ts'
import { done, elapsed, failed, type Told } from '../kit/walk.ts'
import type { RunStep, StepKey, StepStatus } from '../provisioning/provisioning.types.ts'
import { stepKeys } from '../provisioning/provisioning.types.ts'
import type { OfferedPlan } from '../vocabulary/plans.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import { onboardingMachine } from './onboarding.machine.ts'
import type { OnboardingInput } from './onboarding.types.ts'

export const input: OnboardingInput = { onboardingId: 'onb_018f2c7d4b1a', embeddingKey: 'pk_demo', locale: 'en' }

const euro = (amountMinor: number) => ({ amountMinor, currency: 'eur' })
export const plans: readonly OfferedPlan[] = [
  {
    key: 'free',
    name: 'Free',
    summary: '2 seats, 3 projects',
    billing: 'none',
    monthly: euro(0),
    yearly: euro(0),
    startSeats: 2,
    limits: { seats: 2, projects: 3, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 },
  },
  {
    key: 'team',
    name: 'Team',
    summary: 'Up to 50 seats, 20 projects',
    billing: 'card',
    monthly: euro(2900),
    yearly: euro(29_000),
    startSeats: 3,
    limits: { seats: 50, projects: 20, requestsPerMonth: 500_000, storageBytes: 100_000_000_000 },
  },
]

export const submitted: Told = { type: 'address.submitted', email: 'mara@fernhill.studio' }
export const codeSent = done('sendCode', { sent: true })
export const rejected: Told = { type: 'code.rejected' }
export const accepted: Told = { type: 'code.accepted' }
export const profile: Told = {
  type: 'profile.saved',
  name: 'Mara Lindqvist',
  company: 'Fernhill Studio',
  role: 'developer',
  passwordRef: 'cred_1',
}
export const plansRead = done('readPlans', { version: '1', plans })
export const chosen: Told = { type: 'plan.chosen', plan: 'free', interval: 'month' }
export const teamChosen: Told = { type: 'plan.chosen', plan: 'team', interval: 'month' }
export const paid = done('payment', {
  result: 'paid',
  customerId: 'cus_1',
  subscriptionId: 'sub_1',
  card: { brand: 'visa', last4: '4242' },
  problem: null,
})
export const paymentLeft = (problem: ProblemCode | null = null) =>
  done('payment', { result: 'left', customerId: 'cus_1', subscriptionId: null, card: null, problem })
export const givenBack = done('giveBack', { money: { amountMinor: 8700, currency: 'eur' } })
const after = (delay: string, state: string) => elapsed(onboardingMachine, delay, state)

const verifying = [submitted, codeSent]
const profileStep = [...verifying, accepted]
const planStep = [...profileStep, profile, plansRead]
const settingUp = [...planStep, chosen]
const paying = [...planStep, teamChosen]
const settingUpTeam = [...paying, paid]

const progress = (at: StepKey, status: StepStatus, tries = 1, retryInMs: number | null = null): Told => {
  const current = stepKeys.indexOf(at)
  const steps = stepKeys.map((key, index): RunStep => {
    if (index < current) return { key, status: 'done', tries: 1 }
    return index === current ? { key, status, tries } : { key, status: 'pending', tries: 0 }
  })
  return { type: 'provisioning.progressed', steps, retryInMs }
}
const provisioned = done('provisioning', {
  result: 'succeeded',
  tenantId: 'ten_018f2c7d4b1a',
  userId: 'usr_1',
  slug: 'fernhill-studio',
  code: null,
})
const takenBack = (code: string) =>
  done('provisioning', { result: 'compensated', tenantId: null, userId: null, slug: null, code })

const remindedTwice = [
  after('firstReminder', 'setUp.patience.awake'),
  done('remindOnce', { sent: true }),
  after('secondReminder', 'setUp.patience.remindedOnce'),
  done('remindTwice', { sent: true }),
]
const abandoned = [...profileStep, ...remindedTwice, after('abandonAfter', 'setUp.patience.remindedTwice')]

export const onboardingFixtures: readonly Fixture[] = [
  { name: 'Address', state: 'signUp.address', events: [] },
  { name: 'Address, coming back', state: 'signUp.address', events: [...verifying, { type: 'address.changed' }] },
  { name: 'Sending code', state: 'signUp.sendingCode', events: [submitted] },
  { name: 'Code', state: 'signUp.verifying.cooling', events: verifying },
  { name: 'Code, wrong', state: 'signUp.verifying.cooling', events: [...verifying, rejected, rejected] },
  {
    name: 'Code, a new one may be asked for',
    state: 'signUp.verifying.waiting',
    events: [...verifying, after('resendCooldown', 'signUp.verifying.cooling')],
  },
  {
    name: 'Code, locked',
    state: 'signUp.locked',
    events: [...verifying, rejected, rejected, rejected, rejected, rejected],
  },
  {
    name: 'Code, expired',
    state: 'signUp.codeExpired',
    events: [...verifying, after('codeLifetime', 'signUp.verifying')],
  },
  { name: 'Mail failed', state: 'signUp.mailFailed', events: [submitted, failed('sendCode', 'mail.failed')] },
  { name: 'Profile', state: 'setUp.step.profile', events: profileStep },
  {
    name: 'Profile, coming back',
    state: 'setUp.step.profile',
    events: [...planStep, { type: 'step.back' }],
  },
  { name: 'Reading plans', state: 'setUp.step.readingPlans', events: [...profileStep, profile] },
  { name: 'Plan', state: 'setUp.step.plan', events: planStep },
  {
    name: 'Plan, no longer offered',
    state: 'setUp.step.plan',
    events: [...planStep, { type: 'plan.chosen', plan: 'gone' }, plansRead],
  },
  {
    name: 'Plans unreadable',
    state: 'setUp.step.plansUnreadable',
    events: [...profileStep, profile, failed('readPlans')],
  },
  {
    name: 'Plan, price changed',
    state: 'setUp.step.plan',
    events: [...paying, paymentLeft('plan.priceChanged'), plansRead],
  },
  { name: 'Payment', state: 'setUp.step.payment', events: paying },
  { name: 'Setting up', state: 'settingUp.working', events: [...settingUp, progress('workspace', 'executing')] },
  {
    name: 'Setting up, delayed',
    state: 'settingUp.working',
    events: [...settingUp, progress('workspace', 'retrying', 2, 8000)],
  },
  {
    name: 'Setting up, stuck',
    state: 'settingUp.stuck',
    events: [...settingUp, progress('limits', 'failed', 3), { type: 'provisioning.stuck', code: 'probe.ambiguous' }],
  },
  { name: 'Giving back', state: 'givingBack.working', events: [...settingUpTeam, takenBack('workspace.failed')] },
  {
    name: 'Giving back, stuck',
    state: 'givingBack.stuck',
    events: [...settingUpTeam, takenBack('workspace.failed'), failed('giveBack')],
  },
  {
    name: 'Set-up failed, money given back',
    state: 'setUpFailed',
    events: [...settingUpTeam, takenBack('workspace.failed'), givenBack],
  },
  { name: 'Set-up failed', state: 'setUpFailed', events: [...settingUp, takenBack('workspace.failed')] },
  { name: 'Address taken', state: 'addressTaken', events: [...settingUp, takenBack('address.taken')] },
  { name: 'Ready', state: 'ready', events: [...settingUp, progress('welcome', 'done'), provisioned] },
  { name: 'Ready, paid', state: 'ready', events: [...settingUpTeam, progress('welcome', 'done'), provisioned] },
  { name: 'Finished', state: 'finished', events: [...settingUp, provisioned, { type: 'workspace.opened' }] },
  {
    name: 'Abandoning',
    state: 'abandoning',
    events: [
      ...paying,
      paymentLeft(),
      plansRead,
      ...remindedTwice,
      after('abandonAfter', 'setUp.patience.remindedTwice'),
    ],
  },
  { name: 'Abandoned', state: 'abandoned', events: abandoned },
  {
    name: 'Forgetting',
    state: 'forgetting',
    events: [...abandoned, after('forgetAfter', 'abandoned')],
  },
  {
    name: 'Expired',
    state: 'expired',
    events: [...abandoned, after('forgetAfter', 'abandoned'), done('forget', { forgotten: true })],
  },
]
