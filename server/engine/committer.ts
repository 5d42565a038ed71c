/** Writes steps, and keeps what is in memory true to what is on disk. */
import type { Step, Took } from '../store/store.ts'
import type { Loaded } from './actors.ts'
import type { Advanced, LoopParts, Sent } from './loop.ts'
import { stopOf } from './planner/plan.ts'
import type { Plan } from './planner/row.ts'
import { type Origin, toStep } from './to-step.ts'

/** A step, and the actor as it will be once the step is on disk. */
export type Commit = [step: Step, next: Loaded]

export function committer({ store, actors, sealer, clock, lease, committed, record }: LoopParts) {
  /** What a plan becomes. Throws when the chart asks for something it does not declare. */
  function toCommit(actor: Loaded, plan: Plan, sent: Sent): Commit {
    const { id, tenant, keyId, parent, chart, seq, row } = actor
    const at = clock.now()
    const origin: Origin = { id, tenant, keyId, parent, chart, seq, before: row, at, lease: lease(), ...sent }
    const next = { ...actor, seq: seq + 1, at, status: plan.row.status, row: plan.row }
    return [toStep(sealer, origin, plan, record), next]
  }

  /** Ends an actor from outside its chart: its parent left the state that invoked it. */
  function ending(actor: Loaded, took: Took): [Step, Loaded?] {
    if (actor.row.status !== 'active') return [takeOnly(actor, took)]
    return toCommit(actor, stopOf(actor.row), { event: { type: 'xstate.stop' }, eventId: null, took, writes: [] })
  }

  /** Takes what was delivered and changes nothing else. */
  const takeOnly = ({ id, seq }: Loaded, took: Took, sends: Step['sends'] = []): Step => ({
    actor: id,
    expected: seq,
    took,
    start: [],
    cancel: [],
    schedule: [],
    unschedule: [],
    ended: false,
    sends,
    writes: [],
  })

  /** `again`: somebody else wrote first, and what was in memory is forgotten. */
  async function commit(actor: Loaded, step: Step, next?: Loaded): Promise<Advanced<never> | 'again'> {
    const outcome = await store.commit(step)
    switch (outcome.result) {
      case 'committed':
        if (next) actors.keep(next)
        committed(step, outcome.sent)
        return { result: 'committed', seq: next?.seq ?? actor.seq }
      case 'conflict':
        actors.forget(actor.id)
        return 'again'
      case 'duplicate':
        return { result: 'duplicate', seq: outcome.seq }
      case 'stale':
        return { result: 'stale' }
      case 'refused':
        return { result: 'violated', code: outcome.code }
    }
  }

  return { toCommit, ending, takeOnly, commit }
}
