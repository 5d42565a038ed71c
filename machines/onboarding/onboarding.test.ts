import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, done, elapsed, failed, type Told } from '../kit/walk.ts'
import {
  accepted,
  chosen,
  codeSent,
  givenBack,
  input,
  onboardingFixtures,
  paid,
  paymentLeft,
  plans,
  plansRead,
  profile,
  rejected,
  submitted,
  teamChosen,
} from './onboarding.fixtures.ts'
import { onboardingFlow } from './onboarding.flow.ts'
import { onboardingMachine } from './onboarding.machine.ts'
import { onboardingView } from './onboarding.view.ts'

const walk = (events: readonly Told[]) => after(onboardingMachine, input, events)
const where = (events: readonly Told[]) => activeLeaves(walk(events).snapshot).sort()
const lapse = (delay: string, state: string) => elapsed(onboardingMachine, delay, state)

const verifying = [submitted, codeSent]
const atProfile = [...verifying, accepted]
const atPlan = [...atProfile, profile, plansRead]
const settingUp = [...atPlan, chosen]
const paying = [...atPlan, teamChosen]
const withEnterprise = done('readPlans', {
  version: '1',
  plans: [{ ...plans[0], key: 'enterprise', billing: 'contract', monthly: null, yearly: null }],
})
const five = [rejected, rejected, rejected, rejected, rejected]
const succeeded = done('provisioning', { result: 'succeeded', tenantId: 't', userId: 'u', slug: 's', code: null })
const compensated = (code: string) =>
  done('provisioning', { result: 'compensated', code, tenantId: null, userId: null, slug: null })

