import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { storeContract } from '../store.contract.ts'
import { openEmbedded } from './embedded.ts'
import { openDatabase } from './open.ts'
import { sqliteKeys } from './sqlite-keys.ts'
import { sqliteStore } from './sqlite-store.ts'

storeContract('SQLite', async () => {
  const db = openDatabase(':memory:')
  return {
    store: sqliteStore(db),
    define: async (schema) => void db.exec(schema),
    count: async (table) => (db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n,
  }
})

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-store-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is worked on by one process at a time, and says so', async () => {
    const first = openEmbedded(folder)
    expect(() => openEmbedded(folder)).toThrow('Another process works on this data folder')
    await first.close()
    await openEmbedded(folder).close()
  })

  it('has forgotten a destroyed key, in its file and in the log beside it', async () => {
    const path = join(folder, 'keys-alone.db')
    const { mkdirSync, readFileSync } = await import('node:fs')
    mkdirSync(folder, { recursive: true })
    const keys = sqliteKeys(openDatabase(path))
    const wrapped = Buffer.from('CANARY-of-a-wrapped-key-'.repeat(3))
    await keys.add('k', wrapped, 1)
    expect(Buffer.from((await keys.get('k'))!).equals(wrapped)).toBe(true)
    expect(await keys.destroy('k', 2)).toBe(true)
    expect(await keys.destroy('k', 3)).toBe(false)
    expect(await keys.get('k')).toBeNull()
    await keys.add('k', wrapped, 4)
    expect(await keys.get('k')).toBeNull()
    for (const end of ['', '-wal']) expect(readFileSync(path + end).includes('CANARY')).toBe(false)
    await keys.close()
  })
})
