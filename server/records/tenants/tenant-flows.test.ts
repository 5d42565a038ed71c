import { expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { tenantFlows } from './tenant-flows.ts'

const mine = { tenant: 'ten_1', flow: 'export' }

it('lets the first of two claims win, and tells the second', async () => {
  const { flows, connection } = await open()
  const claims = ['exp_1', 'exp_2'].map((actor) => connection.write([flows.claim({ ...mine, actor, instead: null })]))
  expect((await Promise.all(claims)).map(({ result }) => result)).toEqual(['written', 'refused'])
  expect(await flows.current('ten_1', 'export')).toBe('exp_1')
})

it('gives the place of one that is over to whoever saw it there', async () => {
  const { flows, connection } = await open()
  await connection.write([flows.claim({ ...mine, actor: 'exp_1', instead: null })])
  const claim = (actor: string, instead: string) => connection.write([flows.claim({ ...mine, actor, instead })])
  expect(await claim('exp_2', 'exp_1')).toEqual({ result: 'written' })
  expect(await claim('exp_3', 'exp_1')).toEqual({ result: 'refused', code: 'flow.taken' })
  await connection.write([flows.forget('ten_1')])
  expect(await flows.current('ten_1', 'export')).toBeNull()
})

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  return { connection, flows: tenantFlows({ connection }) }
}
