import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../effect.ts'
import { type Identity, openIdentity } from './identity.ts'
import { makeAccount } from './invited-account.ts'
import { hashPassword } from './password.ts'

const input = { invitationId: 'inv_1', email: 'ana@fernhill.studio', name: 'Ana Reis', passwordRef: 'pwd_1' }
const forgotten = { sql: 'forget', parameters: [], code: 'credential.kept' }

let identity: Identity
let hash: string | null
beforeEach(async () => {
  identity = await openIdentity({
    path: ':memory:',
    secret: 'a secret for tests',
    publicUrl: 'http://t.test',
    log: () => {},
  })
  hash = await hashPassword('another horse battery')
})
afterEach(() => identity.close())

describe('the account of somebody who was invited', () => {
  it('is made once, however often it is asked for, and forgets the kept password with it', async () => {
    const first = await make()
    expect(first.writes).toEqual([forgotten])
    expect(await make()).toEqual(first)
    expect(await identity.accounts.hasPassword(first.output.userId, 'another horse battery')).toBe(true)
  })

  it('is not made over an account of anybody else', async () => {
    await identity.accounts.create({ ...input, onboardingId: 'onb_1', passwordHash: await hashPassword('her own one') })
    await expect(make()).rejects.toMatchObject({ code: 'address.taken', final: true })
    const owner = (await identity.accounts.byEmail(input.email))!
    expect(await identity.accounts.hasPassword(owner.userId, 'her own one')).toBe(true)
  })

  it('cannot be made without the password that was kept', async () => {
    hash = null
    await expect(make()).rejects.toMatchObject({ code: 'order.invalid', final: true })
  })

  it('loses every session at once when they are ended', async () => {
    const { output } = await make()
    const cookies = [await session(output.userId), await session(output.userId)]
    await identity.accounts.endSessions(output.userId)
    for (const cookie of cookies) expect(await identity.from(cookie)).toBeNull()
    await identity.accounts.endSessions('nobody')
  })
})

const session = async (userId: string) => {
  const cookies = await identity.begin(userId, new Headers())
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
}

function make() {
  const parts = { accounts: identity.accounts, credentials: { read: async () => hash, forget: () => forgotten } }
  const job: Job<typeof input> = {
    input,
    identity: 'account/inv_1',
    attempt: 1,
    signal: new AbortController().signal,
    progress() {},
  }
  return makeAccount(parts)(job)
}
