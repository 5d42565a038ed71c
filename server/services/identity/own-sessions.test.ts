import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Identity, openIdentity } from './identity.ts'
import { hashPassword } from './password.ts'

const url = 'http://127.0.0.1:3000'
const password = 'correct horse battery'

let identity: Identity
let userId: string
beforeEach(async () => {
  const secret = 'a secret for tests, long enough'
  identity = await openIdentity({ path: ':memory:', secret, publicUrl: url, log: () => {} })
  userId = await account('mara@fernhill.studio')
})
afterEach(() => identity.close())

async function account(email: string): Promise<string> {
  const passwordHash = await hashPassword(password)
  return (await identity.accounts.create({ onboardingId: email, email, name: 'Mara', passwordHash }))!.userId
}
/** A new session: what its browser sends, and its id. */
async function begin(user = userId, userAgent = 'Firefox') {
  const cookies = await identity.begin(user, new Headers({ 'user-agent': userAgent }))
  const headers = new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; '), origin: url })
  return { headers, id: (await identity.from(headers))!.sessionId, cookies }
}
const listFor = (id: string) => identity.sessions.list(userId, id)

describe('one’s own sessions', () => {
  it('are listed by names that open nothing, the one asking first', async () => {
    const [one, other] = [await begin(userId, 'Firefox'), await begin(userId, 'Safari')]
    const listed = await listFor(other.id)
    expect(listed.map(({ userAgent, isThis }) => [userAgent, isThis])).toEqual([
      ['Safari', true],
      ['Firefox', false],
    ])
    const text = JSON.stringify(listed)
    for (const { id, cookies } of [one, other]) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(decodeURIComponent(cookies[0]!).split('=')[1]!.split('.')[0]!)
    }
    expect((await listFor(one.id)).map(({ name }) => name).sort()).toEqual(listed.map(({ name }) => name).sort())
  })

  it('end one by one, by their owner alone', async () => {
    const [one, other] = [await begin(), await begin()]
    const { name } = (await listFor(one.id)).find(({ isThis }) => !isThis)!
    const stranger = await account('jo@kettle.example')
    expect(await identity.sessions.end(stranger, name)).toBe(false)
    expect(await identity.sessions.isAlive(other.id)).toBe(true)
    expect([await identity.sessions.end(userId, name), await identity.sessions.end(userId, name)]).toEqual([
      true,
      false,
    ])
    expect([await identity.sessions.isAlive(one.id), await identity.sessions.isAlive(other.id)]).toEqual([true, false])
    expect(await identity.from(other.headers)).toBeNull()
  })

  it('end all but one', async () => {
    const [one, ...others] = [await begin(), await begin(), await begin()]
    const stranger = await begin(await account('jo@kettle.example'))
    await identity.sessions.endOthers(userId, one.id)
    expect((await listFor(one.id)).map(({ isThis }) => isThis)).toEqual([true])
    for (const { id } of others) expect(await identity.sessions.isAlive(id)).toBe(false)
    expect(await identity.sessions.isAlive(stranger.id)).toBe(true)
  })
})

describe('whoever listens', () => {
  it.each<[string, (session: Awaited<ReturnType<typeof begin>>) => Promise<unknown>]>([
    ['one session is ended', async ({ id }) => identity.sessions.end(userId, (await listFor(id))[0]!.name)],
    ['the others are ended', async () => identity.sessions.endOthers(userId, 'another')],
    ['all are ended', () => identity.accounts.endSessions(userId)],
    ['the account is gone', () => identity.accounts.remove(userId)],
    ['somebody signs out', ({ headers }) => identity.signOut(headers)],
    [
      'somebody signs out by a request',
      ({ headers }) => {
        headers.set('content-type', 'application/json')
        return identity.handler(new Request(`${url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' }))
      },
    ],
  ])('hears when %s, once it is over, and not of others', async (_, end) => {
    const session = await begin()
    const heard: boolean[] = []
    let strangers = 0
    const stop = identity.endings.listen(userId, () => {
      void identity.sessions.isAlive(session.id).then((alive) => heard.push(alive))
    })
    identity.endings.listen('usr_other', () => strangers++)
    await end(session)
    await expect.poll(() => heard).toEqual([false])
    expect(strangers).toBe(0)
    stop()
    await identity.accounts.endSessions(userId)
    expect(heard).toHaveLength(1)
  })
})

describe('a password somebody types who is signed in', () => {
  it('is judged ten times within a quarter of an hour, for each person by themselves', async () => {
    for (let tried = 0; tried < 9; tried++) expect(await identity.checkPassword(userId, 'wrong')).toBe('wrong')
    expect(await identity.checkPassword(userId, password)).toBe('right')
    expect(await identity.checkPassword(userId, password)).toBe('limited')
    expect(await identity.checkPassword(await account('jo@kettle.example'), password)).toBe('right')
  })
})
