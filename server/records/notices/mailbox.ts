/** Where mail goes while no SMTP server is configured. A mail's id is its identity, so a repeated one is kept once. */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, read, type RecordParts } from '../query.ts'
import { orRefuse } from '../refusal.ts'

interface MailRow {
  id: string
  recipient: string
  subject: string
  text: string
  html: string
  links: string
  headers: string
  at: number
}
/** `at`: milliseconds since 1970. */
export interface KeptMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly links: readonly string[]
  /** Beside those every mail has. */
  readonly headers: Readonly<Record<string, string>>
  readonly at: number
}

export const mailboxTables = ({ integer, end }: Ddl) => `
  create table if not exists mailbox (
    id text primary key, recipient text not null, subject text not null, text text not null, html text not null,
    links text not null, headers text not null, at ${integer} not null
  ) ${end};
  create index if not exists mailbox_recipient on mailbox (recipient, at);
  create index if not exists mailbox_at on mailbox (at);
`

export type Mailbox = ReturnType<typeof mailbox>

export function mailbox({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const db = builder<{ mailbox: MailRow }>(connection.dialect)
  const newest = () => db.selectFrom('mailbox').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(200)
  const sql = {
    keep: query((row: MailRow) =>
      db
        .insertInto('mailbox')
        .values(pick(row, 'id', 'recipient', 'subject', 'text', 'html', 'links', 'headers', 'at'))
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    all: query(() => newest()),
    to: query((p: { to: string }) => newest().where('recipient', '=', p.to)),
  }
  return {
    async keep({ to, links, headers, ...mail }: Omit<KeptMail, 'at'>): Promise<void> {
      const written = { links: JSON.stringify(links), headers: JSON.stringify(headers) }
      const row = { ...mail, ...written, recipient: to.toLowerCase(), at: now() }
      orRefuse(await connection.write([statement(sql.keep(row), 'mail.kept')]), `Cannot keep mail ${mail.id}.`)
    },
    /** The newest two hundred, newest first; only those to one address when it is given. */
    async listFor(to?: string): Promise<KeptMail[]> {
      const rows = await read(connection, to === undefined ? sql.all({}) : sql.to({ to: to.toLowerCase() }))
      return rows.map(({ recipient, links, headers, ...mail }) => ({
        ...mail,
        to: recipient,
        links: JSON.parse(links) as string[],
        headers: JSON.parse(headers) as Record<string, string>,
      }))
    },
  }
}
