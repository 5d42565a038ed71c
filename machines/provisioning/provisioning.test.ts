import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, failed, type Told } from '../kit/walk.ts'
import { executed, found, notExecuted, order, released, sound, unsound } from './provisioning.fixtures.ts'
import { provisioningFlow } from './provisioning.flow.ts'
import { provisioningMachine } from './provisioning.machine.ts'
import { bestEffort, lastEssential, stepKeys } from './provisioning.types.ts'

const walk = (events: readonly Told[]) => after(provisioningMachine, order, events)
const where = (events: readonly Told[]) => activeLeaves(walk(events).snapshot).join(' + ')
const wait = elapsed(provisioningMachine, 'retryDelay', 'retrying')
const step = [executed(), sound]
const all = stepKeys.flatMap(() => step)
const retried: Told = { type: 'operator.retried' }

describe('a provisioning run', () => {
  it.each<[string, readonly Told[], string]>([
    ['begins with the first step', [], 'executing'],
    ['verifies what was done', [executed()], 'verifying'],
    ['goes on to the next step', step, 'executing'],
    ['ends when all steps hold', all, 'succeeded'],
    ['waits before it tries again', [notExecuted('disk.full')], 'retrying'],
    ['tries again', [notExecuted('x'), wait], 'executing'],
    ['looks when the outcome is unknown', [notExecuted('timeout')], 'probing'],
    ['adopts what it finds', [notExecuted('timeout'), found('present')], 'executing'],
    ['repeats what is absent', [notExecuted('timeout'), found('absent'), wait], 'executing'],
    ['asks a person when it cannot tell', [notExecuted('timeout'), found('ambiguous')], 'needsHuman'],
    ['asks a person when it cannot look', [notExecuted('timeout'), failed('probeStep')], 'needsHuman'],
    ['tries again what does not hold', [executed(), unsound], 'retrying'],
    [
      'takes everything back after three tries',
      [notExecuted('x'), wait, notExecuted('x'), wait, notExecuted('x')],
      'compensating.releasing',
    ],
    [
      'goes on without the welcome mail',
      [...all.slice(2), notExecuted('mail.failed'), wait, notExecuted('mail.failed'), wait, notExecuted('mail.failed')],
      'succeeded',
    ],
    [
      'goes on without a welcome mail nobody can look for',
      [...all.slice(2), notExecuted('timeout'), failed('probeStep')],
      'succeeded',
    ],
    ['takes back at once what can never be done', [notExecuted('address.taken')], 'compensating.releasing'],
    ['ends with nothing left', [...step, notExecuted('address.taken'), released, released], 'compensated'],
    ['asks a person when it cannot take back', [notExecuted('address.taken'), failed('compensateStep')], 'needsHuman'],
    ['tries again when a person says so', [notExecuted('timeout'), found('ambiguous'), retried], 'executing'],
    [
      'takes back when a person says so',
      [notExecuted('timeout'), found('ambiguous'), { type: 'operator.compensated' }],
      'compensating.releasing',
    ],
  ])('%s', (_, events, leads) => {
    expect(where(events)).toBe(leads)
  })

  it('asks for each step once, in order, with what earlier steps left', () => {
    const asked = stepKeys.map(
      (_, index) => walk([...Array(index)].flatMap(() => [executed({ [`fact${index}`]: 'x' }), sound])).asked[0],
    )
    expect(asked.map((one) => [one?.src, (one?.input as { step: string } | undefined)?.step])).toEqual(
      stepKeys.map((key) => ['executeStep', key]),
    )
    expect(walk([executed({ userId: 'u1' }), sound]).asked[0]?.input).toMatchObject({ facts: { userId: 'u1' } })
  })

  it('takes back in reverse, last made first', () => {
    const undone = [
      walk([...step, ...step, notExecuted('address.taken')]),
      walk([...step, ...step, notExecuted('address.taken'), released]),
    ]
    expect(undone.map(({ asked }) => (asked[0]?.input as { step: string } | undefined)?.step)).toEqual([
      'workspace',
      'tenant',
    ])
  })

  it('tells its parent every change, and when to expect the next try', () => {
    expect(walk([notExecuted('x')]).told).toMatchObject([
      {
        type: 'provisioning.progressed',
        retryInMs: 2000,
        steps: expect.arrayContaining([{ key: 'account', status: 'retrying', tries: 1 }]),
      },
    ])
    expect(walk([notExecuted('x'), wait, notExecuted('x')]).told).toMatchObject([{ retryInMs: 8000 }])
    expect(walk(all).told.at(-1)).toMatchObject({ steps: stepKeys.map(() => ({ status: 'done' })) })
  })

  it('calls a person and lets them go', () => {
    expect(walk([notExecuted('timeout'), found('ambiguous')]).told.at(-1)).toEqual({
      type: 'provisioning.stuck',
      code: 'probe.ambiguous',
    })
    expect(walk([notExecuted('timeout'), found('ambiguous'), retried]).told[0]).toEqual({
      type: 'provisioning.unstuck',
    })
  })

  it('says how it ended, and why it turned back', () => {
    expect(walk([executed({ userId: 'u', slug: 's' }), sound, ...all.slice(2)]).snapshot.output).toMatchObject({
      result: 'succeeded',
      userId: 'u',
      slug: 's',
      code: null,
    })
    expect(walk([notExecuted('address.taken'), released]).snapshot.output).toMatchObject({
      result: 'compensated',
      code: 'address.taken',
      tenantId: null,
    })
  })
})

describe('the chart', () => {
  it('knows which step makes the workspace whole', () => {
    expect(stepKeys.filter((key) => !bestEffort.includes(key)).at(-1)).toBe(lastEssential)
    expect(stepKeys.slice(-bestEffort.length)).toEqual(bestEffort)
  })

  it('explains every leaf', () => {
    expect(unexplainedLeaves(provisioningMachine)).toEqual([])
  })

  it('takes nothing from visitors', () => {
    expect(Object.values(provisioningFlow.policy).flat()).toEqual(['operator', 'operator'])
  })

  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const { steps } = walkChart(provisioningMachine, {
      steps: 10_000,
      seed: 3,
      input: order,
      events: [{ type: 'operator.retried' }, { type: 'operator.compensated' }],
      outputs: {
        executeStep: { userId: 'u' },
        probeStep: { found: 'absent' },
        verifyStep: { sound: true },
        compensateStep: { released: true },
      },
    })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})
