import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, failed, type Told } from '../kit/walk.ts'
import { accepted, input, rejected, sent, signInFixtures } from './sign-in.fixtures.ts'
import { signInFlow } from './sign-in.flow.ts'
import { signInMachine } from './sign-in.machine.ts'

const walk = (events: readonly Told[]) => after(signInMachine, input, events)
const lapse = (delay: string, state: string) => elapsed(signInMachine, delay, state)
const begun: Told = { type: 'session.begun' }
const again: Told = { type: 'code.requested' }

describe('a sign-in by code', () => {
  it.each<[string, readonly Told[], string]>([
    ['sends a code', [], 'sendingCode'],
    ['waits for it', [sent], 'verifying'],
    ['takes four wrong ones', [sent, rejected, rejected, rejected, rejected], 'verifying'],
    ['refuses after the fifth', [sent, rejected, rejected, rejected, rejected, rejected], 'refused'],
    ['refuses when it is too late', [sent, lapse('codeLifetime', 'verifying')], 'refused'],
    ['sends another on request', [sent, again], 'sendingCode'],
    ['sends three at most', [sent, again, sent, again, sent, again], 'verifying'],
    ['says when the mail cannot be sent', [failed('sendSignInCode')], 'mailFailed'],
    ['lets a session begin', [sent, accepted, begun], 'finished'],
    ['begins none before the code', [sent, begun], 'verifying'],
    ['begins none two minutes after it', [sent, accepted, lapse('handOverLifetime', 'accepted'), begun], 'refused'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('asks for one numbered code at a time', () => {
    expect(walk([sent, again]).asked).toMatchObject([
      { src: 'sendSignInCode', input: { number: 2, email: input.email } },
    ])
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(signInMachine)).toEqual([])
  })
  it('has a fixture for every screen', () => {
    expect(fixtureGaps(signInMachine, input, signInFixtures)).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(signInFlow)).toEqual([])
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const outputs = { sendSignInCode: { sent: true } }
    const events = [accepted, rejected, again, begun]
    expect(walkChart(signInMachine, { steps: 10_000, seed: 5, input, events, outputs }).steps).toBeGreaterThanOrEqual(
      10_000,
    )
  })
})
