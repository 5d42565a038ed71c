/** How often, how much and what may be sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestFor } from '../compose/testing/calls.ts'
import { type InProcess, inProcess } from '../compose/testing/in-process.ts'

describe('too many requests', () => {
  let small: InProcess
  beforeAll(async () => {
    small = await inProcess({ environment: { RATE_LIMIT: '3' } })
  })
  afterAll(() => small.end())

  /** The answers to four requests from one socket, each with another address in every header that could carry one. */
  async function fourFrom(remoteAddress: string, url: string) {
    const answers = []
    for (let n = 0; n < 4; n++) {
      const claimed = `10.1.${n}.9`
      const headers = {
        'x-forwarded-for': claimed,
        forwarded: `for=${claimed}`,
        'x-real-ip': claimed,
        'x-tenure-client-ip': claimed,
      }
      answers.push(await small.app.inject({ url, remoteAddress, headers }))
    }
    return answers
  }
  const statuses = async (remoteAddress: string, url: string) =>
    (await fourFrom(remoteAddress, url)).map(({ statusCode }) => statusCode)

  it('are answered 429 with when to come back, by the socket’s address and not a header’s', async () => {
    const answers = await fourFrom('192.0.2.1', '/signup')
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
    const { headers, body } = answers[3]!
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'rate.limited' } })
  })

  it('of one address leave another alone', async () => {
    expect(await statuses('192.0.2.2', '/signup')).toEqual([200, 200, 200, 429])
  })

  it('include calls to the API and addresses that do not exist', async () => {
    expect(await statuses('192.0.2.3', '/trpc/session.me')).toEqual([401, 401, 401, 429])
    expect(await statuses('192.0.2.4', '/nowhere')).toEqual([404, 404, 404, 429])
  })

  it('do not include files and health', async () => {
    expect(await statuses('192.0.2.5', '/assets/tokens.css')).toEqual([200, 200, 200, 200])
    expect(await statuses('192.0.2.5', '/healthz')).toEqual([200, 200, 200, 200])
  })
})

describe('what cannot be read', () => {
  let server: InProcess
  beforeAll(async () => {
    server = await inProcess()
  })
  afterAll(() => server.end())

  const start = requestFor('flow.start', { machine: 'onboarding', input: {} })
  const multipart = '--x\r\nContent-Disposition: form-data; name="machine"\r\n\r\nonboarding\r\n--x--'

  it.each([
    ['malformed JSON', '{', 'application/json', 400],
    ['no body', '', 'application/json', 400],
    ['a body that is too large', JSON.stringify({ x: 'x'.repeat(70_000) }), 'application/json', 413],
    ['XML', '<x/>', 'text/xml', 415],
    // what a form on another site can send without asking first
    ['a form', 'machine=onboarding', 'application/x-www-form-urlencoded', 415],
    ['a form with files', multipart, 'multipart/form-data; boundary=x', 415],
    ['text that is JSON', JSON.stringify({ machine: 'onboarding', input: {} }), 'text/plain', 415],
  ])('%s is refused without a word from inside', async (_, body, type, status) => {
    const answer = await server.app.inject({ ...start, headers: { 'content-type': type }, body })
    expect(answer.statusCode, answer.body).toBe(status)
    expect(answer.body).not.toMatch(/node_modules|\.ts:\d|"stack"/)
  })

  it('a batch of several is refused, because each call is to count', async () => {
    const { input } = { input: { machine: 'onboarding', input: {} } }
    const batch = await server.app.inject({
      ...start,
      url: '/trpc/flow.start,flow.start?batch=1',
      body: JSON.stringify({ 0: input, 1: input }),
    })
    expect(batch.statusCode).toBe(400)
    expect(await server.database.connection.rows({ sql: 'select * from actor', parameters: [] })).toEqual([])
  })
})
