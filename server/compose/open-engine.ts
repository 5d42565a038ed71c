/** The engine with the product's charts, bodies and secrets in it, and with somebody who hears when something goes wrong. */
import type { Logger } from 'pino'
import { flows } from '../../machines/registry.ts'
import type { Config } from '../config.ts'
import type { MovableClock } from '../engine/clock.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import type { Recorder } from '../engine/recorder.ts'
import type { Sealer } from '../engine/seal.ts'
import { forLog } from '../errors.ts'
import type { Embedded } from '../store/sqlite/embedded.ts'
import type { CrashPoints } from './crash.ts'
import type { Metrics } from './metrics.ts'
import type { Records } from './records.ts'
import { secretExchange } from './secrets.ts'

export interface EngineNeeds {
  readonly config: Config
  readonly log: Logger
  readonly clock: MovableClock
  readonly database: Embedded
  readonly records: Records
  readonly crash: CrashPoints
  readonly figures: Metrics
  readonly sealing: Sealer
  readonly recorders: readonly Recorder[]
  readonly bodies: ReturnType<CrashPoints['performers']>
  readonly longestAttemptMs: number | undefined
}

export const openEngine = ({
  config,
  log,
  clock,
  database,
  records,
  crash,
  figures,
  bodies,
  ...more
}: EngineNeeds): Engine =>
  createEngine({
    store: crash.store(database.store),
    sealer: more.sealing,
    recorders: more.recorders,
    erased: records.flowMap.forget,
    clock,
    flows,
    performers: bodies,
    longestAttemptMs: more.longestAttemptMs,
    ...(config.leaseMs !== null && { leaseMs: config.leaseMs }),
    secrets: secretExchange(records),
    works: config.role !== 'web',
    onIncident(incident, error) {
      figures.incident(incident.code)
      log.error({ ...incident, error: forLog(error) }, 'An actor is parked.')
    },
    onPostponed({ actor, src, attempt }, code, error) {
      figures.retry(src, code)
      log.warn({ actor, src, attempt, code, error: forLog(error).message }, 'An attempt failed; another follows.')
    },
    onError: (error) => log.error({ error: forLog(error) }, 'The engine had a problem; it goes on.'),
  })
