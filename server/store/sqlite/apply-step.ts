/** Writes one step. Runs inside a savepoint: `Undo` takes everything back and carries the answer. */
import type { Database } from 'better-sqlite3'
import type { Outcome, Step, Took } from '../store.ts'
import { Undo } from './group-commit.ts'
import { statementRunner } from './statement.ts'

const undo = (outcome: Outcome): never => {
  throw new Undo(outcome)
}

export function stepWriter(db: Database) {
  const sql = {
    seen: db.prepare<[string, string], { seq: number }>('select seq from journal where actor = ? and event_id = ?'),
    insert: db.prepare(`
      insert into actor (id, tenant, flow, version, key_id, parent, parent_invoke, parent_gen, seq, at, status, head, body)
      values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?) on conflict do nothing`),
    // `seq` is the one planned from: the second writer finds no row to update
    update: db.prepare(
      'update actor set seq = seq + 1, at = ?, status = ?, head = ?, body = ? where id = ? and seq = ? and parked is null',
    ),
    current: db.prepare('select 1 from actor where id = ? and seq = ? and parked is null'),
    line: db.prepare('insert into journal (actor, seq, at, type, event_id, body) values (?, ?, ?, ?, ?, ?)'),
    checkpoint: db.prepare('insert into checkpoint (actor, seq, head, body) values (?, ?, ?, ?)'),
    start: db.prepare(`
      insert into effect (actor, id, gen, src, identity, input, due_at, attempt, awaited, worker, until, fence)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    cancel: db.prepare('delete from effect where actor = ? and id = ? and gen = ?'),
    schedule: db.prepare('insert or replace into timer (actor, id, due_at, body) values (?, ?, ?, ?)'),
    unschedule: db.prepare('delete from timer where actor = ? and id = ?'),
    cancelAll: db.prepare('delete from effect where actor = ? and awaited = 1'),
    unscheduleAll: db.prepare('delete from timer where actor = ?'),
    send: db.prepare('insert into inbox (recipient, kind, sender, key_id, body) values (?, ?, ?, ?, ?)'),
    // a report counts only under the lease it was made with
    takeEffect: db.prepare('delete from effect where actor = ? and id = ? and gen = ? and fence = ?'),
    // a timer set anew under the same name is another timer
    takeTimer: db.prepare('delete from timer where actor = ? and id = ? and due_at = ?'),
    takeInbox: db.prepare('delete from inbox where id = ?'),
  }
  const execute = statementRunner(db)

  function take(actor: string, took: Took): number {
    if ('effect' in took) return sql.takeEffect.run(actor, took.effect.id, took.effect.gen, took.effect.fence).changes
    if ('timer' in took) return sql.takeTimer.run(actor, took.timer.id, took.timer.dueAt).changes
    return sql.takeInbox.run(took.inbox).changes
  }

  function writeRow({ actor, expected, born, next, checkpoint }: Step) {
    if (!next) return
    const { line, status, head, body } = next
    const changed =
      expected === 0 && born
        ? sql.insert.run(
            actor,
            born.tenant,
            born.flow,
            born.version,
            born.keyId,
            born.parent?.actor ?? null,
            born.parent?.invoke ?? null,
            born.parent?.gen ?? null,
            line.at,
            status,
            head,
            body,
          ).changes
        : sql.update.run(line.at, status, head, body, actor, expected).changes
    if (changed === 0) undo({ result: 'conflict' })
    sql.line.run(actor, expected + 1, line.at, line.type, line.eventId, line.body)
    if (checkpoint) sql.checkpoint.run(actor, expected + 1, head, body)
  }

  return (step: Step): Outcome => {
    const { actor, expected, next, took } = step
    if (next?.line.eventId) {
      const seen = sql.seen.get(actor, next.line.eventId)
      if (seen) return { result: 'duplicate', seq: seen.seq }
    }
    if (!next && expected > 0 && !sql.current.get(actor, expected)) return { result: 'conflict' }
    if (took && take(actor, took) === 0) return { result: 'stale' }
    writeRow(step)
    if (step.ended) {
      sql.cancelAll.run(actor)
      sql.unscheduleAll.run(actor)
    }
    for (const { id, gen } of step.cancel) sql.cancel.run(actor, id, gen)
    for (const id of step.unschedule) sql.unschedule.run(actor, id)
    for (const e of step.start)
      sql.start.run(
        actor,
        e.id,
        e.gen,
        e.src,
        e.identity,
        e.input,
        e.dueAt,
        e.attempt,
        e.awaited ? 1 : 0,
        e.lease?.worker ?? null,
        e.lease?.until ?? null,
        e.lease?.fence ?? 0,
      )
    for (const { id, dueAt, body } of step.schedule) sql.schedule.run(actor, id, dueAt, body)
    for (const statement of step.writes) execute(statement)
    const sent = step.sends.map(({ to, kind, keyId, body }) =>
      Number(sql.send.run(to, kind, actor, keyId, body).lastInsertRowid),
    )
    return { result: 'committed', sent }
  }
}
