/** The mailbox for tests and scripts: `/sandbox/mailbox.json?to=`. */
import type { KeptMail } from '../../server/records/notices/mailbox.ts'

export interface MailJson {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The addresses the mail asks its reader to open. */
  readonly links: readonly string[]
  /** Beside those every mail has. */
  readonly headers: Readonly<Record<string, string>>
  /** ISO 8601, in UTC. */
  readonly at: string
}

/** Newest first, as given. */
export const mailboxJson = (mails: readonly KeptMail[]): MailJson[] =>
  mails.map(({ id, to, subject, text, html, links, headers, at }) => ({
    id,
    to,
    subject,
    text,
    html,
    links,
    headers,
    at: new Date(at).toISOString(),
  }))