describe('an onboarding', () => {
  it.each<[string, readonly Told[], string]>([
    ['starts with the address', [], 'signUp.address'],
    ['sends a code', [submitted], 'signUp.sendingCode'],
    ['waits for the code', verifying, 'signUp.verifying.cooling'],
    [
      'lets a new code be asked for after a while',
      [...verifying, lapse('resendCooldown', 'signUp.verifying.cooling')],
      'signUp.verifying.waiting',
    ],
    ['does not send a new code before', [...verifying, { type: 'code.requested' }], 'signUp.verifying.cooling'],
    ['takes four wrong codes', [...verifying, ...five.slice(1)], 'signUp.verifying.cooling'],
    ['locks after the fifth', [...verifying, ...five], 'signUp.locked'],
    ['stays locked whatever is typed', [...verifying, ...five, accepted], 'signUp.locked'],
    [
      'opens the lock after a while, for a new code',
      [...verifying, ...five, lapse('lockDuration', 'signUp.locked')],
      'signUp.codeExpired',
    ],
    ['lets a code lapse', [...verifying, lapse('codeLifetime', 'signUp.verifying')], 'signUp.codeExpired'],
    ['goes back to the address', [...verifying, { type: 'address.changed' }], 'signUp.address'],
    ['says when the mail cannot be sent', [submitted, failed('sendCode')], 'signUp.mailFailed'],
    [
      'takes the link instead of the code',
      [...verifying, { type: 'link.confirmed' }],
      'setUp.step.profile + setUp.patience.awake',
    ],
    [
      'takes the link although the code is locked',
      [...verifying, ...five, { type: 'link.confirmed' }],
      'setUp.step.profile + setUp.patience.awake',
    ],
    ['asks for the profile once the address is proved', atProfile, 'setUp.step.profile + setUp.patience.awake'],
    [
      'needs a password',
      [...atProfile, { ...profile, passwordRef: undefined }],
      'setUp.step.profile + setUp.patience.awake',
    ],
    ['reads the plans', [...atProfile, profile], 'setUp.step.readingPlans + setUp.patience.awake'],
    ['offers the plans', atPlan, 'setUp.step.plan + setUp.patience.awake'],
    [
      'reads again when a chosen plan is gone',
      [...atPlan, { type: 'plan.chosen', plan: 'gone' }],
      'setUp.step.readingPlans + setUp.patience.awake',
    ],
    ['goes back to the profile', [...atPlan, { type: 'step.back' }], 'setUp.step.profile + setUp.patience.awake'],
    [
      'keeps the password on the way back',
      [...atPlan, { type: 'step.back' }, { ...profile, passwordRef: undefined }],
      'setUp.step.readingPlans + setUp.patience.awake',
    ],
    ['sets up', settingUp, 'settingUp.working'],
    ['says when a person has to look', [...settingUp, { type: 'provisioning.stuck', code: 'x' }], 'settingUp.stuck'],
    [
      'goes on when one did',
      [...settingUp, { type: 'provisioning.stuck', code: 'x' }, { type: 'provisioning.unstuck' }],
      'settingUp.working',
    ],
    ['is ready', [...settingUp, succeeded], 'ready'],
    ['is finished once opened', [...settingUp, succeeded, { type: 'workspace.opened' }], 'finished'],
    ['is finished when nobody opens it', [...settingUp, succeeded, lapse('handOverLifetime', 'ready')], 'finished'],
    [
      'may be tried again when set-up failed',
      [...settingUp, compensated('x'), { type: 'setUp.retried' }],
      'settingUp.working',
    ],
    ['asks for a card when the plan costs something', paying, 'setUp.step.payment + setUp.patience.awake'],
    ['sets up what was paid', [...paying, paid], 'settingUp.working'],
    [
      'reads the plans again when the payment was left',
      [...paying, paymentLeft()],
      'setUp.step.readingPlans + setUp.patience.awake',
    ],
    [
      'does not sell by card what is agreed by contract',
      [...atProfile, profile, withEnterprise, { type: 'plan.chosen', plan: 'enterprise', interval: 'month' }],
      'setUp.step.readingPlans + setUp.patience.awake',
    ],
    [
      'gives the money back when what was paid cannot be made',
      [...paying, paid, compensated('x')],
      'givingBack.working',
    ],
    ['has failed once the money is back', [...paying, paid, compensated('x'), givenBack], 'setUpFailed'],
    [
      'gives the money back when the address was taken meanwhile',
      [...paying, paid, compensated('address.taken'), givenBack],
      'addressTaken',
    ],
    [
      'has failed without a word of money when none had been taken',
      [...paying, paid, compensated('x'), done('giveBack', { money: null })],
      'setUpFailed',
    ],
    [
      'calls a person when the money cannot be given back',
      [...paying, paid, compensated('x'), failed('giveBack')],
      'givingBack.stuck',
    ],
    [
      'tries by itself to give the money back',
      [...paying, paid, compensated('x'), failed('giveBack'), lapse('giveBackAgain', 'givingBack.stuck')],
      'givingBack.working',
    ],
    [
      'asks for another payment after the money was given back',
      [...paying, paid, compensated('x'), givenBack, { type: 'setUp.retried' }],
      'setUp.step.readingPlans + setUp.patience.awake',
    ],
    [
      'closes what it opened at the provider when nobody comes back',
      [
        ...paying,
        lapse('firstReminder', 'setUp.patience.awake'),
        done('remindOnce'),
        lapse('secondReminder', 'setUp.patience.remindedOnce'),
        done('remindTwice'),
        lapse('abandonAfter', 'setUp.patience.remindedTwice'),
      ],
      'abandoning',
    ],
    ['ends at a taken address', [...settingUp, compensated('address.taken')], 'addressTaken'],
    ['forgets an address nobody proved', [submitted, lapse('signUpLifetime', 'signUp')], 'forgetting'],
    [
      'reminds beside the step',
      [...atProfile, lapse('firstReminder', 'setUp.patience.awake')],
      'setUp.step.profile + setUp.patience.remindingOnce',
    ],
    [
      'is patient again when the person moves on',
      [...atProfile, lapse('firstReminder', 'setUp.patience.awake'), profile],
      'setUp.step.readingPlans + setUp.patience.awake',
    ],
  ])('%s', (_, events, leads) => {
    expect(where(events)).toEqual(leads.split(' + ').sort())
  })

  it('asks for a payment at the price and for the seats the catalogue said', () => {
    expect(walk(paying).asked).toMatchObject([
      {
        src: 'payment',
        input: { seats: 3, price: { amountMinor: 2900, currency: 'eur' }, lookupKey: 'team_month_eur_2900' },
      },
    ])
    expect(walk([...atPlan, { ...teamChosen, interval: 'year' }]).asked).toMatchObject([
      { input: { interval: 'year', price: { amountMinor: 29_000 }, lookupKey: 'team_year_eur_29000' } },
    ])
  })

  it('gives every try at paying a name of its own', () => {
    const again = [...paying, paymentLeft(), plansRead, teamChosen]
    const names = [paying, again].map((events) => walk(events).asked.map(({ input }) => input))
    expect(names).toMatchObject([
      [{ paymentId: `${input.onboardingId}/1` }],
      [{ paymentId: `${input.onboardingId}/2` }],
    ])
  })

  it('sets up the seats that were paid, and all of a free plan', () => {
    expect(walk([...paying, paid]).asked).toMatchObject([{ src: 'provisioning', input: { plan: { seats: 3 } } }])
    expect(walk(settingUp).asked).toMatchObject([{ src: 'provisioning', input: { plan: { seats: 2 } } }])
  })

  it('asks for one code per request, numbered', () => {
    expect(walk([submitted]).asked).toMatchObject([
      { src: 'sendCode', input: { onboardingId: input.onboardingId, number: 1 } },
    ])
    const again = [...verifying, lapse('resendCooldown', 'signUp.verifying.cooling'), { type: 'code.requested' }]
    expect(walk(again).asked).toMatchObject([{ src: 'sendCode', input: { number: 2 } }])
  })

  it('asks for at most five codes', () => {
    const more = [lapse('resendCooldown', 'signUp.verifying.cooling'), { type: 'code.requested' }, codeSent]
    const five = [...verifying, ...more, ...more, ...more, ...more]
    expect(walk(five).snapshot.context.codesSent).toBe(5)
    expect(walk([...five, ...more.slice(0, 2)]).asked).toEqual([])
  })

  it('asks for nothing of provisioning before address, profile and plan are there', () => {
    for (const { events, name } of onboardingFixtures) {
      const { snapshot, asked } = walk(events)
      if (asked.some(({ src }) => src === 'provisioning'))
        expect(snapshot.context, name).toMatchObject({ verified: true, plan: 'free', passwordRef: 'cred_1' })
    }
    expect(walk(settingUp).asked).toMatchObject([
      { src: 'provisioning', input: { runId: input.onboardingId, plan: { key: 'free', limits: { projects: 3 } } } },
    ])
  })

  it('keeps what was typed when it goes back', () => {
    expect(walk([...atPlan, { type: 'step.back' }]).snapshot.context).toMatchObject({
      name: 'Mara Lindqvist',
      company: 'Fernhill Studio',
    })
  })

  it('forgets the person when it expires', () => {
    const { context } = walk(onboardingFixtures.find(({ name }) => name === 'Expired')!.events).snapshot
    expect(context).toMatchObject({ email: '', name: '', company: '', passwordRef: null })
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(onboardingMachine)).toEqual([])
  })
  it('has a fixture for every screen', () => {
    expect(fixtureGaps(onboardingMachine, input, onboardingFixtures)).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(onboardingFlow)).toEqual([])
  })

  it('shows no password reference and no embedding key', () => {
    const view = JSON.stringify(onboardingView(walk(atPlan).snapshot.context))
    expect(view).not.toContain('cred_1')
    expect(view).not.toContain('pk_demo')
  })

  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const { steps } = walkChart(onboardingMachine, {
      steps: 10_000,
      seed: 7,
      input,
      events: [
        submitted,
        { type: 'address.changed' },
        rejected,
        rejected,
        accepted,
        { type: 'code.requested' },
        { type: 'link.confirmed' },
        profile,
        { ...profile, passwordRef: undefined },
        { type: 'step.back' },
        { type: 'plans.requested' },
        chosen,
        { type: 'plan.chosen', plan: 'gone' },
        { type: 'provisioning.progressed', steps: [], retryInMs: 5 },
        { type: 'provisioning.stuck', code: 'x' },
        { type: 'provisioning.unstuck' },
        { type: 'setUp.retried' },
        { type: 'signUp.resumed' },
        { type: 'workspace.opened' },
      ] as never,
      outputs: {
        sendCode: { sent: true },
        readPlans: plansRead['output'],
        sendReminder: { sent: true },
        forget: { forgotten: true },
        provisioning: () => ({ result: 'succeeded', tenantId: 't', userId: 'u', slug: 's', code: null }),
      },
    })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})

