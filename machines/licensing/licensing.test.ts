import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, type Told } from '../kit/walk.ts'
import { backInput, given, input, notGiven, notTaken, retried, taken } from './licensing.fixtures.ts'
import { licensingFlow } from './licensing.flow.ts'
import { licensingMachine } from './licensing.machine.ts'
import type { LicensingInput } from './licensing.types.ts'

const walk = (events: readonly Told[], from: LicensingInput = input) => after(licensingMachine, from, events)

describe('the change of a licence', () => {
  it.each<[string, LicensingInput, readonly Told[], string]>([
    ['gives it first', input, [], 'giving'],
    ['is over when the workspace knows', input, [given], 'given'],
    ['waits for an operator when the workspace would not take it', input, [notGiven], 'notGiven'],
    ['gives it when an operator says so', input, [notGiven, retried], 'giving'],
    ['is over when that went well', input, [notGiven, retried, given], 'given'],
    ['takes it back first', backInput, [], 'taking'],
    ['is over when the workspace knows it is gone', backInput, [taken], 'taken'],
    ['waits for an operator when the workspace keeps it', backInput, [notTaken], 'notTaken'],
    ['takes it back when an operator says so', backInput, [notTaken, retried], 'taking'],
    ['is over when that went well, too', backInput, [notTaken, retried, taken], 'taken'],
  ])('%s', (_, from, events, leads) => {
    expect(activeLeaves(walk(events, from).snapshot)).toEqual([leads])
  })

  it('asks for what was decided, and names whose licence it is', () => {
    const { change: _, ...which } = input
    expect(walk([]).asked).toEqual([{ src: 'giveLicence', input: which }])
    expect(walk([], backInput).asked).toEqual([{ src: 'takeLicence', input: which }])
  })

  it('says what it stands still for', () => {
    expect(walk([notGiven]).snapshot.context.problem).toBe('workspace.absent')
    expect(walk([notTaken], backInput).snapshot.context.problem).toBe('workspace.absent')
    expect(walk([notGiven, retried]).snapshot.context.problem).toBeNull()
  })
})

describe('the chart', () => {
  it('explains every leaf, has no screen and a policy for every event', () => {
    expect(unexplainedLeaves(licensingMachine)).toEqual([])
    expect(fixtureGaps(licensingMachine, input, [])).toEqual([])
    expect(policyGaps(licensingFlow)).toEqual([])
  })
  it('shows nothing of whom it is about', () => {
    const { context } = walk([]).snapshot
    expect(licensingFlow.view(context, 'member')).toEqual({ changeId: input.changeId, problem: null })
  })
  it.each([input, backInput])('plans what the live interpreter does, to $change', { timeout: 60_000 }, (from) => {
    const noise: Told = { type: 'nobody.hears' }
    const events = [retried, ...Array.from({ length: 12 }, () => noise)]
    const outputs = { giveLicence: { held: true }, takeLicence: { held: false } }
    const { steps } = walkChart(licensingMachine, { steps: 10_000, seed: 7, input: from, events, outputs })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})
