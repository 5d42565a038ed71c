/**
 * Which mails we meant to send, which went out, and which their readers do not want. It answers three questions: has this
 * one been dealt with already, does its reader want its kind, and how many went to that address lately. Addresses stand
 * here only as keyed hashes.
 */
import { createHmac } from 'node:crypto'
import type { OptionalClass } from '../../../machines/vocabulary/notices.ts'
import { statement } from '../../store/connection.ts'
import { read, readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'
import { tokens } from '../tokens/tokens.ts'
import { type OutboxRow, outboxSql } from './outbox-table.ts'
import { preferences, type Reader } from './preferences.ts'

export interface Intended {
  readonly identity: string
  readonly template: string
  readonly address: string
  /** No more than this many of the template to the address within the window. */
  readonly limit?: { readonly most: number; readonly windowMs: number }
  /** Its class, when that can be switched off, and whose choice counts; null: that of the address itself. */
  readonly optional?: { readonly class: OptionalClass; readonly reader: Reader | null }
}

/** How long the way out of a mail works: nobody keeps one longer in sight. */
const STOP_MS = 365 * 86_400_000
/** Whoever is no member of anything yet decides for their address. */
const NOBODYS = 'visitors'

export type Outbox = ReturnType<typeof outbox>

export function outbox(parts: RecordParts) {
  const { connection, now, secret } = parts
  const choices = preferences(parts)
  const { issueAs, tokenFor } = tokens(parts)
  const stopTokenOf = (identity: string) => tokenFor(stopName(identity))
  const sql = outboxSql(connection.dialect)
  const hashOf = (address: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['recipient', address]))
      .digest('base64url')

  return {
    /**
     * Writes down that a mail is about to go out, counts it, and makes the token that stops its class, in one commit.
     * The same identity is counted once. `sent`: it went out already. `suppressed`: its reader does not want its class,
     * and that is written down. `full`: too many to this address; nothing was written.
     */
    async intend({ identity, template, address, limit, optional }: Intended): Promise<MailState> {
      const known = await readOne(connection, sql.find({ identity }))
      if (known) return stateOf(known)
      const recipient = hashOf(address)
      const row = { identity, template, recipient, at: now(), sent_at: null, suppressed_at: null }
      const reader = optional?.reader ?? { tenant: NOBODYS, user: recipient }
      if (optional && !(await choices.wants(reader, optional.class, 'mail'))) {
        await connection.write([statement(sql.add({ ...row, suppressed_at: now() }), 'mail.intended', 1)])
        return 'suppressed'
      }
      const id = `${template}/${recipient}`
      const counted = limit
        ? [
            statement(sql.openWindow({ id, now: now(), until: now() + limit.windowMs }), 'rate.limited'),
            statement(sql.count({ id, most: limit.most }), 'rate.limited', 1),
          ]
        : []
      const stop = optional ? [issueStop(identity, reader, optional.class)] : []
      const written = await connection.write([statement(sql.add(row), 'mail.intended', 1), ...counted, ...stop])
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
    /** The mails an effect of that identity sent or was about to send: one, or one for each reader. */
    async of(identity: string): Promise<OutboxLine[]> {
      const rows = await read(connection, sql.named({ identity, from: `${identity}/`, to: `${identity}0` }))
      return rows.map((row) => ({ template: row.template, at: row.sent_at ?? row.at, state: stateOf(row) }))
    },
    /** Whether nothing is left to do for it: it went out, or its reader does not want it. */
    async isSettled(identity: string): Promise<boolean> {
      const known = await readOne(connection, sql.find({ identity }))
      return known !== null && stateOf(known) !== 'intended'
    },
    /** The token in a mail that switches its class off for its reader; it works once the mail is intended. */
    stopTokenOf,
  }

  function issueStop(identity: string, { tenant, user }: Reader, about: OptionalClass): Write {
    const name = { id: stopName(identity), value: stopTokenOf(identity) }
    return issueAs({ ...name, purpose: 'unsubscribe', subject: `${about}/${user}`, tenant, lifetimeMs: STOP_MS })
  }
}

/** `at`: when it went out; until then, when it was meant to. */
export interface OutboxLine {
  readonly template: string
  readonly at: number
  readonly state: MailState
}

export type MailState = 'intended' | 'sent' | 'suppressed' | 'full'

const stopName = (identity: string) => `unsubscribe/${identity}`

const stateOf = ({ sent_at, suppressed_at }: Pick<OutboxRow, 'sent_at' | 'suppressed_at'>): MailState =>
  sent_at !== null ? 'sent' : suppressed_at !== null ? 'suppressed' : 'intended'
