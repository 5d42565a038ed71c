import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, type Told } from '../kit/walk.ts'
import { accessTable } from '../vocabulary/access.ts'
import * as it_ from './account.fixtures.ts'
import { accountFlow } from './account.flow.ts'
import { accountMachine } from './account.machine.ts'
import type { DunningStep } from './account.types.ts'
import { accessIn, statesOf } from './account.view.ts'

const { allWell, applied, changed, closed, confirmed, debt, ended, ending, free, goesOn, held, input } = it_
const {
  crossed,
  most,
  notApplied,
  notStopped,
  notTold,
  owing,
  retried,
  usageTold,
  scheduled,
  stopped,
  thanked,
  told,
  undone,
  unread,
} = it_

const walk = (events: readonly Told[]) => after(accountMachine, input, events)
const at = (events: readonly Told[]) =>
  activeLeaves(walk(events).snapshot).map((path) => path.replace(/^open\./, '').replace('standing.owing', 'owing'))
const lapse = (delay: string, state: string) => elapsed(accountMachine, delay, `open.${state}`)
const over = (step: DunningStep) => lapse(`${step}Lasts`, `standing.owing.${step}.told`)

const inGrace = [owing, told('pastDue'), over('pastDue')]
const inRestricted = [...inGrace, told('grace'), over('grace')]
const inSuspended = [...inRestricted, told('restricted'), over('restricted')]
const stopping = [...inSuspended, told('suspended'), over('suspended')]

