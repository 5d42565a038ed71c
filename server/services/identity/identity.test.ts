import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Identity, openIdentity } from './identity.ts'
import { hashPassword } from './password.ts'

const url = 'http://127.0.0.1:3000'
const secret = 'a secret for tests, long enough'
const password = 'correct horse battery'
const mara = { onboardingId: 'onb_1', email: 'mara@fernhill.studio', name: 'Mara Lindqvist' }

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity({ path: ':memory:', secret, publicUrl: url, log: () => {} })
})
afterEach(() => identity.close())

describe('accounts', () => {
  it('are found again by the sign-up that made them', async () => {
    const passwordHash = await hashPassword(password)
    const first = await identity.accounts.create({ ...mara, passwordHash })
    expect(await identity.accounts.create({ ...mara, passwordHash })).toEqual(first)
    expect(await identity.accounts.madeBy('onb_1')).toEqual(first)
    expect(await identity.accounts.byEmail('MARA@fernhill.studio')).toEqual(first)
  })

  it('belong to the first of two sign-ups with one address, even at once', async () => {
    const passwordHash = await hashPassword(password)
    const made = await Promise.all([
      identity.accounts.create({ ...mara, passwordHash }),
      identity.accounts.create({ ...mara, onboardingId: 'onb_2', passwordHash }),
    ])
    expect(made.filter((account) => account !== null)).toHaveLength(1)
  })

  it('are gone with their sessions when taken back, and another’s is left alone', async () => {
    await withAccount()
    const cookie = await signInCookie()
    await identity.accounts.removeMadeBy('onb_2')
    expect(await identity.from(cookie)).not.toBeNull()
    for (let time = 0; time < 2; time++) await identity.accounts.removeMadeBy('onb_1')
    expect(await identity.accounts.byEmail(mara.email)).toBeNull()
    expect(await identity.from(cookie)).toBeNull()
  })

  it('know their password', async () => {
    const { userId } = await withAccount()
    expect(await identity.accounts.hasPassword(userId, password)).toBe(true)
    expect(await identity.accounts.hasPassword(userId, 'something else')).toBe(false)
    expect(await identity.accounts.hasPassword('nobody', password)).toBe(false)
  })
})

describe('signing in', () => {
  it('needs the password, and answers alike for a wrong one and an unknown address', async () => {
    await withAccount()
    expect((await signIn(mara.email, password)).status).toBe(200)
    const wrong = await signIn(mara.email, 'wrong horse battery')
    const unknown = await signIn('nobody@fernhill.studio', password)
    expect(wrong.status).toBe(401)
    expect([unknown.status, await unknown.text()]).toEqual([401, await wrong.text()])
  })

  it('is stopped for an address that is guessed at, wherever the guesses come from', async () => {
    await withAccount()
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) statuses.push((await signIn(mara.email, 'guess', `10.0.0.${n}`)).status)
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401))
    expect(statuses[20]).toBe(429)
  })

  it('gives a cookie no script and no other site can use', async () => {
    const { userId } = await withAccount()
    const [cookie] = await identity.begin(userId, new Headers())
    expect(cookie).toMatch(/^tenure\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
    const safe = await openIdentity({ path: ':memory:', secret, publicUrl: 'https://t.example' })
    const account = await safe.accounts.create({ ...mara, passwordHash: await hashPassword(password) })
    expect((await safe.begin(account!.userId, new Headers()))[0]).toMatch(/^__Secure-.*; Secure/i)
  })

  it('begins without a password for our own server, and ends for good', async () => {
    const { userId } = await withAccount()
    const cookie = toCookie(await identity.begin(userId, new Headers()))
    expect(await identity.from(cookie)).toMatchObject({ userId, email: mara.email, name: mara.name })
    const cleared = await identity.signOut(cookie)
    expect(cleared.join()).toMatch(/Max-Age=0/i)
    expect(await identity.from(cookie)).toBeNull()
    expect(await identity.begin('nobody', new Headers())).toEqual([])
    expect(await identity.from(new Headers())).toBeNull()
  })

  it.each([
    '/sign-up/email',
    '/begin-session',
    '/update-user',
    '/change-email',
    '/request-password-reset',
    '/list-sessions',
  ])('leaves %s closed', async (path) => {
    const answer = await post(path, { ...mara, password })
    expect(answer.status).toBe(404)
    expect(await identity.accounts.byEmail(mara.email)).toBeNull()
  })

  it('refuses a request another site makes', async () => {
    await withAccount()
    const answer = await post(
      '/sign-out',
      {},
      { origin: 'https://evil.example', ...Object.fromEntries(await signInCookie()) },
    )
    expect(answer.status).toBe(403)
  })
})

async function withAccount() {
  return (await identity.accounts.create({ ...mara, passwordHash: await hashPassword(password) }))!
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  identity.handler(
    new Request(`${url}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: JSON.stringify(body),
    }),
  )

const signIn = (email: string, typed: string, from = '10.0.0.1') =>
  post('/sign-in/email', { email, password: typed }, { 'x-tenure-client-ip': from })

const signInCookie = async () => toCookie((await signIn(mara.email, password)).headers.getSetCookie())

const toCookie = (cookies: readonly string[]) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
