import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, failed, type Told } from '../kit/walk.ts'
import {
  adopted,
  cardFixtures,
  cardHolds,
  cardIs,
  cardRefused,
  closed,
  input,
  left,
  notPaid,
  opened,
  retried,
  submitted,
} from './card.fixtures.ts'
import { cardFlow } from './card.flow.ts'
import { cardMachine } from './card.machine.ts'

const walk = (events: readonly Told[]) => after(cardMachine, input, events)
const lapse = (delay: string, state: string) => elapsed(cardMachine, delay, state)
const confirming = [opened, submitted]

describe('a card’s replacement', () => {
  it.each<[string, readonly Told[], string]>([
    ['opens a card set-up', [], 'opening'],
    ['waits for the card', [opened], 'entering'],
    ['asks the provider when the form is done', confirming, 'confirming'],
    ['shows the form again when the card is refused', [...confirming, cardRefused('card.declined')], 'entering'],
    ['shows the form again when it was not really done', [...confirming, cardIs('needs action')], 'entering'],
    ['opens another form when this one is gone', [...confirming, cardIs('gone')], 'opening'],
    ['waits while the bank takes its time', [...confirming, cardIs('processing')], 'settling'],
    ['asks again by itself', [...confirming, cardIs('processing'), lapse('askAgain', 'settling')], 'confirming'],
    ['pays what is open with a card that holds', [...confirming, cardHolds], 'adopting'],
    ['is done when that is paid', [...confirming, cardHolds, adopted], 'replaced'],
    ['asks for another card when the bank refuses', [...confirming, cardHolds, notPaid], 'opening'],
    ['closes what was opened when the person leaves', [opened, left], 'closing'],
    ['closes a form nobody fills in', [opened, lapse('formLifetime', 'entering')], 'closing'],
    ['has left then', [opened, left, closed], 'left'],
    ['waits when it cannot close', [opened, left, failed('closeCard')], 'notClosed'],
    ['closes by itself later', [opened, left, failed('closeCard'), lapse('askAgainLater', 'notClosed')], 'closing'],
    ['has nothing to replace where nobody pays', [failed('openCard', 'customer.none')], 'left'],
    ['says when the provider cannot be reached', [failed('openCard')], 'unreachable'],
    ['opens again when it can', [failed('openCard'), retried], 'opening'],
    ['picks up at the card', [...confirming, cardHolds, failed('adoptCard'), retried], 'confirming'],
    ['asks again by itself', [failed('openCard'), lapse('askAgainLater', 'unreachable')], 'opening'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('adopts no card that the provider has not confirmed', () => {
    for (const { name, events } of cardFixtures)
      for (const { src } of walk(events).asked) if (src === 'adoptCard') expect(events.at(-1), name).toEqual(cardHolds)
  })

  it('says why the bank refused, over a new form', () => {
    const { snapshot } = walk([...confirming, cardHolds, notPaid])
    expect(snapshot.context).toMatchObject({ problem: 'card.declined', attempt: 2, setupIntentId: null })
  })
})

describe('the chart', () => {
  it('explains every leaf', () => expect(unexplainedLeaves(cardMachine)).toEqual([]))
  it('has a fixture for every screen', () => expect(fixtureGaps(cardMachine, input, cardFixtures)).toEqual([]))
  it('has a policy for every event', () => expect(policyGaps(cardFlow)).toEqual([]))
  it('shows no id of the provider', () => {
    const { context } = walk([...confirming, cardHolds]).snapshot
    expect(JSON.stringify(cardFlow.view(context, 'member'))).not.toMatch(/seti_/)
    expect(cardFlow.view(context, 'system')).toMatchObject({ setupIntentId: 'seti_1' })
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const outputs = {
      openCard: { setupIntentId: 'seti_1' },
      readSetup: cardHolds['output'],
      adoptCard: { state: 'refused', problem: 'card.declined' },
      closeCard: { closed: true },
    }
    const events = [submitted, submitted, submitted, retried, left]
    const walked = walkChart(cardMachine, { steps: 5000, seed: 19, input, events, outputs })
    expect(walked.steps).toBeGreaterThanOrEqual(5000)
  })
})
