import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, type Told } from '../kit/walk.ts'
import { input, notTaken, notTold, retried, taken, told } from './removal.fixtures.ts'
import { removalFlow } from './removal.flow.ts'
import { removalMachine } from './removal.machine.ts'

const walk = (events: readonly Told[]) => after(removalMachine, input, events)

describe('the end of a membership', () => {
  it.each<[string, readonly Told[], string]>([
    ['takes the access away first', [], 'taking'],
    ['tells them then', [taken], 'telling'],
    ['is over when they are told', [taken, told], 'removed'],
    ['is over although they cannot be told', [taken, notTold], 'removed'],
    ['waits for an operator when the access stays', [notTaken], 'stuck'],
    ['goes on when an operator says so', [notTaken, retried, taken], 'telling'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('names the access by whose it is and where, as it was given', () => {
    expect(walk([]).asked).toEqual([{ src: 'takeAccess', input: { tenantId: input.tenantId, userId: 'usr_2' } }])
    expect(walk([taken]).asked).toEqual([{ src: 'tellRemoved', input }])
  })

  it('says what it stands still for', () => {
    expect(walk([notTaken]).snapshot.context.problem).toBe('workspace.absent')
    expect(walk([notTaken, retried]).snapshot.context.problem).toBeNull()
  })
})

describe('the chart', () => {
  it('explains every leaf, has no screen and a policy for every event', () => {
    expect(unexplainedLeaves(removalMachine)).toEqual([])
    expect(fixtureGaps(removalMachine, input, [])).toEqual([])
    expect(policyGaps(removalFlow)).toEqual([])
  })
  it('shows nothing of whom it is about', () => {
    expect(removalFlow.view(walk([]).snapshot.context, 'member')).toEqual({ removalId: input.removalId, problem: null })
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const noise: Told = { type: 'nobody.hears' }
    const events = [retried, ...Array.from({ length: 12 }, () => noise)]
    const outputs = { takeAccess: { taken: true }, tellRemoved: { told: true } }
    expect(walkChart(removalMachine, { steps: 10_000, seed: 7, input, events, outputs }).steps).toBeGreaterThanOrEqual(
      10_000,
    )
  })
})
