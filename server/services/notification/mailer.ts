/**
 * Hands mails over: to an SMTP server when one is configured, to the mailbox otherwise.
 *
 * A mail's Message-ID comes from its identity, so a mail sent twice after a crash is one mail to whoever looks.
 */
import { createHash } from 'node:crypto'
import type { Mailbox } from '../../records/notices/mailbox.ts'
import type { RenderedMail } from './templates/props.ts'

export interface OutgoingMail extends RenderedMail {
  /** Names the mail; the same for every attempt. */
  readonly identity: string
  readonly to: string
  /** The addresses it asks the reader to open. */
  readonly links: readonly string[]
  /** Where its reader stops such mails; null for what cannot be stopped. */
  readonly stopLink: string | null
}

export interface Mailer {
  /** Throws `mail.failed` when it may work later, gives up with `mail.refused` when the server knows no such reader. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** The left side of the Message-ID: names the mail without saying what it is about. */
export const mailId = (identity: string): string => createHash('sha256').update(identity).digest('hex').slice(0, 32)

/**
 * What stands in a mail's head beside the usual. A mail program shows a button for the two about the list, and presses it
 * by a POST to that address, without anybody signed in (RFC 2369, 3.2; RFC 8058, 3.1).
 */
export const headersOf = ({ stopLink }: Pick<OutgoingMail, 'stopLink'>): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(stopLink !== null && {
    'List-Unsubscribe': `<${stopLink}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
})

/** Keeps every mail for the mailbox page. */
export const mailboxMailer = (mailbox: Pick<Mailbox, 'keep'>): Mailer => ({
  send: ({ identity, to, subject, text, html, links, stopLink }) =>
    mailbox.keep({ id: mailId(identity), to, subject, text, html, links, headers: headersOf({ stopLink }) }),
  close() {},
})
