import { describe, expect, it } from 'vitest'
import { defineTables } from '../../records/define.ts'
import { mailbox } from '../../records/notices/mailbox.ts'
import { notices } from '../../records/notices/notices.ts'
import { outbox } from '../../records/notices/outbox.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { EffectError, giveUp } from '../effect.ts'
import { mailboxMailer } from './mailer.ts'
import { type PaidInvoice, sendReceipt } from './send-receipt.ts'
import { render } from './templates/index.tsx'

const START = Date.UTC(2026, 10, 23)
const email = 'mara@fernhill.studio'
const invoice: PaidInvoice = {
  number: 'TEN-0001',
  total: { amountMinor: 8700, currency: 'eur' },
  paidMinor: 8700,
  refundedMinor: 0,
  createdAt: START,
  paidAt: START,
  seats: 3,
  period: { fromMs: START, toMs: START + 30 * 86_400_000 },
  card: { brand: 'visa', last4: '4242' },
  hostedUrl: 'https://pay.example/in_1',
  pdfUrl: 'https://pay.example/in_1.pdf',
}

describe('a receipt', () => {
  it('goes to the owner once, however often the effect runs, and stands in the portal', async () => {
    const { send, mails, told } = await open()
    for (let time = 0; time < 2; time++) expect((await send()).output).toEqual({ state: 'sent' })
    expect(await mails()).toMatchObject([
      { to: email, subject: 'Your receipt: €87.00 for Team', links: ['https://pay.example/in_1'] },
    ])
    expect(await told()).toMatchObject([
      { data: { number: 'TEN-0001', planName: 'Team', amountMinor: '8700', currency: 'eur' } },
    ])
  })

  it('has nobody to go to until the workspace is ready', async () => {
    const { send, mails, told, ready } = await open({ isReady: false })
    expect((await send()).output).toEqual({ state: 'no owner' })
    expect([await mails(), await told()]).toEqual([[], []])
    await ready()
    expect((await send()).output).toEqual({ state: 'sent' })
  })

  it.each<[string, PaidInvoice | null]>([
    ['was given back whole', { ...invoice, refundedMinor: 8700 }],
    ['is no longer there', null],
  ])('is not needed for an invoice that %s', async (_, changed) => {
    const { send, mails } = await open({ invoice: changed })
    expect((await send()).output).toEqual({ state: 'not needed' })
    expect(await mails()).toEqual([])
  })

  it('is a notice alone when the mail server knows no such reader', async () => {
    const { send, fail, told } = await open()
    fail(giveUp('mail.refused', 'no such user'))
    expect((await send()).output).toEqual({ state: 'sent' })
    expect(await told()).toHaveLength(1)
  })

  it('is sent by the next attempt when the mail server was away', async () => {
    const { send, fail, mails, told } = await open()
    fail(new EffectError('mail.failed', 'away'))
    await expect(send()).rejects.toMatchObject({ code: 'mail.failed', final: false })
    expect(await told()).toEqual([])
    fail(null)
    await send()
    expect(await mails()).toHaveLength(1)
  })
})

async function open({
  invoice: read = invoice,
  isReady = true,
}: {
  invoice?: PaidInvoice | null
  isReady?: boolean
} = {}) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => START, secret: 'a secret for tests' }
  const [box, notice, tenant] = [mailbox(parts), notices(parts), tenants(parts)]
  const limits = { seats: 10, projects: 10, requestsPerMonth: 10, storageBytes: 10 }
  const plan = { plan: 'team', planName: 'Team', limits, seats: 3, catalogueVersion: '1' }
  const owner = { userId: 'usr_1', email, name: 'Mara Lindqvist', occupation: 'designer' } as const
  await connection.write(tenant.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill Studio', ...plan }, owner))
  const ready = () => connection.write([tenant.markReady('ten_1')])
  if (isReady) await ready()

  let failure: Error | null = null
  const kept = mailboxMailer(box)
  const body = sendReceipt({
    outbox: outbox(parts),
    mailer: { ...kept, send: (mail) => (failure ? Promise.reject(failure) : kept.send(mail)) },
    render,
    notices: notice,
    tenants: tenant,
    invoice: async () => read,
    publicUrl: 'https://tenure.app',
  })
  return {
    ready,
    mails: () => box.listFor(),
    told: () => notice.list('ten_1', 'usr_1'),
    fail(error: Error | null) {
      failure = error
    },
    /** Runs the effect and commits what it brought. */
    async send() {
      const { signal } = new AbortController()
      const input = { invoiceId: 'in_1', tenantId: 'ten_1' }
      const fact = await body({ input, identity: 'receipt/in_1', attempt: 1, signal, progress() {} })
      await connection.write(fact.writes ?? [])
      return fact
    },
  }
}
