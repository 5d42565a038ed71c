import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, failed, type Told } from '../kit/walk.ts'
import {
  actionNeeded,
  cardHolds,
  cardIs,
  cardRefused,
  changed,
  chargeIs,
  chargeRefused,
  chargeTakesTime,
  closed,
  input,
  left,
  opened,
  paymentFixtures,
  rechecked,
  reread,
  retried,
  submitted,
  subscribed,
} from './payment.fixtures.ts'
import { paymentFlow } from './payment.flow.ts'
import { paymentMachine } from './payment.machine.ts'

const walk = (events: readonly Told[]) => after(paymentMachine, input, events)
const lapse = (delay: string, state: string) => elapsed(paymentMachine, delay, state)
const confirming = [opened, submitted]
const holds = { state: 'succeeded', paymentMethodId: 'pm_1', card: { brand: 'visa', last4: '4242' } }
const authenticating = [...confirming, cardHolds, actionNeeded]

describe('a payment', () => {
  it.each<[string, readonly Told[], string]>([
    ['opens a card set-up', [], 'opening'],
    ['waits for the card', [opened], 'entering'],
    ['asks the provider when the form is done', confirming, 'confirming'],
    ['keeps the form open while it looks what changed', [opened, changed], 'rereading'],
    ['and goes on with a card that holds by then', [opened, changed, reread(holds)], 'subscribing'],
    ['or lets the person go on typing', [opened, changed, reread({ state: 'needs card', problem: null })], 'entering'],
    ['or when it cannot look', [opened, changed, failed('rereadSetup')], 'entering'],
    ['keeps the bank’s question open, too', [...authenticating, changed], 'rechecking'],
    ['and is paid when it was answered', [...authenticating, changed, rechecked({ state: 'active' })], 'paid'],
    [
      'or lets it be answered',
      [...authenticating, changed, rechecked({ state: 'needs action', problem: null })],
      'authenticating',
    ],
    ['believes the form at any time', [opened, changed, submitted], 'confirming'],
    ['goes on when the card holds', [...confirming, cardHolds], 'subscribing'],
    ['is paid when the subscription is active', [...confirming, cardHolds, subscribed], 'paid'],
    ['shows the form again when the card is refused', [...confirming, cardRefused('card.declined')], 'entering'],
    ['shows the form again when the form was not really done', [...confirming, cardIs('needs action')], 'entering'],
    ['opens another set-up when this one is gone', [...confirming, cardIs('gone')], 'opening'],
    ['waits while the bank takes its time', [...confirming, cardIs('processing')], 'settling'],
    ['asks again by itself', [...confirming, cardIs('processing'), lapse('askAgain', 'settling')], 'confirming'],
    ['opens another set-up when the first charge is declined', [...confirming, cardHolds, chargeRefused], 'opening'],
    ['lets the bank ask the person', authenticating, 'authenticating'],
    ['believes the provider and not the browser', [...authenticating, submitted], 'checking'],
    ['is paid when the provider says so', [...authenticating, submitted, chargeIs('active')], 'paid'],
    [
      'asks again when it was not confirmed',
      [...authenticating, submitted, chargeIs('needs action', 'card.notAuthenticated')],
      'authenticating',
    ],
    ['starts anew when the provider gave up', [...authenticating, submitted, chargeIs('gone')], 'opening'],
    ['waits for a charge under way', [...authenticating, submitted, chargeIs('processing')], 'waiting'],
    ['closes what was opened when the person leaves', [opened, left], 'closing'],
    [
      'closes a first charge nobody confirms',
      [...authenticating, lapse('actionLifetime', 'authenticating')],
      'closing',
    ],
    ['closes a form nobody fills in', [opened, lapse('setupLifetime', 'entering')], 'closing'],
    ['has left once all is closed', [opened, left, closed], 'left'],
    ['waits when it cannot close', [opened, left, failed('closeSetup')], 'notClosed'],
    ['closes by itself later', [opened, left, failed('closeSetup'), lapse('askAgainLater', 'notClosed')], 'closing'],
    ['closes when the price moved before the card', [failed('openSetup', 'plan.priceChanged')], 'closing'],
    [
      'closes when the price moved before the charge',
      [...confirming, cardHolds, failed('subscribe', 'plan.priceChanged')],
      'closing',
    ],
    ['waits for a first charge that takes its time', [...confirming, cardHolds, chargeTakesTime], 'waiting'],
    ['says when the provider cannot be reached', [failed('openSetup')], 'unreachable'],
    ['opens again when it can', [failed('openSetup'), retried], 'opening'],
    ['picks up at the card', [...confirming, failed('readSetup'), retried], 'confirming'],
    ['picks up at the charge', [...authenticating, submitted, failed('readSubscription'), retried], 'checking'],
    [
      'asks again by itself when the provider was away',
      [failed('openSetup'), lapse('askAgainLater', 'unreachable')],
      'opening',
    ],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('opens one set-up an attempt, for one customer', () => {
    expect(walk([]).asked).toMatchObject([{ src: 'openSetup', input: { attempt: 1, customerId: null } }])
    expect(walk([...confirming, cardHolds, chargeRefused]).asked).toMatchObject([
      { src: 'openSetup', input: { attempt: 2, customerId: 'cus_1' } },
    ])
  })

  it('subscribes at the price the person saw, and only when the card holds', () => {
    for (const { name, events } of paymentFixtures)
      for (const { src, input: asked } of walk(events).asked)
        if (src === 'subscribe')
          expect(asked, name).toMatchObject({
            price: input.price,
            seats: 3,
            lookupKey: input.lookupKey,
            setupIntentId: 'seti_1',
          })
    expect(walk(confirming).asked.map(({ src }) => src)).toEqual(['readSetup'])
    expect(walk([...confirming, cardHolds]).asked.map(({ src }) => src)).toEqual(['subscribe'])
  })

  it('says that it is paid only when the provider has said so', () => {
    expect(walk([...confirming, cardHolds, subscribed]).snapshot.output).toEqual({
      result: 'paid',
      customerId: 'cus_1',
      subscriptionId: 'sub_1',
      card: { brand: 'visa', last4: '4242' },
      problem: null,
    })
    expect(walk([...authenticating, left, closed]).snapshot.output).toEqual({
      result: 'left',
      customerId: 'cus_1',
      subscriptionId: null,
      card: null,
      problem: null,
    })
  })

  it('takes back what it opened, even what it was never told of', () => {
    const { paymentId, tenantId, email } = input
    for (const [events, customerId] of [
      [[...authenticating, left], 'cus_1'],
      [[left], null],
    ] as const)
      expect(walk(events).asked).toEqual([{ src: 'closeSetup', input: { paymentId, tenantId, email, customerId } }])
  })

  it('says why it closed when nobody wanted to leave', () => {
    expect(walk([failed('openSetup', 'plan.priceChanged'), closed]).snapshot.output).toMatchObject({
      result: 'left',
      problem: 'plan.priceChanged',
    })
  })

  it('keeps what the person reads while the provider has nothing new to say', () => {
    const declined = [...confirming, cardRefused('card.declined'), changed]
    const after = (problem: 'card.expired' | null) =>
      walk([...declined, reread({ state: 'needs card', problem })]).snapshot.context.problem
    expect([after(null), after('card.expired')]).toEqual(['card.declined', 'card.expired'])
  })

  it('asks again for the same set-up when it does not know whether it was made', () => {
    expect(walk([failed('openSetup'), retried]).asked).toMatchObject([{ src: 'openSetup', input: { attempt: 1 } }])
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(paymentMachine)).toEqual([])
  })
  it('has a fixture for every screen', () => {
    expect(fixtureGaps(paymentMachine, input, paymentFixtures)).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(paymentFlow)).toEqual([])
  })
  it('shows no id of the provider', () => {
    const { context } = walk([...confirming, cardHolds, subscribed]).snapshot
    for (const caller of ['visitor', 'member', 'operator'] as const)
      expect(JSON.stringify(paymentFlow.view(context, caller))).not.toMatch(/cus_|seti_|sub_/)
    expect(paymentFlow.view(context, 'system')).toMatchObject({ setupIntentId: 'seti_1', subscriptionId: 'sub_1' })
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const outputs = {
      openSetup: opened['output'],
      readSetup: cardHolds['output'],
      rereadSetup: cardHolds['output'],
      recheckSubscription: { state: 'needs action', problem: null },
      subscribe: actionNeeded['output'],
      readSubscription: { state: 'needs action', problem: null },
      closeSetup: closed['output'],
    }
    const { steps } = walkChart(paymentMachine, {
      steps: 10_000,
      seed: 11,
      input,
      events: [submitted, changed, left, retried],
      outputs,
    })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})
