import { describe, expect, it } from 'vitest'
import { all, most } from '../../../machines/account/account.fixtures.ts'
import { type Crossing, crossingKey } from '../../../machines/vocabulary/meters.ts'
import { defineTables } from '../../records/define.ts'
import { mailbox } from '../../records/notices/mailbox.ts'
import { notices } from '../../records/notices/notices.ts'
import { outbox } from '../../records/notices/outbox.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { giveUp } from '../effect.ts'
import { mailboxMailer } from './mailer.ts'
import { tellUsage } from './tell-usage.ts'
import { render } from './templates/index.tsx'

const limits = { seats: 9, projects: 9, requestsPerMonth: 9, storageBytes: 9 }

describe('a share of a limit that is used', () => {
  it('is told to everybody who sees what is paid, once, by mail and in the portal', async () => {
    const { tell, mails, told } = await open()
    for (let time = 0; time < 2; time++) await tell(most)
    expect((await mails()).map(({ to }) => to).toSorted()).toEqual(['books@fernhill.studio', 'mara@fernhill.studio'])
    const data = { meter: 'requests', month: '2026-11', threshold: '80', limit: '10000', used: '8000', policy: 'hard' }
    expect(await told('usr_1')).toMatchObject([{ template: 'usage', data }])
    expect([await told('usr_2'), await told('usr_3')]).toMatchObject([[{ data }], []])
  })

  it('is told anew for another share, another month and another limit', async () => {
    const { tell, told } = await open()
    for (const crossing of [most, all, { ...most, month: '2026-12' }, { ...most, limit: 500 }]) await tell(crossing)
    expect(await told('usr_1')).toHaveLength(4)
  })

  it('is a notice alone to a reader the mail server does not know', async () => {
    const { tell, told } = await open({ send: () => Promise.reject(giveUp('mail.refused', 'Nobody is there.')) })
    await tell(most)
    expect(await told('usr_1')).toHaveLength(1)
  })

  it('is tried again when the mail server does not answer, and no reader gets it twice', async () => {
    let calls = 0
    const { tell, mails, told } = await open({
      // the second reader's fails the first time
      before: () => (++calls === 2 ? Promise.reject(new Error('mail.failed')) : Promise.resolve()),
    })
    await expect(tell(most)).rejects.toThrow('mail.failed')
    expect(await told('usr_1')).toEqual([])
    await tell(most)
    expect([(await mails()).length, calls]).toEqual([2, 3])
  })

  it('that nobody could be told of is not told', async () => {
    const { tell } = await open({ isEmpty: true })
    await expect(tell(most)).rejects.toMatchObject({ code: 'members.none' })
  })
})

interface Given {
  readonly isEmpty?: boolean
  /** In the place of the mailbox. */
  readonly send?: () => Promise<void>
  readonly before?: () => Promise<void>
}

/** A workspace with its owner, its bookkeeper and a developer. */
async function open({ isEmpty = false, send, before = () => Promise.resolve() }: Given = {}) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => 1, secret: 'a secret for tests' }
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
  const kept = mailboxMailer(box)
  const mailer: typeof kept = {
    ...kept,
    send: async (mail) => {
      await before()
      await (send ? send() : kept.send(mail))
    },
  }
  const perform = tellUsage({ ...records, mailer, render, publicUrl: 'http://tenure.test' })
  return {
    async tell(crossing: Crossing) {
      const input = { accountId: 'acc_ten_1', tenantId: 'ten_1', crossing }
      const identity = `usage/acc_ten_1/${crossingKey(crossing)}`
      const { signal } = new AbortController()
      const { writes = [] } = await perform({ input, identity, attempt: 1, signal, progress: () => {} })
      await connection.write(writes)
    },
    mails: () => box.listFor(),
    told: (user: string) => records.notices.list('ten_1', user),
  }
}
