import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, failed, type Told } from '../kit/walk.ts'
import {
  deleted,
  discarded,
  exportFixtures,
  input,
  planned,
  retried,
  revoked,
  told,
  written,
} from './export.fixtures.ts'
import { exportFlow } from './export.flow.ts'
import { exportMachine } from './export.machine.ts'

const walk = (events: readonly Told[]) => after(exportMachine, input, events)
const lapse = (state: string) => elapsed(exportMachine, 'lifetime', state)
const ready = [planned, written, told]

describe('an export', () => {
  it.each<[string, readonly Told[], string]>([
    ['counts what is there', [], 'requested'],
    ['writes the file', [planned], 'collecting'],
    ['tells whoever asked', [planned, written], 'announcing'],
    ['is ready', ready, 'ready'],
    ['stays ready however often it is asked to be tried again', [...ready, retried], 'ready'],
    ['deletes the file when its time is up', [...ready, lapse('ready')], 'deleting'],
    ['is over when the file is gone', [...ready, lapse('ready'), deleted], 'expired'],
    ['can be thrown away', [...ready, discarded], 'deleting'],
    ['cannot be thrown away while it is written', [planned, discarded], 'collecting'],
    ['ends with the workspace, at any time', [planned, revoked], 'deleting'],
    ['ends with the workspace when it is ready', [...ready, revoked, deleted], 'expired'],
    ['says when nothing could be counted', [failed('planExport')], 'failed'],
    ['says when it cannot be written', [planned, failed('writeExport', 'disk.full')], 'failed'],
    ['says when nobody could be told', [planned, written, failed('tellExport')], 'failed'],
    ['can be tried again', [planned, failed('writeExport'), retried], 'requested'],
    ['is forgotten when nobody tries again', [failed('planExport'), lapse('failed')], 'deleting'],
    ['needs a person when the file stays', [...ready, discarded, failed('deleteExport')], 'undeleted'],
    [
      'deletes again when a person says so',
      [...ready, discarded, failed('deleteExport'), { type: 'operator.retried' }],
      'deleting',
    ],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('names the file by the export, whatever attempt it is', () => {
    const asked = [[planned], [planned, failed('writeExport'), retried, planned]].map((events) => walk(events).asked)
    for (const one of asked)
      expect(one).toEqual([{ src: 'writeExport', input: { exportId: input.exportId, tenantId: input.tenantId } }])
  })

  it('forgets whom it was for once it is over', () => {
    expect(JSON.stringify(walk([...ready, discarded, deleted]).snapshot.context)).not.toMatch(/mara/i)
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(exportMachine)).toEqual([])
  })
  it('has a fixture for every screen', () => {
    expect(fixtureGaps(exportMachine, input, exportFixtures)).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(exportFlow)).toEqual([])
  })
  it('shows nobody’s address', () => {
    for (const caller of ['member', 'operator', 'system'] as const)
      expect(JSON.stringify(exportFlow.view(walk(ready).snapshot.context, caller))).not.toMatch(/mara|usr_/)
  })
  it('plans what the live interpreter does', { timeout: 60_000 }, () => {
    const outputs = Object.fromEntries(
      [planned, written, told, deleted].map((one) => [String(one['actorId']), one['output']]),
    )
    const events = [retried, discarded, revoked, { type: 'operator.retried' }]
    const { steps } = walkChart(exportMachine, { steps: 10_000, seed: 21, input, events, outputs })
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })
})
