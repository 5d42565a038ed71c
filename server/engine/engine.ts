/**
 * The engine: any XState chart as a durable actor.
 *
 * `start` and `send` are the way in; workers, timers and the mailroom carry on from there. Every promise it makes is
 * listed in `docs/engine.md` and has a test that fails when it is broken.
 */
import type { InboxRow } from '../store/store.ts'
import { actors as openActors } from './actors.ts'
import { birth } from './birth.ts'
import { deliveries } from './deliveries.ts'
import type { Engine, EngineParts } from './engine-types.ts'
import { history } from './history.ts'
import { hub as newHub } from './hub.ts'
import { looker } from './look.ts'
import { loop, type LoopParts } from './loop.ts'
import { mailroom } from './mailroom.ts'
import { openJournal } from './open-journal.ts'
import type { Recorder } from './recorder.ts'
import { registry as register } from './registry.ts'
import { replay } from './replay.ts'
import { sender } from './sender.ts'
import { unlessErased } from './seal.ts'
import { timers as newTimers } from './timers.ts'
import { viewOf } from './view.ts'
import { watch } from './watch.ts'
import { worker as newWorker } from './worker.ts'

export type { Engine, EngineParts, Send, Start } from './engine-types.ts'

export function createEngine(parts: EngineParts): Engine {
  const { store, sealer, clock, works = true, onError = () => {} } = parts
  const registry = register(parts.flows)
  const hub = newHub()
  const actors = openActors(store, sealer, registry)

  const committed: LoopParts['committed'] = (step, sent) => {
    hub.changed(step.actor)
    if (!works) return
    const { actor, cancel, start, schedule, sends } = step
    if (cancel.length > 0) worker.abort(cancel.map((key) => ({ actor, ...key })))
    if (start.length > 0) worker.offer(start)
    for (const { dueAt } of schedule) timers.set(dueAt)
    if (sent.length > 0) mail.post(sends.map((row, index): InboxRow => ({ ...row, from: actor, id: sent[index]! })))
  }
  const record: Recorder = (change) => (parts.recorders ?? []).flatMap((one) => one(change))
  const advance = loop({
    store,
    actors,
    sealer,
    clock,
    lease: () => (works ? worker.lease() : null),
    committed,
    record,
    incident(incident, error) {
      hub.changed(incident.actor)
      parts.onIncident?.(incident, error)
    },
  })
  const bear = birth({ sealer, clock, registry, advance, record })
  const deliver = deliveries({
    advance,
    bear,
    sealer,
    actors,
    store,
    hub,
    performers: parts.performers,
    longestAttemptMs: parts.longestAttemptMs,
  })
  const worker = newWorker({
    store,
    clock,
    name: parts.workerName ?? `worker-${crypto.randomUUID()}`,
    concurrency: parts.concurrency ?? 32,
    leaseMs: parts.leaseMs ?? 15_000,
    graceMs: parts.graceMs ?? 2000,
    random: parts.random ?? Math.random,
    policy: deliver.policy,
    perform: deliver.perform,
    succeeded: deliver.succeeded,
    failed: deliver.failed,
    postponed(row, code, error) {
      hub.changed(row.actor)
      parts.onPostponed?.({ actor: row.actor, src: row.src, attempt: row.attempt }, code, error)
    },
    onError,
  })
  const timers = newTimers(store, clock, deliver.timer, onError)
  const mail = mailroom(store, deliver.mail, onError)

  const view: Engine['view'] = async (id, caller) => {
    const actor = await unlessErased(() => actors.load(id))
    return actor ? viewOf({ store, registry, clock }, actor, caller) : null
  }
  const wake = () => {
    if (!works) return
    worker.wake()
    timers.ring()
  }

  return {
    registry,
    hub,
    start: ({ flow, id, tenant, input, keyId = id, writes = [], by }) => {
      const { version } = registry.newest(flow)
      return bear({ id, tenant, flow, version, keyId, parent: null, input, writes, by })
    },
    send: sender({ store, clock, secrets: parts.secrets, advance }),
    view,
    async whose(id) {
      const actor = await unlessErased(() => actors.load(id))
      return actor && { tenant: actor.tenant, flow: actor.chart.id }
    },
    ...looker({ store, sealer, registry }),
    watch: (ids, since, caller, signal) => watch(hub, ids, since, signal, (id) => view(id, caller)),
    journal: openJournal(store, sealer),
    replay: (id, upTo) => replay(store, sealer, registry, id, upTo),
    history: history({ store, sealer, registry }),
    async redrive(id) {
      if (!(await store.release(id))) return false
      actors.forget(id)
      hub.changed(id)
      wake()
      await mail.sweep()
      return true
    },
    async erase(keyId) {
      // the key first: with it gone the rest is only tidying, which the next attempt would do again
      await sealer.destroy(keyId)
      const stranded = await store.strand(keyId)
      for (const id of stranded) {
        actors.forget(id)
        hub.changed(id)
      }
      await parts.erased?.(stranded)
    },
    incidents: (limit = 100) => store.incidents(limit),
    wake,
    async run() {
      if (!works) return
      worker.start()
      timers.ring()
      await mail.sweep()
    },
    async stop() {
      await timers.stop()
      await mail.stop()
      await worker.stop()
    },
  }
}
