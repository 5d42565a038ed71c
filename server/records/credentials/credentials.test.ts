import { expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { credentials } from './credentials.ts'

it('keeps a hash under a reference until its owner is forgotten', async () => {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const records = credentials({ connection, now: () => 0 })

  const first = records.keep('$argon2id$1', 'onb_1')
  const second = records.keep('$argon2id$2', 'onb_1')
  const other = records.keep('$argon2id$3', 'onb_2')
  await connection.write([first.write, second.write, other.write])
  expect(await records.read(first.ref)).toBe('$argon2id$1')
  expect(await records.read(second.ref)).toBe('$argon2id$2')

  await connection.write([records.forget('onb_1')])
  expect(await records.read(first.ref)).toBeNull()
  expect(await records.read(second.ref)).toBeNull()
  expect(await records.read(other.ref)).toBe('$argon2id$3')
})