describe('what may come from outside', () => {
  const parse = (event: { type: keyof typeof onboardingFlow.events } & Record<string, unknown>) =>
    onboardingFlow.events[event.type]!.safeParse(event)

  it.each([
    [
      'trims and lowers an address',
      { type: 'address.submitted', email: ' Mara@Fernhill.Studio ' },
      { email: 'mara@fernhill.studio' },
    ],
    ['drops spaces of a pasted code', { type: 'code.typed', code: '418 302' }, { code: '418302' }],
  ])('%s', (_, event, expected) => {
    expect(parse(event).data).toMatchObject(expected)
  })

  it.each([
    ['no address', { type: 'address.submitted', email: 'nobody' }, 'address.invalid'],
    ['a second line in a name', { ...profile, name: 'a\nb', passwordRef: undefined }, 'name.unreadable'],
    [
      'an empty name',
      { type: 'profile.saved', name: ' ', company: 'c', role: 'other', password: 'long enough!' },
      'profile.name.missing',
    ],
    [
      'a short password',
      { type: 'profile.saved', name: 'n', company: 'c', role: 'other', password: 'short' },
      'profile.password.weak',
    ],
    ['letters in a code', { type: 'code.typed', code: 'abcdef' }, 'code.malformed'],
  ])('refuses %s', (_, event, code) => {
    expect(JSON.stringify(parse(event as never).error?.issues)).toContain(code)
  })

  it('refuses unknown keys', () => {
    expect(parse({ type: 'address.submitted', email: 'a@b.co', tenant: 'other' }).success).toBe(false)
  })
})
