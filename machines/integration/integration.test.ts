import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { secretFields } from '../kit/secret.ts'
import type { Fixture } from '../kit/fixture.ts'
import { activeLeaves, after, elapsed, failed, type Told } from '../kit/walk.ts'
import { integrationDelays } from './integration.delays.ts'
import * as told from './integration.fixtures.ts'
import { integrationFlow } from './integration.flow.ts'
import { integrationMachine } from './integration.machine.ts'

const { given, works, fails, disconnected, closed, revoked, notRevoked, forgotten, retried, checkAsked } = told
const { begun, granted, denied, exchanged, notExchanged, healthDue, isWell, isNotWell } = told

const walk = (events: readonly Told[], input = told.input) => after(integrationMachine, input, events)
const lapse = (delay: string, state: string) => elapsed(integrationMachine, delay, state)
const away = 'provider.unreachable'
const connected = [given, works]
const unreachable = [given, fails(away)]
const unconfirmed = [...connected, healthDue, isNotWell(away)]
const breaking = [...connected, healthDue, isNotWell()]
const broken = [...breaking, told.toldBroken]
const brokenAndRefused = [...broken, given, fails(), lapse('formLifetime', 'connecting.refused')]

describe('a key that is typed', () => {
  it.each<[string, readonly Told[], string]>([
    ['is asked for', [], 'connecting.entering'],
    ['is tried', [given], 'connecting.checking'],
    ['is connected once the provider says so', connected, 'live.connected'],
    ['is refused', [given, fails()], 'connecting.refused'],
    ['may be another then', [given, fails(), given, works], 'live.connected'],
    ['is given up when nobody types it', [lapse('formLifetime', 'connecting.entering')], 'ending.forgetting'],
    ['is not waited for when its owner turns away', [disconnected], 'ending.forgetting'],
    ['has left then', [disconnected, forgotten], 'left'],
    ['waits for a provider that does not answer', unreachable, 'connecting.unreachable'],
    ['is tried again by itself', [...unreachable, lapse('askAgain', 'connecting.unreachable')], 'connecting.checking'],
    ['is tried again when somebody asks', [...unreachable, retried], 'connecting.checking'],
    ['is no way to a provider that is gone to', [begun], 'connecting.entering'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })
})

describe('a provider one goes to', () => {
  it.each<[string, readonly Told[], string]>([
    ['is waited for', [], 'connecting.authorizing'],
    ['may be gone to again', [begun, begun], 'connecting.authorizing'],
    ['gives a code, which is handed in', [granted], 'connecting.exchanging'],
    ['gives a key for it, which is tried', [granted, exchanged], 'connecting.checking'],
    ['is connected then', [granted, exchanged, works], 'live.connected'],
    ['may be told no', [denied], 'connecting.refused'],
    ['is gone to again after that', [denied, begun], 'connecting.authorizing'],
    ['refuses an old code', [granted, notExchanged('authorization.expired')], 'connecting.refused'],
    ['may be lost with a code in hand', [granted, notExchanged(away), retried], 'connecting.exchanging'],
    ['may be lost with a key in hand', [granted, exchanged, fails(away), retried], 'connecting.checking'],
    ['is not waited for without end', [lapse('authorizationLifetime', 'connecting.authorizing')], 'ending.forgetting'],
    ['takes no typed key', [given], 'connecting.authorizing'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events, told.githubInput).snapshot)).toEqual([leads])
  })

  it('is still broken when nobody comes back', () => {
    const events = [granted, exchanged, works, healthDue, isNotWell(), told.toldBroken, begun]
    const { snapshot } = walk([...events, lapse('authorizationLifetime', 'connecting.authorizing')], told.githubInput)
    expect(activeLeaves(snapshot)).toEqual(['live.broken'])
    expect(snapshot.context).toMatchObject({ problem: 'authorization.abandoned', credentialRef: 'sec_4' })
  })
})

