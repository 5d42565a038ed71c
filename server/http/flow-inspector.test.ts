/** Where the inspector of a sign-up is offered: in development, on a page that is asked for it, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InProcess, inProcess } from '../compose/testing/in-process.ts'
import { openPage } from '../compose/testing/pages.ts'

const SCRIPT = '<script type="module" src="/embed/inspect.js"></script>'
const pages = ['/signup?inspect', '/signup?key=pk_demo&inspect=1', '/embed/onboarding?key=pk_demo&inspect=']

describe('in development', () => {
  let server: InProcess
  beforeAll(async () => {
    server = await inProcess()
  })
  afterAll(() => server.end())

  it.each(pages)('%s offers the inspector beside the flow’s own script', async (url) => {
    const { body, statusCode } = await openPage(server, url)
    expect(statusCode).toBe(200)
    expect(body).toContain(SCRIPT)
    expect(body.indexOf('/embed/assets/frame-1.js')).toBeLessThan(body.indexOf(SCRIPT))
  })

  it.each(['/signup', '/embed/onboarding?key=pk_demo', '/leave?inspect', '/portal/sign-up?inspect', '/?inspect'])(
    '%s does not',
    async (url) => {
      const { body, headers } = await openPage(server, url)
      expect(body).not.toContain('inspect.js')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    },
  )

  it('only a page that opens a window may speak to it, and no page may load from anywhere new', async () => {
    const [asked, usual] = [await openPage(server, '/signup?inspect'), await openPage(server, '/signup')]
    expect(asked.headers['cross-origin-opener-policy']).toBe('same-origin-allow-popups')
    expect(asked.headers['content-security-policy']).toBe(usual.headers['content-security-policy'])
    expect(asked.headers['content-security-policy']).not.toContain('stately')
    const [framed, frame] = [await openPage(server, pages[2]!), await openPage(server, '/embed/onboarding?key=pk_demo')]
    expect(framed.headers['content-security-policy']).toBe(frame.headers['content-security-policy'])
  })

  it('the script and its pieces are there', async () => {
    for (const url of ['/embed/inspect.js', '/embed/inspect/feed-1.js']) {
      const { statusCode, headers } = await server.app.inject(url)
      expect([url, statusCode, headers['content-type']]).toEqual([url, 200, expect.stringContaining('javascript')])
    }
  })

  it('the demo site links to a sign-up that offers it', async () => {
    const { body } = await openPage({ app: server.demo! }, '/')
    expect(body).toMatch(/<a href="[^"]+\/signup\?key=pk_demo&amp;inspect">Inspect the sign-up<\/a>/)
  })
})

describe('in production', () => {
  let server: InProcess
  beforeAll(async () => {
    const secret = 'a secret of sixty-four signs, as production asks for, long enough.'
    server = await inProcess({
      environment: { NODE_ENV: 'production', ALLOW_SANDBOX: '1', TENURE_SECRET: secret },
    })
  })
  afterAll(() => server.end())

  it.each(pages)('the parameter of %s does nothing', async (url) => {
    const asked = await openPage(server, url)
    const usual = await openPage(server, url.replace(/[?&]inspect=?1?/, ''))
    expect(server.config.production).toBe(true)
    expect([asked.statusCode, asked.body]).toEqual([200, usual.body])
    expect(asked.headers['cross-origin-opener-policy']).toBe('same-origin')
  })

  it.each(['/embed/inspect.js', '/embed/inspect/feed-1.js'])('there is no %s', async (url) => {
    expect((await server.app.inject(url)).statusCode).toBe(404)
  })

  it('the demo site, where there is one, does not link to it', async () => {
    expect((await openPage({ app: server.demo! }, '/')).body).not.toContain('nspect')
  })
})
