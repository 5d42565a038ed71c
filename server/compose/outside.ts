/** What stands outside of this process: who carries the mails, how they look, and what is made to go wrong. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Mailbox } from '../records/notices/mailbox.ts'
import { loadTemplates } from '../services/notification/load-templates.ts'
import { type Mailer, mailboxMailer } from '../services/notification/mailer.ts'
import { smtpMailer } from '../services/notification/smtp-mailer.ts'
import type { Render } from '../services/notification/templates/props.ts'
import { type Faults, noFaults } from '../services/provisioning/faults.ts'

export interface Outside {
  readonly mailer: Mailer
  readonly render: Render
  readonly faults: Faults
}

export interface OutsideParts {
  readonly config: Config
  readonly mailbox: Mailbox
  /** Where the built files are. */
  readonly built: string
  /** What was handed in instead. */
  readonly given: Partial<Outside>
}

/** Throws when the mail templates have not been built. */
export async function chooseOutside({ config, mailbox, built, given }: OutsideParts): Promise<Outside> {
  return {
    mailer: given.mailer ?? mailerFor(config, mailbox),
    render: given.render ?? (await loadTemplates(join(built, 'mail', 'index.js'))),
    faults: given.faults ?? noFaults,
  }
}

const mailerFor = ({ smtpUrl, mailFrom }: Config, mailbox: Mailbox): Mailer =>
  smtpUrl === null ? mailboxMailer(mailbox) : smtpMailer({ url: smtpUrl, from: mailFrom })
