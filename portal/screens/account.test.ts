import { describe, expect, it } from 'vitest'
import { accountDelays } from '../../machines/account/account.delays.ts'
import * as it_ from '../../machines/account/account.fixtures.ts'
import { accountMachine } from '../../machines/account/account.machine.ts'
import { accountView } from '../../machines/account/account.view.ts'
import { after, elapsed, type Told } from '../../machines/kit/walk.ts'
import type { View } from '../../widget/client/wire.ts'
import { dunningOf, isMoving, planOf, previewOf } from './account.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const DAY = 86_400_000

/** The account as the API shows it after some events, with the timers it would have. */
function viewOf(events: readonly Told[], timers: View['timers'] = []): View {
  const { snapshot } = after(accountMachine, it_.input, events)
  const context = { ...accountView(snapshot.context, 'member') }
  return { value: snapshot.value, context, timers, tags: [...snapshot.tags] } as unknown as View
}
const owing = { ...it_.owing, output: { ...(it_.owing['output'] as object), debt: { ...it_.debt, since: NOW } } }
const over = (step: 'pastDue' | 'grace') => elapsed(accountMachine, `${step}Lasts`, `open.standing.owing.${step}.told`)

describe('what happens next', () => {
  it('is nothing while nothing is owed', () => expect(dunningOf(viewOf([it_.allWell]))).toBeNull())

  it('is said with its days from the first notice on', () => {
    const timers = [{ id: 'pastDueLasts', dueAt: NOW + 3 * DAY }]
    const dunning = dunningOf(viewOf([owing, it_.told('pastDue', NOW)], timers))!
    expect(dunning).toMatchObject({
      owed: { amountMinor: 8700 },
      cause: 'Your bank declined Visa ending in 0341.',
      consequence: 'Everything keeps working until 4 December 2026.',
      payUrl: 'https://pay.example/i/1',
    })
    expect(dunning.stations.map(({ what }) => what)).toEqual([
      'Declined',
      'We try the card again',
      'We remind you',
      'Limited: nothing new',
      'Only billing and export',
      'Subscription ends; nothing is deleted',
    ])
    expect(dunning.stations.at(-1)!.at).toBe(
      new Date(
        NOW + 3 * DAY + accountDelays.graceLasts + accountDelays.restrictedLasts + accountDelays.suspendedLasts,
      ).toISOString(),
    )
  })

  it('remembers what has happened, and what is closed by now', () => {
    const events = [owing, it_.told('pastDue', NOW), over('pastDue'), it_.told('grace', NOW + 3 * DAY), over('grace')]
    const timers = [{ id: 'restrictedLasts', dueAt: NOW + 24 * DAY }]
    const dunning = dunningOf(viewOf([...events, it_.told('restricted', NOW + 10 * DAY)], timers))!
    expect(dunning.consequence).toContain('nothing new can be made until it is paid; from 18 December 2026')
    expect(dunning.stations.filter(({ past }) => past).map(({ what }) => what)).toEqual([
      'Declined',
      'Reminded',
      'Limited',
    ])
  })
})

describe('the plan', () => {
  it('is steady, busy, or ends on a day', () => {
    expect(planOf(viewOf([it_.allWell]))).toEqual({ state: 'steady' })
    expect(planOf(viewOf([it_.allWell, it_.confirmed]))).toEqual({ state: 'busy' })
    expect(planOf(viewOf([it_.allWell, it_.confirmed, it_.scheduled]))).toEqual({
      state: 'ending',
      at: new Date(it_.subscription.periodEnd!).toISOString(),
    })
  })
  it('is asked about again while something moves', () => {
    expect([isMoving(undefined), isMoving(viewOf([it_.allWell])), isMoving(viewOf([]))]).toEqual([false, false, true])
    expect(isMoving(viewOf([owing, it_.told('pastDue')]))).toBe(true)
  })
  it('says what Free has, and what is over', () => {
    const limits = { seats: 2, projects: 3, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 }
    const over = [{ key: 'projects' as const, used: 4, limit: 3 }]
    expect(previewOf({ from: 'Team', to: 'Free', at: NOW, limits, over })).toEqual({
      from: 'Team',
      to: 'Free',
      at: new Date(NOW).toISOString(),
      allowed: ['2 seats', '3 projects', '10,000 requests a month', '1 GB of storage'],
      over: ['4 projects in use, and Free has 3'],
    })
  })
})
