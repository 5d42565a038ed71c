import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, type Told } from '../kit/walk.ts'
import { allGone, gone, input, notGone, retried } from './cleaning.fixtures.ts'
import { cleaningFlow } from './cleaning.flow.ts'
import { cleaningMachine } from './cleaning.machine.ts'
import { cleanKeys } from './cleaning.types.ts'

const walk = (events: readonly Told[]) => after(cleaningMachine, input, events)
const wait = elapsed(cleaningMachine, 'retryDelay', 'retrying')
const exhausted = [notGone(), wait, notGone(), wait, notGone('payment.unreachable')]

describe('a clean-up', () => {
  it.each<[string, readonly Told[], string]>([
    ['begins at once', [], 'removing'],
    ['goes on to the next resource', [gone], 'removing'],
    ['ends when everything is gone', allGone, 'gone'],
    ['waits before it tries again', [notGone()], 'retrying'],
    ['tries again by itself', [notGone(), wait], 'removing'],
    ['tries again at once when a person says so', [notGone(), retried], 'removing'],
    ['calls a person after three rounds', exhausted, 'needsHuman'],
    ['goes on when a person says so', [...exhausted, retried], 'removing'],
    ['ends all the same', [...exhausted, retried, ...allGone], 'gone'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('takes billing first and the data key last, and asks for each once', () => {
    const asked = cleanKeys.map((_, index) => walk(allGone.slice(0, index)).asked)
    expect(asked).toEqual(cleanKeys.map((step) => [{ src: 'clean', input: { ...input, step } }]))
    expect([cleanKeys[0], cleanKeys.at(-1)]).toEqual(['billing', 'dataKey'])
  })

  it('picks up at what failed, not at the beginning', () => {
    expect(walk([gone, ...exhausted, retried]).asked).toMatchObject([{ input: { step: 'keys' } }])
  })

  it('tells its parent every change, and when a person is needed', () => {
    expect(walk([gone]).told).toMatchObject([
      { type: 'cleaning.progressed', steps: [{ key: 'billing', status: 'done' }, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
    ])
    expect(walk(exhausted).told.at(-1)).toEqual({ type: 'cleaning.stuck', code: 'payment.unreachable' })
    expect(walk([...exhausted, retried]).told[0]).toEqual({ type: 'cleaning.unstuck' })
  })

  it('says what stays, on which basis and until when', () => {
    const { output } = walk(allGone).snapshot
    expect(output?.steps.filter(({ retained }) => retained !== null)).toMatchObject([
      { key: 'invoices', retained: { count: 2, basis: '§ 147 AO, § 14b UStG' } },
    ])
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(cleaningMachine)).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(cleaningFlow)).toEqual([])
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const outputs = { clean: gone['output'] }
    const { steps } = walkChart(cleaningMachine, { steps: 10_000, seed: 23, input, events: [retried], outputs })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})
