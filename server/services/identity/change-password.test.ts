import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { credentials } from '../../records/credentials/credentials.ts'
import { defineTables } from '../../records/define.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Job } from '../effect.ts'
import { setPassword } from './change-password.ts'
import { type Identity, openIdentity } from './identity.ts'
import { hashPassword } from './password.ts'

const url = 'http://127.0.0.1:3000'
let identity: Identity
beforeEach(async () => {
  const secret = 'a secret for tests, long enough'
  identity = await openIdentity({ path: ':memory:', secret, publicUrl: url, log: () => {} })
})
afterEach(() => identity.close())

describe('a new password', () => {
  it('is the one that works, ends every session but the one that asked, and may be set again', async () => {
    const { userId, change, kept, commit } = await withChange()
    const asking = await begin(userId)
    const other = await begin(userId)
    for (let time = 0; time < 2; time++) {
      const fact = await change(asking.id)
      expect(fact.output).toEqual({ set: true })
      expect(await identity.accounts.hasPassword(userId, 'a much newer battery')).toBe(true)
      expect(await identity.accounts.hasPassword(userId, 'correct horse battery')).toBe(false)
      expect([await identity.sessions.isAlive(asking.id), await identity.sessions.isAlive(other.id)]).toEqual([
        true,
        false,
      ])
      if (time === 1) await commit(fact.writes ?? [])
    }
    expect(await kept()).toBeNull()
  })

  it('is given up when its hash is gone, and the old one stays', async () => {
    const { userId, change, commit } = await withChange()
    await commit((await change('ses_1')).writes ?? [])
    await identity.accounts.setPassword(userId, await hashPassword('correct horse battery'))
    await expect(change('ses_1')).rejects.toMatchObject({ code: 'order.invalid', final: true })
    expect(await identity.accounts.hasPassword(userId, 'correct horse battery')).toBe(true)
  })
})

async function begin(userId: string) {
  const cookies = await identity.begin(userId, new Headers())
  const headers = new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })
  return { id: (await identity.from(headers))!.sessionId }
}

async function withChange() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const passwords = credentials({ connection, now: () => Date.UTC(2026, 10, 23) })
  const passwordHash = await hashPassword('correct horse battery')
  const mara = { onboardingId: 'onb_1', email: 'mara@fernhill.studio', name: 'Mara', passwordHash }
  const { userId } = (await identity.accounts.create(mara))!
  const { ref, write } = passwords.keep(await hashPassword('a much newer battery'), 'pwc_1')
  await connection.write([write])
  const perform = setPassword({ accounts: identity.accounts, sessions: identity.sessions, credentials: passwords })
  const change = (keptSession: string) => {
    const input = { changeId: 'pwc_1', userId, passwordRef: ref, keptSession }
    const job: Job<typeof input> = {
      input,
      identity: 'password/pwc_1',
      attempt: 1,
      signal: new AbortController().signal,
      progress() {},
    }
    return perform(job)
  }
  return { userId, change, kept: () => passwords.read(ref), commit: connection.write }
}
