/** How an actor comes to be: its key first, then its first row, line, effects and timers in one commit. */
import type { ParentLink, Statement } from '../store/store.ts'
import type { Recorder } from './recorder.ts'
import type { Clock } from './clock.ts'
import type { Loop } from './loop.ts'
import type { Registry } from './registry.ts'
import type { Sealer } from './seal.ts'
import { toStep } from './to-step.ts'

export interface Newborn {
  readonly id: string
  readonly tenant: string
  readonly flow: string
  readonly version: string
  readonly keyId: string
  readonly parent: ParentLink | null
  readonly input: unknown
  readonly writes?: readonly Statement[]
  readonly by?: unknown
  /** The mail that asked for it, taken with its birth. */
  readonly took?: { inbox: number }
}
export interface BirthParts {
  readonly sealer: Sealer
  readonly clock: Clock
  readonly registry: Registry
  readonly advance: Loop
  readonly record?: Recorder
}

/** Makes the actor unless it exists. Throws what its chart throws, and `refused` when one of `writes` does not hold. */
export function birth({ sealer, clock, registry, advance, record }: BirthParts) {
  return async ({ id, tenant, flow, version, keyId, parent, input, writes = [], took, by }: Newborn): Promise<void> => {
    const chart = registry.get(flow, version)
    await sealer.prepare(keyId)
    const plan = chart.planner.init(input)
    const event = { type: 'xstate.init', input }
    const at = clock.now()
    const origin = { id, tenant, keyId, parent, chart, seq: 0, before: null, event, eventId: null, writes, at, by }
    const step = toStep(sealer, { ...origin, ...(took && { took }), lease: advance.lease() }, plan, record)
    await advance.bear(step, {
      id,
      tenant,
      keyId,
      parent,
      chart,
      seq: 1,
      at,
      status: plan.row.status,
      row: plan.row,
      parked: null,
    })
  }
}
