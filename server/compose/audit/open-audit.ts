/** The audit log, put together: what the engine writes to, what the API asks, and what links it. */
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import type { Sealer } from '../../engine/seal.ts'
import { forLog } from '../../errors.ts'
import { auditVerifier } from '../../records/audit/verify.ts'
import type { Embedded } from '../../store/sqlite/embedded.ts'
import type { Records } from '../records.ts'
import { auditor } from './auditor.ts'
import { auditLinker } from './linker.ts'
import { auditRecorder } from './recorder.ts'

export interface AuditNeeds {
  readonly config: Config
  readonly database: Pick<Embedded, 'connection'>
  readonly records: Pick<Records, 'audit'>
  readonly sealing: Sealer
  readonly clock: { now(): number }
  readonly log: Logger
}

export function openAudit({ config, database, records, sealing, clock, log }: AuditNeeds) {
  const linker = auditLinker(records.audit.link, (error) =>
    log.error(
      { area: 'audit', error: forLog(error) },
      'Entries of the audit log could not be linked; it is tried again.',
    ),
  )
  return {
    recorder: auditRecorder(records.audit, linker.ring),
    auditor: auditor({
      log: records.audit,
      verifier: auditVerifier({ connection: database.connection, secret: config.secret }),
      sealer: sealing,
      now: clock.now,
      recorded: linker.ring,
    }),
    stop: linker.stop,
  }
}
