import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, type Told } from '../kit/walk.ts'
import { input, notSet, notTold, retried, set, told } from './password.fixtures.ts'
import { passwordFlow } from './password.flow.ts'
import { passwordMachine } from './password.machine.ts'

const walk = (events: readonly Told[]) => after(passwordMachine, input, events)

describe('a change of password', () => {
  it.each<[string, readonly Told[], string]>([
    ['sets the new one first', [], 'setting'],
    ['tells its owner then', [set], 'telling'],
    ['is over when they are told', [set, told], 'changed'],
    ['is over although they cannot be told', [set, notTold], 'changed'],
    ['waits for an operator when it cannot be set', [notSet], 'stuck'],
    ['goes on when an operator says so', [notSet, retried, set], 'telling'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('keeps the session that asked, and writes to the address of the account', () => {
    const { changeId, userId, passwordRef, keptSession, email, name } = input
    expect(walk([]).asked).toEqual([{ src: 'setPassword', input: { changeId, userId, passwordRef, keptSession } }])
    expect(walk([set]).asked).toEqual([{ src: 'tellPassword', input: { changeId, email, name } }])
  })

  it('says what it stands still for', () => {
    expect(walk([notSet]).snapshot.context.problem).toBe('order.invalid')
    expect(walk([notSet, retried]).snapshot.context.problem).toBeNull()
  })
})

describe('the chart', () => {
  it('explains every leaf, has no screen and a policy for every event', () => {
    expect(unexplainedLeaves(passwordMachine)).toEqual([])
    expect(fixtureGaps(passwordMachine, input, [])).toEqual([])
    expect(policyGaps(passwordFlow)).toEqual([])
  })
  it('shows nothing of whom it is about', () => {
    const { changeId } = input
    expect(passwordFlow.view(walk([]).snapshot.context, 'member')).toEqual({ changeId, problem: null })
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const noise: Told = { type: 'nobody.hears' }
    const events = [retried, ...Array.from({ length: 12 }, () => noise)]
    const outputs = { setPassword: { set: true }, tellPassword: { told: true } }
    expect(
      walkChart(passwordMachine, { steps: 10_000, seed: 11, input, events, outputs }).steps,
    ).toBeGreaterThanOrEqual(10_000)
  })
})
