import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { mailbox } from './mailbox.ts'
import { notices } from './notices.ts'
import { outbox } from './outbox.ts'
import { preferences } from './preferences.ts'
import { tokens } from '../tokens/tokens.ts'

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

describe('what somebody has switched off', () => {
  const mara = { tenant: 'ten_1', user: 'usr_1' }
  const joined = { ...mara, template: 'invitation.accepted', subject: 'inv_1', data: {} } as const

  it('is theirs, in one workspace, for one class and one way; saying it twice is saying it once', async () => {
    const { choices, connection } = await open()
    for (let time = 0; time < 2; time++) await connection.write([choices.set(mara, 'team', 'mail', false)])
    expect(await choices.offOf(mara)).toEqual([{ class: 'team', channel: 'mail' }])
    expect(await choices.wants(mara, 'team', 'mail')).toBe(false)
    expect(await choices.wants(mara, 'team', 'app')).toBe(true)
    expect(await choices.wants(mara, 'usage', 'mail')).toBe(true)
    expect(await choices.wants({ ...mara, tenant: 'ten_2' }, 'team', 'mail')).toBe(true)
    expect(await choices.wants({ ...mara, user: 'usr_2' }, 'team', 'mail')).toBe(true)
    for (let time = 0; time < 2; time++) await connection.write([choices.set(mara, 'team', 'mail', true)])
    expect(await choices.offOf(mara)).toEqual([])
  })

  it('is forgotten with the membership, and with the workspace', async () => {
    const { choices, connection } = await open()
    const ana = { tenant: 'ten_1', user: 'usr_2' }
    await connection.write([mara, ana].map((reader) => choices.set(reader, 'team', 'app', false)))
    await connection.write([choices.forget(mara)])
    expect([await choices.offOf(mara), (await choices.offOf(ana)).length]).toEqual([[], 1])
    await connection.write([choices.removeAll('ten_1')])
    expect(await choices.offOf(ana)).toEqual([])
  })

  it('is written down and not shown, counted or handed out; switched on, only what comes then is', async () => {
    const { choices, connection, told, rows } = await open()
    await connection.write([choices.set(mara, 'team', 'app', false)])
    await connection.write([told.add(joined)])
    expect(await told.list('ten_1', 'usr_1')).toEqual([])
    expect([await told.unread('ten_1', 'usr_1'), await told.countOf('ten_1')]).toEqual([0, 0])
    expect(await told.page('ten_1', null, 10)).toEqual([])
    expect(rows('notice')).toMatchObject([{ template: 'invitation.accepted', suppressed: 1 }])

    await connection.write([choices.set(mara, 'team', 'app', true)])
    await connection.write([told.add(joined), told.add({ ...joined, subject: 'inv_2' })])
    expect(await told.list('ten_1', 'usr_1')).toHaveLength(1)
  })

  it('says nothing about a mandatory notice, whatever stands in the table', async () => {
    const { connection, told, db } = await open()
    db.prepare("insert into notice_off values ('ten_1', 'usr_1', 'billing', 'app', 0)").run()
    await connection.write([told.add({ ...mara, template: 'dunning', subject: '1/grace', data: {} })])
    expect(await told.list('ten_1', 'usr_1')).toMatchObject([{ template: 'dunning' }])
  })

  it('holds a mail back, and the outbox says so from then on', async () => {
    const { choices, connection, posted, rows } = await open()
    const mail = { identity: 'close/inv_1', template: 'invitationAnswered', address: 'mara@fernhill.studio' }
    const optional = { class: 'team', reader: mara } as const
    await connection.write([choices.set(mara, 'team', 'mail', false)])
    expect(await posted.intend({ ...mail, optional })).toBe('suppressed')
    expect(await posted.isSettled('close/inv_1')).toBe(true)
    await connection.write([choices.set(mara, 'team', 'mail', true)])
    expect(await posted.intend({ ...mail, optional })).toBe('suppressed')
    expect(rows('token')).toEqual([])
    expect(await posted.intend({ ...mail, identity: 'close/inv_2', optional })).toBe('intended')
    expect(await posted.intend({ ...mail, identity: 'close/inv_3' })).toBe('intended')
  })

  it('is changed by the token of a mail, which speaks for one class and one reader', async () => {
    const { posted, tokenTable } = await open()
    const mail = { identity: 'close/inv_1', template: 'invitationAnswered', address: 'mara@fernhill.studio' }
    await posted.intend({ ...mail, optional: { class: 'team', reader: mara } })
    const token = posted.stopTokenOf('close/inv_1')
    expect(await tokenTable.consume('unsubscribe', token)).toMatchObject({ tenant: 'ten_1', subject: 'team/usr_1' })
    expect(await tokenTable.find('invitation', token)).toBeNull()
  })

  it('may be an address’s that belongs to nobody yet; it is kept as a hash', async () => {
    const { choices, connection, posted, tokenTable, rows } = await open()
    const mail = {
      template: 'reminder',
      address: 'bea@kettle.example',
      optional: { class: 'product', reader: null },
    } as const
    await posted.intend({ ...mail, identity: 'reminder/onb_1/1' })
    const { tenant, subject } = (await tokenTable.find('unsubscribe', posted.stopTokenOf('reminder/onb_1/1')))!
    const reader = { tenant, user: subject.slice('product/'.length) }
    await connection.write([choices.set(reader, 'product', 'mail', false)])
    expect(await posted.intend({ ...mail, identity: 'reminder/onb_2/1' })).toBe('suppressed')
    expect(await posted.intend({ ...mail, identity: 'reminder/onb_3/1', address: 'other@kettle.example' })).toBe(
      'intended',
    )
    expect(JSON.stringify([rows('notice_off'), rows('outbox'), rows('token')])).not.toContain('kettle')
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
  const rows = (table: string) => db.prepare(`select * from ${table}`).all()
  const [choices, tokenTable] = [preferences(parts), tokens(parts)]
  const records = { told: notices(parts), posted: outbox(parts), box: mailbox(parts), choices, tokenTable }
  return { connection, db, rows, pass, ...records }
}
