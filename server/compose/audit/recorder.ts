/** Records what a tenant's actors do, in the commits that do it. */
import { movesBetween } from '../../../machines/kit/state-value.ts'
import type { AuditedBy } from '../../api/auditor.ts'
import type { Recorder } from '../../engine/recorder.ts'
import type { AuditLog } from '../../records/audit/audit.ts'
import { nobodys } from '../nobodys.ts'

/** Wide enough that lines of one actor sort as they were written. */
const DIGITS = 9

export function auditRecorder(log: Pick<AuditLog, 'record'>, recorded: () => void): Recorder {
  return ({ tenant, actor, flow, seq, at, eventType, before, after, by, keyId, seal }) => {
    // their journal is their record
    if (nobodys.has(tenant)) return []
    const moves = movesBetween(before, after)
    const states = moves.left.length + moves.entered.length > 0 ? moves : null
    // what changes no state and comes from nobody is bookkeeping of the chart's own
    if (!states && by === undefined) return []
    recorded()
    const person = by as AuditedBy | undefined
    return [
      log.record({
        id: `${actor}/${String(seq).padStart(DIGITS, '0')}`,
        tenant,
        at,
        kind: eventType,
        actor,
        flow,
        ...(states && { states }),
        ...(person && { userId: person.userId, sealed: { keyId, body: seal({ by: person }) } }),
      }),
    ]
  }
}
