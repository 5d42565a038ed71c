/** What every HTML answer says about itself, errors included, and where its addresses come from. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InProcess, inProcess, publicUrl } from '../compose/testing/in-process.ts'
import { newestMail } from '../compose/testing/mails.ts'
import { openPage, postForm } from '../compose/testing/pages.ts'
import { visitorAt } from '../compose/testing/visitor.ts'
import { framePolicy, hostedPolicy, stripeSources } from './headers.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())

type Answer = Awaited<ReturnType<typeof openPage>>

function expectToStandAlone({ headers }: Answer, referrer = 'same-origin') {
  expect(headers['content-type']).toContain('text/html')
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("script-src 'self';")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe(referrer)
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-powered-by']).toBeUndefined()
}

describe('a page', () => {
  it.each([
    ['/', 200],
    ['/signup', 200],
    ['/portal/', 200],
    ['/portal/any/path/of/its/own', 200],
    ['/verify?token=x', 200],
    ['/sandbox/mailbox', 200],
    ['/sandbox/stripe', 200],
    ['/sandbox/integrations', 200],
    ['/signup?key=pk_unknown', 404],
    ['/embed/onboarding?key=pk_unknown', 404],
    ['/leave', 200],
    ['/leave?key=pk_demo', 404],
    ['/embed/offboarding?key=pk_demo', 404],
    ['/embed/nothing?key=pk_demo', 404],
    ['/portal/assets/nothing.js', 404],
    ['/nowhere', 404],
  ])('%s may be framed by nobody, and says so with %d', async (url, status) => {
    const answer = await openPage(server, url)
    expect(answer.statusCode).toBe(status)
    expectToStandAlone(answer)
  })

  it('whose address carries a code tells that address to nobody, not even to us', async () => {
    const answer = await openPage(server, '/integrations/github/callback?code=c&state=s')
    expect(answer.statusCode).toBe(410)
    expectToStandAlone(answer, 'no-referrer')
    const foreign = await postForm(server, '/integrations/github/callback', { state: 's' }, { origin: 'null' })
    expect([foreign.statusCode, foreign.headers['referrer-policy']]).toEqual([403, 'no-referrer'])
  })

  it.each([
    [
      'that is refused',
      () => postForm(server, '/portal/enter', { token: 'x' }, { origin: 'http://evil.example' }),
      403,
    ],
    ['whose link has ended', () => postForm(server, '/verify', { token: 'x' }), 410],
    ['whose form is too large', () => postForm(server, '/verify', { token: 'x'.repeat(70_000) }), 413],
  ])('%s may be framed by nobody either', async (_, ask, status) => {
    const answer = await ask()
    expect(answer.statusCode).toBe(status)
    expectToStandAlone(answer)
  })

  it('that fails on our side may be framed by nobody, and says nothing of why', async () => {
    const broken = await inProcess()
    rmSync(join(broken.folder, '..', 'built', 'portal', 'index.html'))
    const answer = await openPage(broken, '/portal/')
    expect(answer.statusCode).toBe(500)
    expectToStandAlone(answer)
    expect(answer.body).not.toMatch(/ENOENT|index\.html|node_modules/)
    const { body } = await broken.app.inject('/portal/')
    expect(JSON.parse(body)).toEqual({
      error: { code: 'failed', message: 'Something went wrong on our side. It has been recorded.' },
    })
    await broken.end()
  })

  it('that comes too often may be framed by nobody either', async () => {
    const small = await inProcess({ environment: { RATE_LIMIT: '1' } })
    await openPage(small, '/signup')
    const answer = await openPage(small, '/signup')
    expect(answer.statusCode).toBe(429)
    expectToStandAlone(answer)
    await small.end()
  })

  it('of the frame may be framed by exactly the origins of its key', async () => {
    const { headers } = await openPage(server, '/embed/onboarding?key=pk_demo')
    const origin = `http://localhost:${server.config.demoPort}`
    expect(headers['content-security-policy']).toMatch(new RegExp(`frame-ancestors ${origin}(;|$)`))
    expect(headers['x-frame-options']).toBeUndefined()
  })

  it('that may ask for a card, and no other, may call whoever takes it', async () => {
    const api = server.stripe.sandbox!.url
    for (const url of ['/signup', '/embed/onboarding?key=pk_demo', '/portal/sign-up', '/portal/billing'])
      expect((await openPage(server, url)).headers['content-security-policy']).toContain(`connect-src 'self' ${api};`)
    for (const url of ['/', '/portal/', '/verify', '/sandbox/stripe'])
      expect((await openPage(server, url)).headers['content-security-policy']).toContain("connect-src 'self';")
  })

  it('that may ask for a card loads Stripe’s own script when Stripe is the real one', () => {
    expect(hostedPolicy(stripeSources)).toContain("script-src 'self' https://js.stripe.com")
    expect(framePolicy(['https://shop.example'], stripeSources)).toMatch(/frame-src https:\/\/js\.stripe\.com/)
  })

  it('of the demo site frames ours, and may be framed by nobody', async () => {
    const { headers } = await openPage({ app: server.demo! }, '/')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain(`frame-src ${publicUrl}`)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('sets no cookie before anybody signs in', async () => {
    for (const url of ['/', '/signup', '/embed/onboarding?key=pk_demo', '/portal/', '/verify'])
      expect((await openPage(server, url)).headers['set-cookie']).toBeUndefined()
  })
})

describe('an address of ours', () => {
  const hostile = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }

  it.each(['/', '/signup', '/embed/onboarding?key=pk_demo', '/nowhere', '/portal'])(
    'on %s comes from the configuration, whatever Host says',
    async (url) => {
      const { body, headers } = await openPage(server, url, hostile)
      expect(body + JSON.stringify(headers)).not.toContain('evil.example')
    },
  )

  it('in a mail comes from the configuration', async () => {
    const visitor = await visitorAt(server, 'verifying')
    const { links } = await newestMail(server, visitor.email)
    expect(links[0]).toMatch(new RegExp(`^${publicUrl}/verify`))
  })

  it('after a form is a path, so it leads back to us', async () => {
    const { headers } = await postForm(server, '/portal/enter', { token: 'x' }, { ...hostile, origin: publicUrl })
    expect(headers.location).toBe('/portal/sign-in?reason=handOver.used')
  })
})
