import { expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { type AuditEntry, auditLog } from './audit.ts'
import { auditVerifier } from './verify.ts'

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const time = { now: 1000 }
  const parts = { connection, now: () => time.now, secret: 's'.repeat(32) }
  const log = auditLog(parts)
  const record = (entry: Partial<AuditEntry> & { id: string }) =>
    connection.write([log.record({ tenant: 'ten_1', at: time.now++, kind: 'project.created', ...entry })])
  const verified = () => auditVerifier(parts).of('ten_1')
  return { db, log, record, verified, time }
}
type Opened = Awaited<ReturnType<typeof open>>

async function withChain(length: number): Promise<Opened> {
  const opened = await open()
  for (let i = 1; i <= length; i++) await opened.record({ id: `call/${i}`, userId: i % 2 ? 'mara' : 'ana' })
  await opened.log.link()
  return opened
}

it('links what was recorded to one chain per tenant', async () => {
  const { log, record, verified } = await withChain(3)
  await record({ id: 'other', tenant: 'ten_2' })
  await log.link()
  expect(await verified()).toMatchObject({ entries: 3, broken: null })
  expect(await log.head('ten_1')).toMatchObject({ n: 3 })
  expect(await log.head('ten_2')).toMatchObject({ n: 1 })
})

it('links each entry once, however many link at once', async () => {
  const { log, record, verified } = await open()
  for (let i = 0; i < 1200; i++) await record({ id: `call/${i}` })
  await Promise.all([log.link(), log.link(), log.link()])
  await log.link()
  expect(await verified()).toMatchObject({ entries: 1200, broken: null })
})

it.each<[what: string, sql: string, n: number, reason: string]>([
  ['the outcome was changed', `update audit set outcome = 'refused:x' where n = 2`, 2, 'changed'],
  ['the time was changed', `update audit set at = 5 where n = 1`, 1, 'changed'],
  ['the person was changed', `update audit set who = 'somebody' where n = 3`, 3, 'changed'],
  ['an entry was deleted', `delete from audit where n = 2`, 2, 'missing'],
  ['the newest entries were deleted', `delete from audit where n > 2`, 3, 'missing'],
  [
    'two entries changed places',
    `update audit set n = 99 where n = 4; update audit set n = 4 where n = 5; update audit set n = 5 where n = 99`,
    4,
    'changed',
  ],
  [
    'the newest were deleted, and the head moved back',
    `delete from audit where n = 5; update audit_head set n = 4`,
    4,
    'head differs',
  ],
])('says where the chain breaks when %s', async (_, sql, n, reason) => {
  const { db, verified } = await withChain(5)
  db.exec(sql)
  expect((await verified())?.broken).toMatchObject({ n, reason })
})

it('does not let a linked entry be written again', async () => {
  const { db, log, time } = await open()
  await log.begin({ id: 'call/1', tenant: 'ten_1', at: time.now, kind: 'team.remove' })
  const sealed = { keyId: 'ten_1', body: Buffer.from('sealed') }
  await log.settle('call/1', 'done', sealed)
  await log.link()
  await log.settle('call/1', 'refused:late', sealed)
  expect(db.prepare('select outcome from audit').pluck().get()).toBe('done')
})

it('keeps what a crash broke off, as begun, once it is clear that nobody will end it', async () => {
  const { log, verified, time } = await open()
  await log.begin({ id: 'call/1', tenant: 'ten_1', at: time.now, kind: 'team.remove' })
  await log.link()
  expect(await verified()).toBeNull()
  time.now += 61_000
  await log.link()
  expect(await verified()).toMatchObject({ entries: 1, broken: null })
  expect(await log.page({ tenant: 'ten_1', most: 10 })).toMatchObject([{ outcome: 'begun' }])
})

it('shows a tenant its own, newest first, a page at a time, of one person or of all', async () => {
  const { log, record } = await withChain(5)
  await record({ id: 'by-itself' })
  await record({ id: 'other', tenant: 'ten_2', userId: 'mara' })
  const idsOf = async (wanted: object) => (await log.page({ tenant: 'ten_1', most: 10, ...wanted })).map(({ id }) => id)
  expect(await idsOf({})).toEqual(['by-itself', 'call/5', 'call/4', 'call/3', 'call/2', 'call/1'])
  expect(await idsOf({ byPeople: true, most: 2 })).toEqual(['call/5', 'call/4'])
  expect(await idsOf({ person: 'mara' })).toEqual(['call/5', 'call/3', 'call/1'])
  const [last] = await log.page({ tenant: 'ten_1', person: 'mara', most: 1 })
  expect(await idsOf({ person: 'mara', before: last })).toEqual(['call/3', 'call/1'])
  expect(await idsOf({ since: 1001, until: 1003 })).toEqual(['call/3', 'call/2'])
})

it('names nobody in the open', async () => {
  const { db } = await withChain(2)
  expect(JSON.stringify(db.prepare('select * from audit').all())).not.toMatch(/mara|ana"/)
})
