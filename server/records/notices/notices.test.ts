import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { mailbox } from './mailbox.ts'
import { notices } from './notices.ts'
import { outbox } from './outbox.ts'

const welcome = {
  tenant: 'ten_1',
  user: 'usr_1',
  template: 'welcome',
  subject: 'ten_1',
  data: { name: 'Mara' },
} as const

describe('notices', () => {
  it('tells somebody once, however often the effect runs', async () => {
    const { told, connection } = await open()
    await connection.write([told.add(welcome), told.add(welcome)])
    expect(await told.list('ten_1', 'usr_1')).toMatchObject([{ template: 'welcome', data: { name: 'Mara' } } as const])
    expect(await told.unread('ten_1', 'usr_1')).toBe(1)
  })

  it('lets only the reader mark them as read', async () => {
    const { told, connection } = await open()
    await connection.write([told.add(welcome)])
    const [notice] = await told.list('ten_1', 'usr_1')
    await told.markRead('ten_1', 'usr_2', [notice!.id])
    expect(await told.unread('ten_1', 'usr_1')).toBe(1)
    await told.markRead('ten_1', 'usr_1', [notice!.id])
    expect(await told.unread('ten_1', 'usr_1')).toBe(0)
    await connection.write([told.remove(welcome)])
    expect(await told.list('ten_1', 'usr_1')).toEqual([])
  })
})

describe('the outbox', () => {
  const mail = (n: number) => ({
    identity: `code/${n}`,
    template: 'code',
    address: 'mara@fernhill.studio',
    limit: { most: 3, windowMs: 3_600_000 },
  })

  it('lets no more than its limit to one address within the window, even at once', async () => {
    const { posted, pass } = await open()
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => posted.intend(mail(n))))
    expect(answers).toEqual(['intended', 'intended', 'intended', 'full', 'full'])
    expect(await posted.intend({ ...mail(6), address: 'other@fernhill.studio' })).toBe('intended')
    pass(3_600_000)
    expect(await posted.intend(mail(7))).toBe('intended')
  })

  it('counts a repeated mail once, and knows when it went out', async () => {
    const { posted } = await open()
    for (let time = 0; time < 5; time++) expect(await posted.intend(mail(1))).toBe('intended')
    await posted.markSent('code/1')
    expect(await posted.intend(mail(1))).toBe('sent')
    expect(await posted.isSettled('code/1')).toBe(true)
    expect(await posted.intend(mail(2))).toBe('intended')
  })
})

it('keeps a mail once, newest first, by address', async () => {
  const { box, pass } = await open()
  const mail = {
    subject: 'A code',
    text: 'text',
    html: '<p>',
    links: ['https://tenure.example/verify?token=1'],
    headers: { 'X-Kind': 'code' },
  }
  await box.keep({ id: '1', to: 'Mara@Fernhill.studio', ...mail })
  pass(1000)
  await box.keep({ id: '1', to: 'mara@fernhill.studio', ...mail, subject: 'Again' })
  await box.keep({ id: '2', to: 'other@fernhill.studio', ...mail })
  expect((await box.listFor()).map(({ id }) => id)).toEqual(['2', '1'])
  expect(await box.listFor('MARA@fernhill.studio')).toMatchObject([
    { id: '1', subject: 'A code', links: mail.links, headers: mail.headers },
  ])
})

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  let time = Date.UTC(2026, 10, 23)
  const parts = { connection, now: () => time, secret: 'a secret for tests' }
  const pass = (ms: number) => {
    time += ms
  }
  return { connection, told: notices(parts), posted: outbox(parts), box: mailbox(parts), pass }
}
