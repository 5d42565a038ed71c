import { expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { apiKeys } from './api-keys.ts'

it('shows a key to the first of two who ask, and never again', async () => {
  const { keys } = await withKey()
  const shown = await Promise.all([keys.reveal('ten_1'), keys.reveal('ten_1')])
  expect(shown.filter((key) => key !== null)).toEqual([expect.stringMatching(/^tn_live_[\w-]{43}$/)])
  expect(await keys.reveal('ten_1')).toBeNull()
})

it('lets in whoever holds the key, and nobody with anything else', async () => {
  const { keys } = await withKey()
  const key = (await keys.reveal('ten_1'))!
  expect(await keys.authenticate(key)).toEqual({ tenant: 'ten_1' })
  expect(await keys.authenticate(`${key}x`)).toBeNull()
  expect(await keys.authenticate('')).toBeNull()
})

it('replaces a key: the old one is dead, the new one is shown once', async () => {
  const { keys } = await withKey()
  const old = (await keys.reveal('ten_1'))!
  const fresh = await keys.roll('ten_1')
  expect(await keys.authenticate(old)).toBeNull()
  expect(await keys.authenticate(fresh)).toEqual({ tenant: 'ten_1' })
  expect(await keys.reveal('ten_1')).toBeNull()
  expect((await keys.current('ten_1'))?.prefix).toBe(fresh.slice(0, 12))
})

it('tells the second of two who replace it at once', async () => {
  const { keys } = await withKey()
  const rolled = await Promise.allSettled([keys.roll('ten_1'), keys.roll('ten_1')])
  expect(rolled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await expect(keys.roll('ten_2')).rejects.toMatchObject({ code: 'key.absent' })
})

it('keeps nothing readable, and makes the same key when its effect is repeated', async () => {
  const { keys, connection, dump } = await withKey()
  await connection.write([keys.create('ten_1')])
  expect(dump()).not.toContain((await keys.reveal('ten_1'))!)
  await connection.write([keys.remove('ten_1')])
  expect(await keys.current('ten_1')).toBeNull()
})

async function withKey() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const keys = apiKeys({ connection, now: () => Date.UTC(2026, 10, 23), secret: 'a secret for tests' })
  await connection.write([keys.create('ten_1')])
  return { keys, connection, dump: () => JSON.stringify(db.prepare('select * from api_key').all()) }
}
