import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cleanKeys } from '../../../machines/cleaning/cleaning.types.ts'
import { certificates } from '../../records/certificates/certificates.ts'
import { defineTables } from '../../records/define.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { issueCertificate } from './issue-certificate.ts'
import { signingKey } from './signing-key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is issued once for a closing, however often it is asked for', async () => {
  const { issue, records, pass } = await open()
  const first = await issue()
  pass(60_000)
  expect(await issue()).toEqual(first)
  const kept = (await records.find(first.number))!
  expect(JSON.parse(kept.document)).toMatchObject({ number: first.number, issuedAt: '1970-01-01T00:00:00.000Z' })
  expect(first.number).toMatch(/^TNC(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
})

it('is signed as it stands: a letter changed is found, and so is another key', async () => {
  const { issue, records, key } = await open()
  const { document, signature } = (await records.find((await issue()).number))!
  expect(key.verify(signature, document)).toBe(true)
  expect(key.verify(signature, document.replace('1970', '1971'))).toBe(false)
  expect(signingKey(join(folder, 'other.pem')).verify(signature, document)).toBe(false)
  expect(key.verify('', document)).toBe(false)
})

it('names nobody', async () => {
  const { issue, records } = await open()
  const { document } = (await records.find((await issue()).number))!
  expect(document).not.toMatch(/@|mara|fernhill/i)
})

it('finds its key again after a start, readable for its owner only, and refuses another kind of file', () => {
  const path = join(folder, 'key.pem')
  const first = signingKey(path)
  expect(signingKey(path).jwk).toEqual(first.jwk)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(JSON.stringify(first.jwk)).not.toContain('"d"')
  expect(readFileSync(path, 'utf8')).toContain('PRIVATE KEY')
  writeFileSync(path, 'no key')
  expect(() => signingKey(path)).toThrow('unsupported')
})

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const records = certificates({ connection })
  const key = signingKey(join(folder, 'key.pem'))
  let at = 0
  const body = issueCertificate({ certificates: records, key, publicUrl: 'https://tenure.app', now: () => at })
  const steps = cleanKeys.map((name) => ({
    key: name,
    status: 'done' as const,
    tries: 1,
    count: 1,
    at: 0,
    retained: name === 'invoices' ? { count: 1, basis: '§ 147 AO', until: 0 } : null,
  }))
  const input = { offboardingId: 'off_1', tenantId: 'ten_1', cancelledAt: 0, stoppedAt: 0, steps }
  const job = { input, identity: 'certificate/off_1', attempt: 1, signal: new AbortController().signal, progress() {} }
  return { records, key, pass: (ms: number) => void (at += ms), issue: async () => (await body(job)).output }
}
