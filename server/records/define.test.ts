import { expect, it } from 'vitest'
import { groupCommit } from '../store/sqlite/group-commit.ts'
import { openDatabase } from '../store/sqlite/open.ts'
import { sqliteConnection } from '../store/sqlite/sqlite-connection.ts'
import { defineTables, OlderData } from './define.ts'

function open(before = '') {
  const db = openDatabase(':memory:')
  db.exec(before)
  const tables = () => db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all()
  return { tables, define: () => defineTables(sqliteConnection(db, groupCommit(db))) }
}

it('makes the tables once, and finds them again', async () => {
  const { define, tables } = open()
  await define()
  const made = tables()
  await define()
  expect(tables()).toEqual(made)
  expect(made).toContain('tenant')
})

it.each([
  ['before there were formats', 'create table tenant (id text primary key)'],
  ['of another format', 'create table format (version integer); insert into format values (7)'],
])('refuses data %s, and leaves it as it is', async (_, before) => {
  const { define, tables } = open(before)
  const found = tables()
  await expect(define()).rejects.toThrow(OlderData)
  expect(tables()).toEqual(found)
})
