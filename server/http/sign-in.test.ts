/** Signing in and out over HTTP: whose cookie, from which page, and how often somebody may guess. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../compose/testing/calls.ts'
import { type InProcess, inProcess, publicUrl } from '../compose/testing/in-process.ts'
import { codeIn, mailsTo, newestMail } from '../compose/testing/mails.ts'
import { cookieFor } from '../compose/testing/members.ts'
import { postForm } from '../compose/testing/pages.ts'
import { password, visitorAt } from '../compose/testing/visitor.ts'

let server: InProcess
let email: string
beforeAll(async () => {
  server = await inProcess()
  email = (await visitorAt(server, 'ready')).email
})
afterAll(() => server.end())

let sockets = 0
interface Asking {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The socket's address; a fresh one each time unless said otherwise, because tries are counted by it. */
  readonly from?: string
}
const post = (path: string, { body = {}, headers = {}, from = `192.0.2.${++sockets}` }: Asking = {}) =>
  server.app.inject({
    method: 'POST',
    url: `/api/auth/${path}`,
    remoteAddress: from,
    headers: { origin: publicUrl, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const signIn = (asking: Asking = {}) => post('sign-in/email', { body: { email, password }, ...asking })
const cookieOf = (answer: Awaited<ReturnType<typeof post>>) => String(answer.headers['set-cookie']).split(';')[0]!
const whoIs = async (cookie: string) => (await call(server, 'session.me', undefined, { cookie })).status

describe('signing in', () => {
  it('begins a session whose cookie no script can read and no other site can send', async () => {
    const answer = await signIn()
    expect(answer.statusCode).toBe(200)
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/i)
    expect(await whoIs(cookieOf(answer))).toBe(200)
  })

  it('over https sends its cookie over https only', async () => {
    const secure = await inProcess({ environment: { PUBLIC_URL: 'https://tenure.test' } })
    const owner = await visitorAt(secure, 'ready')
    const { data } = await call(secure, 'flow.handOver', { id: owner.id }, owner.proof)
    const { token } = data as { token: string }
    const { headers } = await postForm(secure, '/portal/enter', { token }, { origin: 'https://tenure.test' })
    expect(String(headers['set-cookie'])).toMatch(/^__Secure-.*Secure/)
    await secure.end()
  })

  it('answers alike for a wrong password and an address nobody has', async () => {
    const wrong = await signIn({ body: { email, password: 'not the password' } })
    const unknown = await signIn({ body: { email: 'nobody@fernhill.studio', password } })
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body])
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  it.each([
    ['another site', { headers: { origin: 'http://evil.example' } }, 403],
    ['another site that fakes ours in the address', { headers: { origin: `${publicUrl}.evil.example` } }, 403],
    ['a page that hides where it is', { headers: { origin: 'null' } }, 403],
    ['a plain form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 400],
    ['a text form', { headers: { 'content-type': 'text/plain' } }, 400],
  ])('from %s begins nothing', async (_, asking, atLeast) => {
    const answer = await signIn(asking)
    expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(atLeast)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('is bounded for one socket, whatever address its headers claim', async () => {
    const statuses = []
    for (let n = 0; n < 21; n++) {
      const claimed = `10.2.0.${n}`
      const headers = { 'x-forwarded-for': claimed, 'x-tenure-client-ip': claimed }
      const body = { email: `guess-${n}@fernhill.studio`, password: 'a wrong password' }
      statuses.push((await signIn({ body, headers, from: '198.51.100.1' })).statusCode)
    }
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set([401]))
    expect(statuses[20]).toBe(429)
    expect((await signIn()).statusCode).toBe(200)
  })
})

describe('a session', () => {
  it('ends for good when its member signs out', async () => {
    const cookie = cookieOf(await signIn())
    expect((await post('sign-out', { headers: { cookie } })).statusCode).toBe(200)
    expect(await whoIs(cookie)).toBe(401)
  })

  it('is not ended by another site', async () => {
    const cookie = cookieOf(await signIn())
    await post('sign-out', { headers: { cookie, origin: 'http://evil.example' } })
    expect(await whoIs(cookie)).toBe(200)
  })

  it('is nobody’s when its cookie was changed', async () => {
    const { cookie } = await cookieFor(server, email)
    const [name, value] = cookie!.split(/=(.*)/s) as [string, string]
    const [token, signature] = decodeURIComponent(value).split('.') as [string, string]
    const forged = [
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=${token}x.${signature}`,
      `${name}=${token}.${Buffer.alloc(32).toString('base64')}`,
      `__Secure-${name}=${value}`,
    ]
    for (const one of forged) expect(await whoIs(one), one).toBe(401)
    expect(await whoIs(cookie!)).toBe(200)
  })

  it.each(['sign-up/email', 'forget-password', 'change-email', 'delete-user', 'update-user', 'list-sessions', 'error'])(
    'cannot be had or changed by /%s',
    async (path) => {
      expect((await post(path, { body: { email, password, name: 'x' } })).statusCode).toBe(404)
    },
  )
})

describe('signing in by a mailed code', () => {
  async function begin(address: string) {
    server.clock.advance(1)
    const { data } = await call(server, 'flow.start', { machine: 'signIn', input: { email: address, locale: 'en' } })
    const { id, token } = data as { id: string; token: string }
    await server.settle()
    let sent = 0
    const type = async (code: string) => {
      const event = { type: 'code.typed', code }
      return (await call(server, 'flow.send', { id, event, eventId: `${++sent}` }, { token })).data
    }
    return { id, proof: { token }, type, view: () => call(server, 'flow.view', { id }, { token }) }
  }

  it('begins a session once', async () => {
    const flow = await begin(email)
    await flow.type(codeIn(await newestMail(server, email)))
    const { data } = await call(server, 'flow.handOver', { id: flow.id }, flow.proof)
    const { token } = data as { token: string }
    const entered = await postForm(server, '/portal/enter', { token }, { origin: publicUrl })
    expect(await whoIs(cookieOf(entered))).toBe(200)
    expect((await call(server, 'flow.handOver', { id: flow.id }, flow.proof)).reason).toBe('handOver.closed')
  })

  it('says the same for an address nobody has, and no code opens it', async () => {
    const [known, unknown] = [await begin(email), await begin('nobody@fernhill.studio')]
    const shape = (data: unknown) => {
      const { value, tags, enabled, effects, context } = data as Record<string, unknown>
      return { value, tags, enabled, effects, context: { ...(context as object), email: '' } }
    }
    expect(shape((await unknown.view()).data)).toEqual(shape((await known.view()).data))
    const mails = await mailsTo(server, 'nobody@fernhill.studio')
    expect(mails.map(({ subject }) => /\d/.test(subject))).toEqual([false])
    const guessed = server.records.tokens.codeFor(`sign-in-code/${unknown.id}/1`)
    expect(await unknown.type(guessed)).toMatchObject({ view: { value: 'verifying', context: { triesLeft: 4 } } })
  })
})
