/**
 * The embedded store: one process, one file, every commit on disk before it is answered.
 *
 * Opening it drops all leases: only one process works on the file, so whoever held them is gone.
 */
import type { Database } from 'better-sqlite3'
import type { Checkpoint, Incident, InboxRow, JournalLine, Store, TimerRow } from '../store.ts'
import { stepWriter } from './apply-step.ts'
import { type GroupCommit, groupCommit } from './group-commit.ts'
import { engineSchema } from './schema.ts'
import { toActor, toEffect, toInbox, toLine, toLive, toTimer } from './values.ts'
import type { ActorColumns, EffectColumns, InboxColumns, LineColumns, TimerColumns } from './values.ts'

export function sqliteStore(db: Database, commits: GroupCommit = groupCommit(db)): Store {
  db.exec(engineSchema)
  db.exec('update effect set worker = null, until = null')
  const apply = stepWriter(db)
  const sql = statements(db)

  return {
    load: async (id) => toActor(sql.load.get(id)),
    commit: (step) => commits.run(() => apply(step)),
    journal: async (actor, after, limit): Promise<JournalLine[]> => sql.journal.all(actor, after, limit).map(toLine),
    checkpoint: async (actor, seq): Promise<Checkpoint | null> => sql.checkpoint.get(actor, seq) ?? null,
    lineOf: async (actor, eventId) => sql.lineOf.get(actor, eventId)?.seq ?? null,
    waiting: async (actor) => ({
      effects: sql.effectsOf.all(actor).map(toLive),
      timers: sql.timersOf.all(actor).map(({ id, due_at }) => ({ id, dueAt: due_at })),
    }),

    claim: (worker, now, leaseMs, limit) =>
      commits.run(() => sql.claim.all(worker, now + leaseMs, now, limit).map(toEffect)),
    renew: (worker, keys, until) =>
      commits.run(() =>
        keys.filter(({ actor, id, gen, fence }) => sql.renew.run(until, actor, id, gen, fence, worker).changes === 0),
      ),
    putBack: ({ actor, id, gen, fence }, attempt, dueAt) =>
      commits.run(() => sql.putBack.run(attempt, dueAt, actor, id, gen, fence).changes === 1),
    progress: async ({ actor, id, gen, fence }, done) => {
      await commits.run(() => sql.progress.run(done, actor, id, gen, fence))
    },
    nextEffectAt: async () => sql.nextEffect.get()?.at ?? null,

    dueTimers: async (now, limit): Promise<TimerRow[]> => sql.dueTimers.all(now, limit).map(toTimer),
    nextTimerAt: async () => sql.nextTimer.get()?.at ?? null,
    inbox: async (after, limit): Promise<InboxRow[]> => sql.inbox.all(after, limit).map(toInbox),

    discard: async (mail) => {
      await commits.run(() => sql.discard.run(mail))
    },

    strand: (keyId) =>
      commits.run(() => {
        const ids = sql.sealedUnder.all(keyId).map(({ id }) => id)
        for (const id of ids) {
          sql.dropEffects.run(id)
          sql.dropTimers.run(id)
          sql.dropMail.run(id)
        }
        sql.dropSealedMail.run(keyId)
        return ids
      }),

    park: (incident) =>
      commits.run(() => {
        sql.park.run(incident.code, incident.actor)
        sql.incident.run(incident.actor, incident.at, incident.code, incident.message, incident.eventType)
      }),
    release: (actor) => commits.run(() => sql.release.run(actor).changes === 1),
    incidents: async (limit) => sql.incidents.all(limit),
    incidentOf: async (actor) => sql.incidentOf.get(actor) ?? null,
    close: async () => {
      db.close()
    },
  }
}

function statements(db: Database) {
  const incident = 'select actor, at, code, message, event_type as eventType from incident'
  const notParked = (column: string) =>
    `not exists (select 1 from actor a where a.id = ${column} and a.parked is not null)`
  return {
    load: db.prepare<[string], ActorColumns>('select * from actor where id = ?'),
    journal: db.prepare<[string, number, number], LineColumns>(
      'select * from journal where actor = ? and seq > ? order by seq limit ?',
    ),
    checkpoint: db.prepare<[string, number], Checkpoint>(
      'select seq, head, body from checkpoint where actor = ? and seq <= ? order by seq desc limit 1',
    ),
    lineOf: db.prepare<[string, string], { seq: number }>('select seq from journal where actor = ? and event_id = ?'),
    effectsOf: db.prepare<[string], EffectColumns>('select * from effect where actor = ?'),
    timersOf: db.prepare<[string], Pick<TimerColumns, 'id' | 'due_at'>>('select id, due_at from timer where actor = ?'),
    // held by nobody, or by a worker that let its lease lapse; the fence rises so that worker can no longer report
    claim: db.prepare<[string, number, number, number], EffectColumns>(`
      update effect set worker = ?, until = ?, fence = fence + 1
      where (actor, id, gen) in (
        select actor, id, gen from effect
        where coalesce(until, due_at) <= ? and ${notParked('effect.actor')}
        order by coalesce(until, due_at) limit ?)
      returning *`),
    renew: db.prepare(
      'update effect set until = ? where actor = ? and id = ? and gen = ? and fence = ? and worker = ?',
    ),
    putBack: db.prepare(`
      update effect set attempt = ?, due_at = ?, worker = null, until = null, progress = null
      where actor = ? and id = ? and gen = ? and fence = ?`),
    progress: db.prepare('update effect set progress = ? where actor = ? and id = ? and gen = ? and fence = ?'),
    nextEffect: db.prepare<[], { at: number }>(
      `select coalesce(until, due_at) as at from effect where ${notParked('effect.actor')} order by 1 limit 1`,
    ),
    dueTimers: db.prepare<[number, number], TimerColumns>(
      `select * from timer where due_at <= ? and ${notParked('timer.actor')} order by due_at, actor, id limit ?`,
    ),
    nextTimer: db.prepare<[], { at: number }>(
      `select due_at as at from timer where ${notParked('timer.actor')} order by due_at limit 1`,
    ),
    inbox: db.prepare<[number, number], InboxColumns>(
      `select * from inbox where id > ? and ${notParked('inbox.recipient')} order by id limit ?`,
    ),
    discard: db.prepare('delete from inbox where id = ?'),
    sealedUnder: db.prepare<[string], { id: string }>('select id from actor where key_id = ?'),
    dropEffects: db.prepare('delete from effect where actor = ?'),
    dropTimers: db.prepare('delete from timer where actor = ?'),
    dropMail: db.prepare('delete from inbox where recipient = ?'),
    dropSealedMail: db.prepare('delete from inbox where key_id = ?'),
    park: db.prepare('update actor set parked = ? where id = ?'),
    release: db.prepare('update actor set parked = null where id = ? and parked is not null'),
    incident: db.prepare(
      'insert or replace into incident (actor, at, code, message, event_type) values (?, ?, ?, ?, ?)',
    ),
    incidents: db.prepare<[number], Incident>(`${incident} order by at desc limit ?`),
    incidentOf: db.prepare<[string], Incident>(`${incident} where actor = ? order by at desc limit 1`),
  }
}
