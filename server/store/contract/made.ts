/** Steps and effects for the contract: as small as they can be, with what a case is about on top. */
import type { EffectRow, Step } from '../store.ts'

export const body = Buffer.from('sealed')
const quiet = {
  start: [],
  cancel: [],
  schedule: [],
  unschedule: [],
  ended: false,
  sends: [],
  writes: [],
} satisfies Partial<Step>

export const birth = (actor: string, more: Partial<Step> = {}): Step => ({
  actor,
  expected: 0,
  born: { tenant: 't1', flow: 'toy', version: '1', keyId: actor, parent: null },
  next: { status: 'active', head: '{"n":1}', body, line: { at: 10, type: 'xstate.init', eventId: null, body } },
  ...quiet,
  ...more,
})
export const move = (
  actor: string,
  expected: number,
  more: Partial<Step> & { eventId?: string; head?: string } = {},
): Step => {
  const { eventId = null, head = `{"n":${expected + 1}}`, ...rest } = more
  return {
    actor,
    expected,
    next: { status: 'active', head, body, line: { at: 10 + expected, type: 'go', eventId, body } },
    ...quiet,
    ...rest,
  }
}
export const effect = (actor: string, more: Partial<EffectRow> = {}): EffectRow => ({
  actor,
  id: 'job',
  gen: 1,
  src: 'job',
  identity: `job/${actor}`,
  input: body,
  dueAt: 100,
  attempt: 1,
  lease: null,
  awaited: true,
  ...more,
})