describe('an account', () => {
  it.each<[string, readonly Told[], string]>([
    ['reads the books first of all', [], 'books.reading'],
    ['reads again when something changed', [allWell, changed], 'books.reading'],
    ['reads again when it changed meanwhile', [changed, changed], 'books.reading'],
    ['waits when the provider cannot be reached', [unread], 'books.unread'],
    ['asks again by itself', [unread, lapse('readAgain', 'books.unread')], 'books.reading'],
    ['asks again when an operator says so', [unread, retried], 'books.reading'],
    ['is good when nothing is owed', [allWell], 'standing.good'],
    ['tells of a charge that failed', [owing], 'owing.pastDue.telling'],
    ['waits once that was told', [owing, told('pastDue')], 'owing.pastDue.told'],
    ['does not go on while it could not be told', [owing, notTold('pastDue')], 'owing.pastDue.untold'],
    ['not even when time passes', [owing, notTold('pastDue'), over('pastDue')], 'owing.pastDue.untold'],
    [
      'tries again to tell',
      [owing, notTold('pastDue'), lapse('tryAgain', 'standing.owing.pastDue.untold')],
      'owing.pastDue.telling',
    ],
    ['goes on to grace', inGrace, 'owing.grace.telling'],
    ['goes on to restricted', inRestricted, 'owing.restricted.telling'],
    ['goes on to suspended', inSuspended, 'owing.suspended.telling'],
    ['ends the subscription at last', stopping, 'owing.stopping'],
    ['waits when it cannot', [...stopping, notStopped], 'owing.notStopped'],
    ['tells that it has', [...stopping, stopped], 'owing.collectionsStopped.telling'],
    ['stays there', [...stopping, stopped, told('collectionsStopped')], 'owing.collectionsStopped.told'],
    ['is good again when it was never told', [owing, changed, allWell], 'standing.good'],
    ['says thanks when it was', [owing, told('pastDue'), changed, allWell], 'standing.recovered'],
    ['from any step', [...stopping, stopped, told('collectionsStopped'), changed, allWell], 'standing.recovered'],
    ['and is good then', [owing, told('pastDue'), changed, allWell, thanked], 'standing.good'],
    ['stays where it is while something else is open', [...inGrace, changed, owing], 'owing.grace.telling'],
    ['is owing anew', [owing, told('pastDue'), changed, allWell, changed, owing], 'owing.pastDue.telling'],
    ['asks to end the plan', [allWell, confirmed], 'plan.scheduling'],
    ['has that in the calendar', [allWell, confirmed, scheduled], 'plan.scheduled'],
    ['says when it cannot', [allWell, confirmed, it_.notScheduled], 'plan.steady'],
    ['undoes it', [allWell, confirmed, scheduled, undone], 'plan.undoing'],
    ['and goes on', [allWell, confirmed, scheduled, undone, goesOn], 'plan.steady'],
    ['takes up an end made elsewhere', [ending], 'plan.scheduled'],
    ['and that it was undone there', [ending, changed, allWell], 'plan.steady'],
    ['has no plan to end on Free', [free, confirmed], 'plan.steady'],
    ['goes to Free when the plan is over', [ending, changed, ended], 'plan.ending'],
    ['sets the limits then', [ending, changed, ended], 'provisioning.changing'],
    ['and is on Free', [ending, changed, ended, applied], 'plan.steady'],
    ['needs a person when they cannot be set', [ended, notApplied], 'provisioning.needsHuman'],
    ['tries again when an operator says so', [ended, notApplied, retried], 'provisioning.changing'],
    ['looks up what Team costs', [free, it_.asked], 'plan.offering'],
    [
      'sells nothing while something is owed',
      [it_.books({ debt, subscription: null, planIsPaid: false }), it_.asked],
      'plan.steady',
    ],
    ['sells nothing twice', [allWell, it_.asked], 'plan.steady'],
    ['says when it is not for sale', [free, it_.asked, it_.notOffered], 'plan.steady'],
    ['asks for a card', [free, it_.asked, it_.offered], 'plan.paying'],
    ['stays on Free when they leave', [free, it_.asked, it_.offered, it_.left], 'plan.steady'],
    ['sets the limits once it is paid', [free, it_.asked, it_.offered, it_.paid], 'provisioning.changing'],
    ['waits for that', [free, it_.asked, it_.offered, it_.paid], 'plan.growing'],
    ['and is on Team', [free, it_.asked, it_.offered, it_.paid, applied], 'plan.steady'],
    [
      'keeps a paid plan that cannot be set for a person',
      [free, it_.asked, it_.offered, it_.paid, notApplied],
      'plan.growing',
    ],
    ['tells of a share that is used', [allWell, crossed(most)], 'usage.telling'],
    ['is quiet once it is told', [allWell, crossed(most), usageTold], 'usage.quiet'],
    ['tells the next then', [allWell, crossed(most), crossed(it_.all), usageTold], 'usage.telling'],
    ['and is quiet after it', [crossed(most), crossed(it_.all), usageTold, usageTold], 'usage.quiet'],
    ['tells nothing twice', [crossed(most), crossed(most), usageTold], 'usage.quiet'],
    ['waits when nobody can be told', [crossed(most), it_.usageUntold], 'usage.untold'],
    [
      'tries again to tell of use',
      [crossed(most), it_.usageUntold, crossed(it_.all), lapse('tryAgain', 'usage.untold')],
      'usage.telling',
    ],
    ['tells what a smaller plan makes of the use', [ending, changed, ended, it_.appliedOver], 'usage.telling'],
    ['tells nothing of a plan with room', [ending, changed, ended, applied], 'usage.quiet'],
    ['is held by an operator', [allWell, held], 'hold.held'],
    ['is held whatever is paid', [owing, told('pastDue'), held, changed, allWell, thanked], 'hold.held'],
    ['is released by an operator', [allWell, held, it_.released], 'hold.clear'],
    ['leaves', [allWell, it_.leavingBegan], 'lifecycle.leaving'],
    ['comes back', [allWell, it_.leavingBegan, it_.leavingUndone], 'lifecycle.live'],
    ['is closed', [...inGrace, closed], 'closed'],
  ])('%s', (_, events, leads) => {
    expect(at(events)).toContain(leads)
  })

  it('asks for one notice a step, under the time it owes', () => {
    const steps = [[owing], inGrace, inRestricted, inSuspended].map((events) => walk(events).asked)
    expect(steps.map(([first]) => (first!.input as { step: string }).step)).toEqual([
      'pastDue',
      'grace',
      'restricted',
      'suspended',
    ])
    expect(walk([owing]).asked[0]).toMatchObject({ src: 'sendDunning', input: { episode: 1, debt } })
    const again = [owing, told('pastDue'), changed, allWell, changed, owing]
    expect(walk(again).asked[0]).toMatchObject({ src: 'sendDunning', input: { episode: 2 } })
  })

  it('never asks for the next step before the notice of this one was sent', () => {
    for (const step of ['pastDue', 'grace', 'restricted', 'suspended'] as const)
      expect(walk([owing, over(step)]).asked, step).toEqual([])
  })

  it('asks for the money of the plan that was offered, and applies that plan and no other', () => {
    const { limits: _, catalogueVersion: __, ...bill } = it_.offer
    const paying = walk([free, it_.asked, it_.offered])
    expect(paying.asked).toMatchObject([
      { src: 'payment', input: { ...bill, paymentId: 'acc_ten_1/1', tenantId: 'ten_1' } },
    ])
    const { plan, planName, seats, limits, catalogueVersion } = it_.offer
    const applying = walk([free, it_.asked, it_.offered, it_.paid]).asked
    expect(applying).toMatchObject([
      { src: 'applyPlan', input: { offer: { plan, planName, seats, limits, catalogueVersion } } },
    ])
    expect(walk([ending, changed, ended]).asked).toMatchObject([{ src: 'applyPlan', input: { offer: null } }])
    expect(walk([free, it_.asked, it_.offered, it_.left]).snapshot.context).toMatchObject({
      problem: 'plan.priceChanged',
      offer: null,
    })
  })

  it('reads again when the plan came while it was reading, because what is being read may be older', () => {
    const { asked } = walk([free, it_.asked, it_.offered, it_.paid, changed, applied])
    expect(asked).toMatchObject([{ src: 'readBooks' }])
    expect(walk([free, it_.asked, it_.offered, it_.paid, applied]).asked).toEqual([])
  })

  it('asks to tell of one share after the other, in their order', () => {
    const events = [crossed(most), crossed(it_.all)]
    expect(walk([crossed(most)]).asked).toMatchObject([
      { src: 'tellUsage', input: { tenantId: 'ten_1', crossing: most } },
    ])
    expect(walk(events).asked).toEqual([])
    expect(walk([...events, usageTold]).asked).toMatchObject([{ src: 'tellUsage', input: { crossing: it_.all } }])
    expect(walk([...events, usageTold, usageTold]).snapshot.context.crossings).toEqual([])
  })

  it('keeps which notice went out when', () => {
    expect(walk([owing, told('pastDue', 5), over('pastDue'), told('grace', 9)]).snapshot.context.notices).toEqual([
      { step: 'pastDue', at: 5 },
      { step: 'grace', at: 9 },
    ])
  })

  it('ends in the same state whatever news comes twice or late, because it reads', () => {
    const news: readonly (readonly Told[])[] = [
      [changed, allWell],
      [changed, changed, changed, allWell],
      [changed, owing, changed, changed, allWell],
    ]
    for (const events of news) expect(at(events).toSorted()).toEqual(at([allWell]).toSorted())
  })
})

