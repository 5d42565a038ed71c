/** The outbox: a row for every mail that was meant to be sent, and how many of a kind went to an address lately. */
import { builder, type Ddl, type Dialect, pick, query } from '../query.ts'

export interface OutboxRow {
  identity: string
  template: string
  recipient: string
  at: number
  sent_at: number | null
  suppressed_at: number | null
}
/** The window's counter for one kind of mail to one address: the row that two senders at once would both change. */
interface QuotaRow {
  id: string
  used: number
  until: number
}

export const outboxTables = ({ integer, end }: Ddl) => `
  create table if not exists outbox (
    identity text primary key, template text not null, recipient text not null, at ${integer} not null,
    sent_at ${integer}, suppressed_at ${integer}
  ) ${end};
  create table if not exists mail_quota (id text primary key, used integer not null, until ${integer} not null) ${end};
`

export function outboxSql(dialect: Dialect) {
  const db = builder<{ outbox: OutboxRow; mail_quota: QuotaRow }>(dialect)
  return {
    find: query((p: { identity: string }) =>
      db.selectFrom('outbox').select(['sent_at', 'suppressed_at']).where('identity', '=', p.identity),
    ),
    // '0' comes right after '/': a range the primary key serves
    named: query((p: { identity: string; from: string; to: string }) =>
      db
        .selectFrom('outbox')
        .select(['template', 'at', 'sent_at', 'suppressed_at'])
        .where((row) =>
          row.or([
            row('identity', '=', p.identity),
            row.and([row('identity', '>=', p.from), row('identity', '<', p.to)]),
          ]),
        ),
    ),
    add: query((row: OutboxRow) =>
      db.insertInto('outbox').values(pick(row, 'identity', 'template', 'recipient', 'at', 'suppressed_at')),
    ),
    markSent: query((p: { identity: string; at: number }) =>
      db.updateTable('outbox').set({ sent_at: p.at }).where('identity', '=', p.identity).where('sent_at', 'is', null),
    ),
    forget: query((p: { identity: string }) => db.deleteFrom('outbox').where('identity', '=', p.identity)),
    // no index serves this; a workspace leaves once
    forgetAbout: query((p: { like: string }) => db.deleteFrom('outbox').where('identity', 'like', p.like)),
    // a window that has passed starts anew
    openWindow: query((p: { id: string; now: number; until: number }) =>
      db
        .insertInto('mail_quota')
        .values({ id: p.id, used: 0, until: p.until })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ used: 0, until: p.until }).where('mail_quota.until', '<=', p.now),
        ),
    ),
    count: query((p: { id: string; most: number }) =>
      db
        .updateTable('mail_quota')
        .set((row) => ({ used: row('used', '+', 1) }))
        .where('id', '=', p.id)
        .where('used', '<', p.most),
    ),
  }
}
