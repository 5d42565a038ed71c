import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { apiKeys, MOST_KEYS } from './api-keys.ts'

describe('the key made at set-up', () => {
  it('is shown to the first of two who ask, and never again', async () => {
    const { keys } = await withKey()
    const shown = await Promise.all([keys.reveal('ten_1'), keys.reveal('ten_1')])
    expect(shown.filter((key) => key !== null)).toEqual([expect.stringMatching(/^tn_live_[\w-]{43}$/)])
    expect(await keys.reveal('ten_1')).toBeNull()
  })

  it('is the same key when its effect is repeated, and nothing readable is kept of it', async () => {
    const { keys, connection, dump } = await withKey()
    await connection.write([keys.create('ten_1')])
    expect(await keys.list('ten_1')).toMatchObject([{ id: 'ten_1/1', name: 'First key', madeBy: null }])
    expect(dump()).not.toContain((await keys.reveal('ten_1'))!)
    await connection.write([keys.remove('ten_1')])
    expect(await keys.list('ten_1')).toEqual([])
  })

  it('is still the one that is shown when others were made since', async () => {
    const { keys } = await withKey()
    const { key } = await keys.add('ten_1', 'Build server', 'usr_1')
    const first = (await keys.reveal('ten_1'))!
    expect(first).not.toBe(key)
    expect((await keys.list('ten_1')).map(({ prefix }) => prefix)).toEqual([key.slice(0, 12), first.slice(0, 12)])
  })
})

describe('keys', () => {
  it('let in whoever holds one, and nobody with anything else', async () => {
    const { keys } = await withKey()
    const first = (await keys.reveal('ten_1'))!
    const { key } = await keys.add('ten_1', 'Build server', 'usr_1')
    for (const one of [first, key]) expect(await keys.authenticate(one)).toEqual({ tenant: 'ten_1' })
    for (const one of [`${key}x`, '', 'tn_live_']) expect(await keys.authenticate(one)).toBeNull()
  })

  it('are dead once revoked, the others are not; a second revocation finds nothing', async () => {
    const { keys } = await withKey()
    const [one, other] = [await keys.add('ten_1', 'One', 'usr_1'), await keys.add('ten_1', 'Other', 'usr_1')]
    await keys.revoke('ten_1', one.id)
    expect(await keys.authenticate(one.key)).toBeNull()
    expect(await keys.authenticate(other.key)).toEqual({ tenant: 'ten_1' })
    expect((await keys.list('ten_1')).map(({ name }) => name)).toEqual(['Other', 'First key'])
    await expect(keys.revoke('ten_1', one.id)).rejects.toMatchObject({ code: 'apiKey.absent' })
  })

  it('of another workspace are not there', async () => {
    const { keys } = await withKey()
    const { id, key } = await keys.add('ten_2', 'Theirs', 'usr_9')
    await expect(keys.revoke('ten_1', id)).rejects.toMatchObject({ code: 'apiKey.absent' })
    expect(await keys.authenticate(key)).toEqual({ tenant: 'ten_2' })
  })

  it('end with whoever made them; the one made at set-up is the workspace’s', async () => {
    const { keys, connection } = await withKey()
    const [hers, his] = [await keys.add('ten_1', 'Hers', 'usr_1'), await keys.add('ten_1', 'His', 'usr_2')]
    await connection.write([keys.revokeMadeBy('ten_1', 'usr_1')])
    expect(await keys.authenticate(hers.key)).toBeNull()
    expect(await keys.authenticate(his.key)).not.toBeNull()
    expect((await keys.list('ten_1')).map(({ name }) => name)).toEqual(['His', 'First key'])
  })

  it('are not made when what must hold beside them does not', async () => {
    const { keys } = await withKey()
    const gone = { sql: 'delete from api_key where id = ?', parameters: ['nothing'], code: 'conflict', rows: 1 }
    await expect(keys.add('ten_1', 'Hers', 'usr_1', [gone])).rejects.toMatchObject({ code: 'conflict' })
    expect(await keys.list('ten_1')).toHaveLength(1)
  })

  it('are no more than twenty, whoever asks at once; a revoked one makes room', async () => {
    const { keys } = await withKey()
    const made: { id: string; key: string }[] = []
    // two at a time, as two tabs would
    while (made.length < MOST_KEYS - 2)
      made.push(...(await Promise.all(['a', 'b'].map((name) => keys.add('ten_1', name, 'usr_1')))))
    const last = await Promise.allSettled(['c', 'd'].map((name) => keys.add('ten_1', name, 'usr_1')))
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(keys.add('ten_1', 'e', 'usr_1')).rejects.toMatchObject({ code: 'apiKey.limit' })
    expect(await keys.list('ten_1')).toHaveLength(MOST_KEYS)
    await keys.revoke('ten_1', made[0]!.id)
    const again = await keys.add('ten_1', 'e', 'usr_1')
    expect(again.key).not.toBe(made[0]!.key)
    expect(await keys.authenticate(made[0]!.key)).toBeNull()
  })

  it('say when they were used, to the minute', async () => {
    const { keys, pass } = await withKey()
    const key = (await keys.reveal('ten_1'))!
    expect(await keys.list('ten_1')).toMatchObject([{ usedAt: null }])
    await keys.authenticate(key)
    const [{ usedAt: first } = { usedAt: null }] = await keys.list('ten_1')
    pass(59_000)
    await keys.authenticate(key)
    expect(await keys.list('ten_1')).toMatchObject([{ usedAt: first }])
    pass(1000)
    await keys.authenticate(key)
    expect(await keys.list('ten_1')).toMatchObject([{ usedAt: first! + 60_000 }])
  })
})

async function withKey() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  let at = Date.UTC(2026, 10, 23)
  const keys = apiKeys({ connection, now: () => at, secret: 'a secret for tests' })
  await connection.write([keys.create('ten_1')])
  return {
    keys,
    connection,
    pass: (ms: number) => void (at += ms),
    dump: () => JSON.stringify(db.prepare('select * from api_key').all()),
  }
}