describe('access', () => {
  it.each<[readonly Told[], string]>([
    [[allWell], 'full'],
    [inGrace, 'full'],
    [inRestricted, 'limited'],
    [inSuspended, 'billing_and_export_only'],
    [[...stopping, stopped], 'billing_and_export_only'],
    [[...inSuspended, changed, allWell], 'full'],
    [[allWell, held], 'billing_and_export_only'],
    [[allWell, it_.leavingBegan], 'limited'],
    [[allWell, closed], 'none'],
  ])('after %# is %s', (events, level) => {
    expect(accessIn(walk(events).snapshot.value).level).toBe(level)
  })
})

describe('the chart', () => {
  it('explains every leaf', () => expect(unexplainedLeaves(accountMachine)).toEqual([]))
  it('has no screen of its own, and so no fixture', () => expect(fixtureGaps(accountMachine, input, [])).toEqual([]))
  it('has a policy for every event', () => expect(policyGaps(accountFlow)).toEqual([]))
  it('shows no id of the provider, and visitors nothing', () => {
    const { context } = walk([owing]).snapshot
    for (const caller of ['member', 'operator', 'system'] as const)
      expect(JSON.stringify(accountFlow.view(context, caller))).not.toMatch(/in_1"|sub_1/)
    expect(accountFlow.view(context, 'visitor')).toEqual({})
  })

  it('plans what the live interpreter does, and knows the access of every state', { timeout: 60_000 }, () => {
    const events = [
      changed,
      changed,
      confirmed,
      undone,
      it_.leavingBegan,
      it_.leavingUndone,
      held,
      it_.released,
      retried,
      crossed(most),
      crossed(it_.all),
    ]
    const seen = new Set<string>()
    const outputs = { sendDunning: { at: 1 }, sendRecovery: { sent: true }, stopCollections: { stopped: true } }
    const readings = [owing, allWell, ended, ending].map(({ output }) => output)
    for (const [index, readBooks] of readings.entries()) {
      const more = {
        setPlanEnd: { cancelAt: null },
        applyPlan: { applied: true, crossed: [] },
        tellUsage: { told: true },
        readOffer: it_.offer,
        readBooks,
      }
      const walked = walkChart(accountMachine, {
        steps: 3000,
        seed: 19 + index,
        input,
        events,
        outputs: { ...outputs, ...more },
      })
      expect(walked.steps).toBeGreaterThanOrEqual(3000)
      for (const state of walked.states) seen.add(state)
    }
    for (const state of seen) {
      const { standing, hold } = statesOf(JSON.parse(state))
      expect(accessTable.standing).toHaveProperty(standing)
      expect(accessTable.hold).toHaveProperty(hold)
    }
    expect([...seen].some((state) => state.includes('collectionsStopped'))).toBe(true)
  })
})
