import { describe, expect, it } from 'vitest'
import { debt } from '../../../machines/account/account.fixtures.ts'
import { type DunningStep, dunningSteps } from '../../../machines/account/account.types.ts'
import { defineTables } from '../../records/define.ts'
import { mailbox } from '../../records/notices/mailbox.ts'
import { notices } from '../../records/notices/notices.ts'
import { outbox } from '../../records/notices/outbox.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { giveUp } from '../effect.ts'
import { sendDunning, sendRecovery } from './dunning.ts'
import { mailboxMailer } from './mailer.ts'
import { render } from './templates/index.tsx'

const START = Date.UTC(2026, 10, 23)
const DAY = 86_400_000
const account = { accountId: 'acc_ten_1', tenantId: 'ten_1' }
const limits = { seats: 9, projects: 9, requestsPerMonth: 9, storageBytes: 9 }

describe('a step of dunning', () => {
  it.each(dunningSteps)('%s is told to everybody who could pay, once, by mail and in the portal', async (step) => {
    const { tell, mails, told } = await open()
    for (let time = 0; time < 2; time++) expect(await tell(step)).toEqual({ at: START })
    expect((await mails()).map(({ to }) => to).toSorted()).toEqual(['books@fernhill.studio', 'mara@fernhill.studio'])
    expect(await told('usr_1')).toMatchObject([
      { template: 'dunning', data: { step, amountMinor: '8700', nextAt: new Date(START + 3 * DAY).toISOString() } },
    ])
    expect([await told('usr_2'), await told('usr_3')]).toMatchObject([[{ template: 'dunning' }], []])
  })

  it('is told again when money is owed anew', async () => {
    const { tell, mails } = await open()
    await tell('pastDue', 1)
    await tell('pastDue', 2)
    expect(await mails()).toHaveLength(4)
  })

  it('is a notice alone to a reader the mail server does not know', async () => {
    const { tell, told } = await open({ refuses: true })
    await tell('grace')
    expect(await told('usr_1')).toHaveLength(1)
  })

  it('that nobody could be told of is not told, so nothing may follow', async () => {
    const { tell } = await open({ isEmpty: true })
    await expect(tell('grace')).rejects.toMatchObject({ code: 'members.none' })
  })
})

it('thanks once for a debt that is settled', async () => {
  const { thank, mails, told } = await open()
  for (let time = 0; time < 2; time++) await thank()
  expect((await mails()).map(({ subject }) => subject)).toEqual(Array(2).fill('Thank you: Fernhill is paid'))
  expect(await told('usr_1')).toMatchObject([{ template: 'recovered', data: { company: 'Fernhill' } }])
})

/** A workspace with its owner, its bookkeeper and a developer. */
async function open({ refuses = false, isEmpty = false } = {}) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => START, secret: 'a secret for tests' }
  const box = mailbox(parts)
  const records = { outbox: outbox(parts), notices: notices(parts), tenants: tenants(parts) }
  const plan = { plan: 'team', planName: 'Team', limits, seats: 9, catalogueVersion: '1' }
  const person = (userId: string, name: string) => ({
    userId,
    email: `${name}@fernhill.studio`,
    name,
    occupation: 'other' as const,
  })
  if (!isEmpty)
    await connection.write([
      ...records.tenants.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, person('usr_1', 'mara')),
      ...records.tenants.addMember({ ...person('usr_2', 'books'), tenant: 'ten_1', role: 'billing' }),
      ...records.tenants.addMember({ ...person('usr_3', 'dev'), tenant: 'ten_1', role: 'developer' }),
    ])
  const refusing = { send: () => Promise.reject(giveUp('mail.refused', 'Nobody is there.')), close: () => {} }
  const mailer = refuses ? refusing : mailboxMailer(box)
  const all = { ...records, mailer, render, publicUrl: 'https://tenure.app', now: () => START }
  const work = { attempt: 1, signal: new AbortController().signal, progress: () => {} }
  return {
    mails: () => box.listFor(),
    told: (user: string) => records.notices.list('ten_1', user),
    async tell(step: DunningStep, episode = 1) {
      const input = { ...account, episode, step, debt, nextStepMs: 3 * DAY }
      const identity = `dunning/acc_ten_1/${episode}/${step}`
      const { output, writes = [] } = await sendDunning(all)({ ...work, identity, input })
      await connection.write(writes)
      return output
    },
    async thank() {
      const input = { ...account, episode: 1, wasClosed: true }
      const { writes = [] } = await sendRecovery(all)({ ...work, identity: 'recovery/acc_ten_1/1', input })
      await connection.write(writes)
    },
  }
}
