import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mailer, OutgoingMail } from './mailer.ts'
import { smtpMailer } from './smtp-mailer.ts'

const mail: OutgoingMail = {
  identity: 'code/onb_1/1',
  to: 'mara@fernhill.studio',
  subject: '418 302 is your Tenure code',
  text: 'Your code is 418 302',
  html: '<p>Your code is 418 302</p>',
  links: [],
  stopLink: null,
}

let received: string[]
let answer: (Error & { responseCode?: number }) | null
let server: SMTPServer
let mailer: Mailer
beforeEach(async () => {
  received = []
  answer = null
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(answer),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Tenure <hello@tenure.app>' })
})
afterEach(async () => {
  mailer.close()
  await new Promise<void>((closed) => server.close(() => closed()))
})

describe('mail over SMTP', () => {
  it('carries both parts, and one name however often it is sent', async () => {
    await mailer.send(mail)
    await mailer.send(mail)
    const [first, second] = await Promise.all(received.map((text) => simpleParser(text)))
    expect(first?.subject).toBe(mail.subject)
    expect(first?.text?.trim()).toBe(mail.text)
    expect(first?.html).toContain(mail.html)
    expect(first?.from?.text).toBe('"Tenure" <hello@tenure.app>')
    expect(first?.messageId).toMatch(/^<[0-9a-f]{32}@tenure\.app>$/)
    expect(second?.messageId).toBe(first?.messageId)
    expect(first?.headers.has('list')).toBe(false)
  })

  it('says how to stop what is not needed', async () => {
    await mailer.send({ ...mail, stopLink: 'https://tenure.app/unsubscribe?token=t' })
    const { headerLines } = await simpleParser(received[0]!)
    const lines = headerLines.map(({ line }) => line.replace(/\s+/g, ' '))
    expect(lines).toContain('List-Unsubscribe: <https://tenure.app/unsubscribe?token=t>')
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  it('gives up on a reader the server does not know', async () => {
    answer = Object.assign(new Error('No such user'), { responseCode: 550 })
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'mail.refused', final: true })
  })

  it('hopes for later when the server is only busy, or not there', async () => {
    answer = Object.assign(new Error('Mailbox busy'), { responseCode: 450 })
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'mail.failed', final: false })
    const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'hello@tenure.app' })
    await expect(nowhere.send(mail)).rejects.toMatchObject({ code: 'mail.failed', final: false })
    nowhere.close()
  })
})
