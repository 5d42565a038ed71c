import { describe, expect, it } from 'vitest'
import { activeLeaves, after } from '../../machines/kit/walk.ts'
import { input, offboardingFixtures } from '../../machines/offboarding/offboarding.fixtures.ts'
import { offboardingMachine } from '../../machines/offboarding/offboarding.machine.ts'
import { offboardingView } from '../../machines/offboarding/offboarding.view.ts'
import { stopsOf } from '../views/leave/stops.tsx'
import type { View } from '../../widget/client/wire.ts'
import { exportMomentOf, leaveMomentOf } from './leaving.ts'

const momentIn = (name: string) => {
  const { events } = offboardingFixtures.find((one) => one.name === name)!
  const { snapshot } = after(offboardingMachine, input, events)
  const view = { value: snapshot.value, context: offboardingView(snapshot.context), effects: [] }
  return { snapshot, moment: leaveMomentOf(view as unknown as View, true) }
}

describe('the page of leaving', () => {
  it.each(offboardingFixtures.map(({ name }) => name))('%s shows the state the chart is in', (name) => {
    const { snapshot, moment } = momentIn(name)
    expect(activeLeaves(snapshot)).toContain(moment.state)
  })

  it('has one step at which somebody has the ball, as long as it is not over', () => {
    for (const { name, state } of offboardingFixtures) {
      const { moment } = momentIn(name)
      if (!/^(scheduled|stopping|retrieval|cleaning|unstopped)/.test(state)) continue
      const roles = stopsOf(moment.state!, moment.facts!, null).map(({ role }) => role)
      expect(
        roles.some((role) => ['active', 'us', 'person', 'problem'].includes(role)),
        name,
      ).toBe(true)
    }
  })

  it('ends with the certificate', () => {
    const { moment } = momentIn('Closed')
    const roles = stopsOf(moment.state!, moment.facts!, null).map(({ role }) => role)
    expect(roles).toEqual(['done', 'done', 'done', 'done', 'final'])
  })
})

it('says how far an export is only while it is written', () => {
  const view = { value: 'collecting', context: {}, effects: [{ src: 'writeExport', progress: 0.5 }] }
  expect(exportMomentOf(view as unknown as View)).toMatchObject({ state: 'collecting', progress: 0.5 })
  expect(exportMomentOf(null)).toMatchObject({ state: null, file: null, progress: null })
})
