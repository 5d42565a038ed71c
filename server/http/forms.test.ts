/** The two forms of our own pages, and whom they obey: the mailed link's button, and the door to the portal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../compose/testing/calls.ts'
import { type InProcess, inProcess, publicUrl } from '../compose/testing/in-process.ts'
import { newestMail, tokenIn } from '../compose/testing/mails.ts'
import { openPage, postForm } from '../compose/testing/pages.ts'
import { type Visitor, visitorAt } from '../compose/testing/visitor.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())

const enter = (token: string, headers: Record<string, string> = { origin: publicUrl }) =>
  postForm(server, '/portal/enter', { token }, headers)
const handOver = (visitor: Visitor) => call(server, 'flow.handOver', { id: visitor.id }, visitor.proof)
const tokenFor = async (visitor: Visitor) => ((await handOver(visitor)).data as { token: string }).token

describe('a mailed link', () => {
  const linked = async () => {
    const visitor = await visitorAt(server, 'verifying')
    return { visitor, token: tokenIn(await newestMail(server, visitor.email)) }
  }

  it('changes nothing when it is opened, works once when the button is pressed, and then says that it ended', async () => {
    const { visitor, token } = await linked()
    for (const method of ['GET', 'HEAD'] as const) await server.app.inject({ method, url: `/verify?token=${token}` })
    expect(await visitor.where()).toEqual(['signUp.verifying.cooling'])
    expect((await postForm(server, '/verify', { token })).statusCode).toBe(200)
    expect(await visitor.where()).toContain('setUp.step.profile')
    expect((await postForm(server, '/verify', { token })).statusCode).toBe(410)
  })

  it('pressed twice at once proves the address once', async () => {
    const { visitor, token } = await linked()
    const answers = await Promise.all([1, 2, 3].map(() => postForm(server, '/verify', { token })))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 410)).toHaveLength(2)
    const confirmed = (await server.engine.journal(visitor.id)).filter(({ type }) => type === 'link.confirmed')
    expect(confirmed).toHaveLength(1)
  })

  it('of before a new code was asked for has ended, and so has one that came too late', async () => {
    const { visitor, token: old } = await linked()
    await server.pass(30_000)
    await visitor.act({ type: 'code.requested' })
    const token = tokenIn(await newestMail(server, visitor.email))
    expect((await postForm(server, '/verify', { token: old })).statusCode).toBe(410)
    await server.pass(15 * 60_000)
    expect((await postForm(server, '/verify', { token })).statusCode).toBe(410)
    expect(await visitor.where()).toEqual(['signUp.codeExpired'])
  })

  it('needs its own token: those of other purposes open nothing', async () => {
    const { visitor } = await linked()
    for (const token of [visitor.proof.token!, visitor.resume, await visitor.code(), '', '%00'])
      expect((await postForm(server, '/verify', { token })).statusCode).toBe(410)
  })
})

describe('the hand-over', () => {
  it('signs in once, with a cookie no script can read and no other site can send', async () => {
    const token = await tokenFor(await visitorAt(server, 'ready'))
    const entered = await enter(token)
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/portal/'])
    expect(String(entered.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Lax$/)
    const again = await enter(token)
    expect(again.headers).toMatchObject({ location: '/portal/sign-in?reason=handOver.used' })
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['a site whose name begins like ours', { origin: `${publicUrl}.evil.example` }],
    ['a page without an origin', { origin: 'null' }],
    ['nobody says where', {}],
  ])('from %s is refused, and the token stays good', async (_, headers) => {
    const token = await tokenFor(await visitorAt(server, 'ready'))
    const refused = await enter(token, headers)
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([403, undefined])
    expect((await enter(token)).headers.location).toBe('/portal/')
  })

  it('goes through the door once, however many tokens were asked for before', async () => {
    const visitor = await visitorAt(server, 'ready')
    const tokens = [await tokenFor(visitor), await tokenFor(visitor), await tokenFor(visitor)]
    const entered = await Promise.all(tokens.map((token) => enter(token)))
    expect(entered.filter(({ headers }) => headers['set-cookie'] !== undefined)).toHaveLength(1)
    expect(await visitor.where()).toEqual(['finished'])
  })

  it('is possible for two minutes, and only while the workspace waits to be opened', async () => {
    const closed = { status: 409, reason: 'handOver.closed' }
    expect(await handOver(await visitorAt(server, 'plan'))).toMatchObject(closed)
    const visitor = await visitorAt(server, 'ready')
    const late = await tokenFor(visitor)
    await server.pass(2 * 60_000)
    expect((await enter(late)).headers['set-cookie']).toBeUndefined()
    await server.pass(58 * 60_000 - 1)
    const last = await tokenFor(visitor)
    await server.pass(1)
    expect(await handOver(visitor)).toMatchObject(closed)
    expect((await enter(last)).headers['set-cookie']).toBeUndefined()
  })

  it('takes no token of another purpose', async () => {
    const visitor = await visitorAt(server, 'ready')
    for (const token of [visitor.proof.token!, visitor.resume, ''])
      expect((await enter(token)).headers['set-cookie']).toBeUndefined()
  })
})

describe('a field', () => {
  const hostile = '"><img src=x onerror=alert(1)>'
  const twice = `${encodeURIComponent(hostile)}&token=y&key=y&mail=y&to=y`

  it.each([
    `/verify?token=${encodeURIComponent(hostile)}`,
    `/signup?key=${encodeURIComponent(hostile)}`,
    `/embed/onboarding?key=pk_demo&locale=${encodeURIComponent(hostile)}`,
    `/sandbox/mailbox?mail=${encodeURIComponent(hostile)}`,
    `/verify?token=${twice}`,
    `/signup?key=${twice}`,
    `/embed/onboarding?key=${twice}`,
    `/sandbox/mailbox?mail=${twice}`,
    `/sandbox/mailbox.json?to=${twice}`,
  ])('of %s is text, however often it comes', async (url) => {
    const { statusCode, body } = await openPage(server, url)
    expect(statusCode).toBeLessThan(500)
    expect(body).not.toContain('<img src=x')
  })

  it.each([{ token: 5 }, { token: {} }, { token: ['x'] }, [], null, 'x', { __proto__: { token: 'x' } }])(
    'of a form that is no form counts as missing: %j',
    async (payload) => {
      const send = (url: string) =>
        server.app.inject({
          method: 'POST',
          url,
          headers: { origin: publicUrl, 'content-type': 'application/json' },
          body: JSON.stringify(payload),
        })
      expect((await send('/verify')).statusCode).toBe(410)
      expect((await send('/portal/enter')).headers.location).toContain('/portal/sign-in')
    },
  )
})