describe('a connection', () => {
  it.each<[string, readonly Told[], string]>([
    ['is looked at now and then', [...connected, healthDue], 'live.checkingHealth'],
    ['is looked at when somebody asks', [...connected, checkAsked], 'live.checkingHealth'],
    ['is well', [...connected, healthDue, isWell], 'live.connected'],
    ['may not be confirmed', unconfirmed, 'live.unconfirmed'],
    ['is looked at again then', [...unconfirmed, lapse('askAgain', 'live.unconfirmed')], 'live.checkingHealth'],
    ['is broken when its key is refused, and people are told', breaking, 'live.telling'],
    ['is broken until somebody acts', broken, 'live.broken'],
    ['is broken, too, when nobody can be told', [...breaking, failed('tellBroken', 'mail.failed')], 'live.broken'],
    ['gets another key while people are told', [...breaking, given], 'connecting.checking'],
    ['may come back', [...broken, told.recheckDue, told.isBack], 'live.connected'],
    ['may stay broken', [...broken, checkAsked, told.isStillBroken], 'live.broken'],
    ['gets another key', [...broken, given, works], 'live.connected'],
    ['stays broken when that is refused and nobody minds', brokenAndRefused, 'live.broken'],
    ['has nothing to look at then', [...brokenAndRefused, checkAsked], 'live.broken'],
    ['is taken back', [...connected, disconnected], 'ending.revoking'],
    ['is taken back when it is broken', [...broken, disconnected], 'ending.revoking'],
    ['is forgotten', [...connected, disconnected, revoked()], 'ending.forgetting'],
    ['is over', [...connected, disconnected, revoked(), forgotten], 'disconnected'],
    ['is over although the provider refuses', [...connected, disconnected, notRevoked, forgotten], 'disconnected'],
    ['needs a human when the workspace goes and it refuses', [...connected, closed, notRevoked], 'ending.notRevoked'],
    ['is asked for again then', [...connected, closed, notRevoked, retried], 'ending.revoking'],
    ['goes with the workspace', [...connected, disconnected, closed, notRevoked], 'ending.notRevoked'],
    ['waits when it cannot be forgotten', [disconnected, failed('forgetIntegration')], 'ending.notForgotten'],
    [
      'is forgotten by itself later',
      [disconnected, failed('forgetIntegration'), lapse('forgetAgain', 'ending.notForgotten')],
      'ending.forgetting',
    ],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('tells people that it broke, and not again while it stays so', () => {
    const walked = [broken, [...broken, checkAsked], [...broken, checkAsked, told.isStillBroken]].map(
      (events) => walk(events).snapshot.context.breaks,
    )
    expect(walked).toEqual([1, 1, 1])
    expect(walk([...broken, given, works, healthDue, isNotWell()]).snapshot.context.breaks).toBe(2)
  })

  it('asks more seldom the longer nobody answers, and at once again when somebody did', () => {
    const again = [lapse('askAgain', 'live.unconfirmed'), isNotWell(away)]
    const { snapshot } = walk([...unconfirmed, ...again, ...again])
    expect(snapshot.context.misses).toBe(3)
    const waits = [1, 2, 3, 6, 60].map((misses) =>
      integrationDelays.askAgain({ context: { ...snapshot.context, misses } }),
    )
    expect(waits.map((ms) => ms / 60_000)).toEqual([2, 4, 8, 64, 64])
    expect(
      walk([...unconfirmed, ...again, lapse('askAgain', 'live.unconfirmed'), isWell]).snapshot.context.misses,
    ).toBe(0)
  })

  it('keeps the day it was first connected', () => {
    const { connectedAt, checkedAt } = walk([...connected, healthDue, isWell]).snapshot.context
    expect(checkedAt).toBeGreaterThan(connectedAt!)
  })

  it.each<[string, readonly Told[], string]>([
    ['that the provider refused to take the key back', [disconnected, notRevoked], 'failed'],
    ['that a person has to delete the key', [disconnected, revoked('by hand')], 'by hand'],
  ])('says at its end %s', (_, events, revocation) => {
    expect(walk([...connected, ...events, forgotten]).snapshot.context.revocation).toBe(revocation)
  })
})

describe('the chart', () => {
  const all = [...told.integrationFixtures, ...told.githubFixtures]
  it('explains every leaf', () => expect(unexplainedLeaves(integrationMachine)).toEqual([]))
  it('has a fixture for every screen', () => {
    const gaps = (input: typeof told.input, fixtures: readonly Fixture[]) =>
      fixtureGaps(integrationMachine, input, fixtures).filter((gap) => !gap.endsWith('has no fixture'))
    expect([
      ...gaps(told.input, told.integrationFixtures),
      ...gaps(told.githubInput, told.githubFixtures),
      ...fixtureGaps(integrationMachine, told.input, all).filter((gap) => gap.endsWith('has no fixture')),
    ]).toEqual([])
  })
  it('has a policy for every event', () => expect(policyGaps(integrationFlow)).toEqual([]))
  it('takes every key as a secret', () => {
    const { events } = integrationFlow
    expect(secretFields(events['credential.given']!)).toEqual({ credential: 'sealed' })
    expect(secretFields(events['authorization.granted']!)).toEqual({ code: 'sealed', verifier: 'sealed' })
  })
  it('shows nothing that stands for a key', () => {
    for (const { events } of told.githubFixtures) {
      const { context } = walk(events, told.githubInput).snapshot
      expect(JSON.stringify(integrationFlow.view(context, 'member'))).not.toMatch(/sec_|Ref/)
    }
  })

  const outputs = {
    exchangeCode: { credentialRef: 'sec_4' },
    checkCredential: works['output'],
    revokeCredential: { revocation: 'by hand' },
    forgetIntegration: { forgotten: true },
    tellBroken: { told: true },
  }
  it.each([
    ['a typed key', told.input, 41],
    ['a provider one goes to', told.githubInput, 43],
  ])('plans what the live interpreter does, for %s', { timeout: 60_000 }, (_, input, seed) => {
    const events = [given, given, begun, granted, granted, denied, checkAsked, retried, disconnected, closed]
    const walked = walkChart(integrationMachine, { steps: 5000, seed, input, events, outputs })
    expect(walked.steps).toBeGreaterThanOrEqual(5000)
  })
})
