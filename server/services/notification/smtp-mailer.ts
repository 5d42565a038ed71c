/** Mail over SMTP, on connections that are kept open: a fresh one per mail takes eight times as long. */
import { createTransport } from 'nodemailer'
import { EffectError, giveUp } from '../effect.ts'
import { headersOf, type Mailer, mailId, type OutgoingMail } from './mailer.ts'

export interface SmtpParts {
  /** `smtp://user:password@host:587`; `smtps:` speaks TLS from the first byte. */
  readonly url: string
  /** As it stands in the mail: `Tenure <hello@tenure.app>`. */
  readonly from: string
}

const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 }

export function smtpMailer({ url, from }: SmtpParts): Mailer {
  const transport = createTransport({ ...serverOf(url), ...patience, pool: true, maxConnections: 5 })
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from
  const domain = address.slice(address.indexOf('@') + 1)

  return {
    async send(mail) {
      try {
        await transport.sendMail({
          ...messageOf(mail),
          from,
          messageId: `<${mailId(mail.identity)}@${domain}>`,
        })
      } catch (error) {
        throw translated(error)
      }
    },
    close: () => transport.close(),
  }
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: port === '' ? DEFAULT_PORT[secure ? 'smtps:' : 'smtp:'] : Number(port),
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

const messageOf = ({ to, subject, text, html, stopLink }: OutgoingMail) => ({
  // an object, because in text a comma or a bracket of an address would be read as another one
  to: { name: '', address: to },
  subject,
  text,
  html,
  headers: headersOf({ stopLink }),
})

/**
 * A 5xx answer to RCPT TO is about this reader and for good (RFC 5321, 4.2.1). Everything else is between us and the
 * server, and may be mended while we wait.
 */
function translated(error: unknown): EffectError {
  const { responseCode = 0, command = '', message = '' } = error as SmtpError
  const isRefused = command === 'RCPT TO' && responseCode >= 500
  return isRefused
    ? giveUp('mail.refused', `The server knows no such reader: ${responseCode}.`)
    : new EffectError('mail.failed', `The mail was not handed over: ${message}`)
}

interface SmtpError {
  readonly responseCode?: number
  readonly command?: string
  readonly message?: string
}
