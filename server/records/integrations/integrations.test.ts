import { describe, expect, it } from 'vitest'
import { sealer } from '../../engine/seal.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { sqliteKeys } from '../../store/sqlite/sqlite-keys.ts'
import { defineTables } from '../define.ts'
import { integrationSecrets } from './integration-secrets.ts'
import { integrations } from './integrations.ts'

describe('integrations', () => {
  it('have one place of a kind in a tenant, which the first of two takes', async () => {
    const { list, write } = await open()
    const claims = ['int_1', 'int_2'].map((id) => write(list.claim({ id, tenant: 'ten_1', kind: 'npm' })))
    expect(await Promise.all(claims)).toEqual([
      { result: 'written' },
      { result: 'refused', code: 'integration.exists' },
    ])
    expect(await list.current('ten_1', 'npm')).toBe('int_1')
    expect(await write(list.claim({ id: 'int_3', tenant: 'ten_1', kind: 'github' }))).toEqual({ result: 'written' })
    expect(await write(list.claim({ id: 'int_4', tenant: 'ten_2', kind: 'npm' }))).toEqual({ result: 'written' })
  })

  it('make room when one is closed, and show the newest of each kind', async () => {
    const { list, write, pass } = await open()
    await write(list.claim({ id: 'int_2', tenant: 'ten_1', kind: 'npm' }))
    await write(list.close('int_2'))
    expect(await list.newest('ten_1')).toMatchObject([{ id: 'int_2', isOpen: false }])
    await write(list.claim({ id: 'int_1', tenant: 'ten_1', kind: 'npm' }))
    expect(await list.newest('ten_1')).toMatchObject([{ id: 'int_1', isOpen: true }])
    pass(1)
    await write(list.close('int_1'))
    expect(await list.open('ten_1')).toEqual([])
    expect(await list.newest('ten_1')).toMatchObject([{ id: 'int_1', isOpen: false }])
  })
})

describe('a secret', () => {
  it('is kept sealed, and opens for whoever has its name', async () => {
    const { secrets, keep, rows } = await open()
    const ref = await keep('credential', 'canary-key')
    expect(await secrets.read(ref)).toBe('canary-key')
    const stored = JSON.stringify(await rows())
    expect(stored).not.toContain('canary-key')
    expect(stored).not.toContain(Buffer.from('canary-key').toString('base64').slice(0, 12))
  })

  it('takes the place of an older one for the same purpose', async () => {
    const { secrets, keep } = await open()
    const [older, code, newer] = [await keep('credential', 'a'), await keep('code', 'b'), await keep('credential', 'c')]
    expect([await secrets.read(older), await secrets.read(code), await secrets.read(newer)]).toEqual([null, 'b', 'c'])
  })

  it('cannot be opened once its tenant’s key is destroyed', async () => {
    const { secrets, keep, seal } = await open()
    const ref = await keep('credential', 'canary-key')
    await seal.destroy('ten_1')
    await expect(secrets.read(ref)).rejects.toMatchObject({ code: 'key.destroyed' })
  })
})

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  let at = 0
  const seal = sealer(sqliteKeys(openDatabase(':memory:')), 'a secret for tests, of enough signs', () => at)
  const secrets = integrationSecrets({ connection, seal })
  const write = (...writes: Parameters<typeof connection.write>[0]) => connection.write(writes)
  return {
    list: integrations({ connection, now: () => at }),
    secrets,
    seal,
    write,
    pass: (ms: number) => void (at += ms),
    rows: () => connection.rows({ sql: 'select * from integration_secret', parameters: [] }),
    async keep(purpose: string, value: string) {
      const { ref, writes } = await secrets.keep({ owner: 'int_1', tenant: 'ten_1', purpose, value })
      await write(...writes)
      return ref
    },
  }
}
