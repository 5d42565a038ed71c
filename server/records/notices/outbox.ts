/**
 * Which mails we meant to send, and which went out. It answers two questions: has this one been sent already, and how
 * many went to that address lately. Addresses stand here only as keyed hashes.
 */
import { createHmac } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, type Dialect, pick, query, readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'

interface OutboxRow {
  identity: string
  template: string
  recipient: string
  at: number
  sent_at: number | null
}
/** The window's counter for one kind of mail to one address: the row that two senders at once would both change. */
interface QuotaRow {
  id: string
  used: number
  until: number
}
export interface Intended {
  readonly identity: string
  readonly template: string
  readonly address: string
  /** No more than this many of the template to the address within the window. */
  readonly limit?: { readonly most: number; readonly windowMs: number }
}

export const outboxTables = ({ integer, end }: Ddl) => `
  create table if not exists outbox (
    identity text primary key, template text not null, recipient text not null, at ${integer} not null,
    sent_at ${integer}
  ) ${end};
  create table if not exists mail_quota (id text primary key, used integer not null, until ${integer} not null) ${end};
`

export type Outbox = ReturnType<typeof outbox>

export function outbox({ connection, now, secret }: RecordParts) {
  const sql = outboxSql(connection.dialect)
  const hashOf = (address: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['recipient', address]))
      .digest('base64url')

  return {
    /**
     * Writes down that a mail is about to go out, and counts it, in one commit. The same identity is counted once.
     * `sent`: it went out already. `full`: too many to this address; nothing was written.
     */
    async intend({ identity, template, address, limit }: Intended): Promise<'intended' | 'sent' | 'full'> {
      const known = await readOne(connection, sql.find({ identity }))
      if (known) return known.sent_at === null ? 'intended' : 'sent'
      const recipient = hashOf(address)
      const row = { identity, template, recipient, at: now(), sent_at: null }
      const id = `${template}/${recipient}`
      const counted = limit
        ? [
            statement(sql.openWindow({ id, now: now(), until: now() + limit.windowMs }), 'rate.limited'),
            statement(sql.count({ id, most: limit.most }), 'rate.limited', 1),
          ]
        : []
      const written = await connection.write([statement(sql.add(row), 'mail.intended', 1), ...counted])
      return written.result === 'refused' && written.code === 'rate.limited' ? 'full' : 'intended'
    },
    /** Remembers that it went out, at once: a crash after this does not send it again. */
    async markSent(identity: string): Promise<void> {
      const written = await connection.write([statement(sql.markSent({ identity, at: now() }), 'mail.sent')])
      orRefuse(written, `Cannot mark ${identity} as sent.`)
    },
    /** Forgets a mail, so that it may be sent again under its identity. */
    forget: (identity: string): Write => statement(sql.forget({ identity }), 'mail.kept'),
    /** Forgets every mail whose identity names an actor. */
    forgetAbout: (actor: string): Write => statement(sql.forgetAbout({ like: `%${actor}%` }), 'mail.kept'),
    wasSent: async (identity: string): Promise<boolean> =>
      ((await readOne(connection, sql.find({ identity })))?.sent_at ?? null) !== null,
  }
}

function outboxSql(dialect: Dialect) {
  const db = builder<{ outbox: OutboxRow; mail_quota: QuotaRow }>(dialect)
  return {
    find: query((p: { identity: string }) =>
      db.selectFrom('outbox').select('sent_at').where('identity', '=', p.identity),
    ),
    add: query((row: OutboxRow) =>
      db.insertInto('outbox').values(pick(row, 'identity', 'template', 'recipient', 'at')),
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
