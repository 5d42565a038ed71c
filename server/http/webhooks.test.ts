/** The door for the payment provider's events. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Inbox, type InboxGiven, openInbox } from '../compose/testing/inbox.ts'
import { signatureHeader } from '../../sandbox/stripe/webhooks/sign.ts'
import { WEBHOOK_SECRET } from '../../sandbox/stripe/testing/sandbox.ts'
import { signedEvents } from '../services/billing/stripe/signature.ts'

let inbox: Inbox
const open = async (given?: InboxGiven) => (inbox = await openInbox(given))
afterEach(() => inbox?.close())

const event = (more: object = {}) => ({
  id: 'evt_1',
  object: 'event',
  api_version: '2026-10-28.endive',
  created: 1_795_430_400,
  type: 'customer.updated',
  livemode: false,
  pending_webhooks: 1,
  request: null,
  data: { object: { id: 'cus_1', object: 'customer', email: 'mara@fernhill.studio' } },
  ...more,
})
const nowS = () => Math.floor(Date.now() / 1000)

interface Posting {
  readonly secret?: string
  readonly seconds?: number
  readonly signature?: string | undefined
  readonly type?: string
}
const post = (content: unknown, posting: Posting = {}) => {
  const payload = typeof content === 'string' ? content : JSON.stringify(content)
  const { secret = WEBHOOK_SECRET, seconds = nowS(), type = 'application/json; charset=utf-8' } = posting
  const signature = 'signature' in posting ? posting.signature : signatureHeader(payload, secret, seconds)
  const headers = { 'content-type': type, ...(signature !== undefined && { 'stripe-signature': signature }) }
  return inbox.app.inject({ method: 'POST', url: '/webhooks/stripe', headers, payload })
}
const stored = () => inbox.records.connection.rows<{ id: string }>({ sql: 'select id from actor', parameters: [] })
const statusOf = async (answer: ReturnType<typeof post>) => (await answer).statusCode

describe('an event of ours', () => {
  it('is stored under its id, then acknowledged', async () => {
    await open()
    const answer = await post(event())
    expect([answer.statusCode, answer.json()]).toEqual([200, { received: true }])
    expect(await stored()).toEqual([{ id: 'whk_evt_1' }])
    expect(inbox.counted).toEqual(['stored customer.updated'])
  })

  it('that comes again, even at once, is stored once and acknowledged each time', async () => {
    await open()
    const answers = await Promise.all([1, 2, 3].map(() => statusOf(post(event()))))
    expect([...answers, await statusOf(post(event()))]).toEqual([200, 200, 200, 200])
    expect(await stored()).toHaveLength(1)
  })

  it('is kept as ids and types: nothing else of it reaches the journal', async () => {
    await open()
    await post(event())
    const [born] = await inbox.engine.journal('whk_evt_1')
    expect(JSON.stringify(born)).toContain('cus_1')
    expect(JSON.stringify(born)).not.toMatch(/mara|fernhill|data|request/)
  })

  it('of a kind we do not keep is acknowledged and counted', async () => {
    await open()
    const about = { object: { id: 'po_1', object: 'payout' } }
    expect(await statusOf(post(event({ type: 'payout.paid', data: about })))).toBe(200)
    expect(
      await statusOf(post(event({ id: 'evt_2', type: 'invoice.upcoming', data: { object: { object: 'invoice' } } }))),
    ).toBe(200)
    expect(inbox.counted).toEqual(['ignored payout.paid', 'ignored invoice.upcoming'])
    expect(await inbox.where('evt_1')).toMatchObject({ value: 'ignored', reason: 'type.unhandled' })
  })

  it('is taken under either secret while one is being rolled', async () => {
    await open({ secrets: ['whsec_new', 'whsec_old'] })
    expect(await statusOf(post(event({ id: 'evt_1' }), { secret: 'whsec_old' }))).toBe(200)
    expect(await statusOf(post(event({ id: 'evt_2' }), { secret: 'whsec_new' }))).toBe(200)
    expect(await statusOf(post(event({ id: 'evt_3' }), { secret: 'whsec_older' }))).toBe(400)
  })

  it('may be large, but not without end', async () => {
    await open()
    const note = (bytes: number) =>
      event({ data: { object: { id: 'in_1', object: 'invoice', note: 'x'.repeat(bytes) } } })
    expect(await statusOf(post(note(400_000)))).toBe(200)
    expect(await statusOf(post(note(600_000)))).toBe(413)
  })

  it('is not turned away because of visitors, but has a limit of its own', async () => {
    await open({ most: 5 })
    const answers: number[] = []
    for (let n = 1; n <= 6; n++) answers.push(await statusOf(post(event({ id: `evt_${n}` }))))
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
  })
})

describe('what is no event of ours', () => {
  const payload = JSON.stringify(event())
  it.each<[string, unknown, Posting]>([
    ['signed under another secret', event(), { secret: 'whsec_forged' }],
    ['signed under an empty secret', event(), { secret: '' }],
    ['not signed', event(), { signature: undefined }],
    ['with a signature that is none', event(), { signature: 'v1=0' }],
    [
      'with the signature of another body',
      event({ id: 'evt_2' }),
      { signature: signatureHeader(payload, WEBHOOK_SECRET, nowS()) },
    ],
    ['recorded 301 seconds ago', event(), { seconds: nowS() - 301 }],
    ['no JSON', '{', {}],
    ['no event', { object: 'charge', id: 'ch_1' }, {}],
    ['with an id that names something else', event({ id: '../../actor' }), {}],
    ['of live mode, while our key is a test key', event({ livemode: true }), {}],
  ])('%s is refused, and nothing is kept or explained', async (_, content, posting) => {
    await open()
    const answer = await post(content, posting)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({
      error: { code: 'webhook.refused', message: 'This is not an event we take.' },
    })
    expect(await stored()).toEqual([])
    expect(inbox.counted).toEqual(['refused unknown'])
  })

  it('of test mode is refused by a live key', async () => {
    await open({ livemode: true })
    expect(await statusOf(post(event()))).toBe(400)
    expect(await statusOf(post(event({ livemode: true })))).toBe(200)
  })

  it('of another content type is refused', async () => {
    await open()
    expect(await statusOf(post(payload, { type: 'text/plain' }))).toBe(415)
    expect(await statusOf(post(payload, { type: 'application/x-www-form-urlencoded' }))).toBe(415)
    expect(await stored()).toEqual([])
  })

  it('recorded 295 seconds ago is still taken: a queue on the way may be slow', async () => {
    await open()
    expect(await statusOf(post(event(), { seconds: nowS() - 295 }))).toBe(200)
  })
})

describe('without a secret', () => {
  it.each([[[]], [['']], [['  ']], [['whsec_1', '']]])('%j there is no door', (secrets) => {
    expect(() => signedEvents({ secrets, livemode: false })).toThrow(/secret is missing or empty/)
  })
})
