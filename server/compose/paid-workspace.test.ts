/** What the provider's events do for a workspace that is paid for, on the whole server: progress, receipt, summary. */
import { afterEach, describe, expect, it } from 'vitest'
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'
import { call } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { cookieFor } from './testing/members.ts'
import { payerAt } from './testing/payer.ts'
import { visitorAt } from './testing/visitor.ts'

const DAY_MS = 86_400_000
let server: InProcess
afterEach(() => server.end())

/** Stripe delivers to the server's own door from now on. */
async function open() {
  server = await inProcess()
  server.stripe.sandbox!.deliverTo(`${await server.listen()}/webhooks/stripe`)
}

/** Lets every event be delivered, and everything happen that follows. */
async function arrived() {
  const { sandbox } = server.stripe
  sandbox!.advance(0)
  for (let turn = 0; turn < 3; turn++) {
    await sandbox!.delivered()
    await server.settle()
  }
}
const summaryOf = async (email: string, tenant: string) =>
  (await call(server, 'billing.summary', { tenant }, await cookieFor(server, email))).data
const receipts = async (email: string) =>
  (await mailsTo(server, email)).filter(({ subject }) => subject.startsWith('Your receipt'))

it('is set up although the browser was closed right after the card held', async () => {
  await open()
  const mara = await payerAt(server)
  await mara.fillIn('pm_card_visa')
  await arrived()
  expect(await mara.where()).toEqual(['ready'])
})

describe('a workspace that was paid for', () => {
  it('has its receipt once, with a notice, and a summary without any of the provider’s ids', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.pay('pm_card_visa')
    await arrived()
    await server.pass(60_000)
    await arrived()

    const tenant = tenantIdOf(mara.id)
    const [receipt, ...more] = await receipts(mara.email)
    expect(more).toEqual([])
    expect(receipt).toMatchObject({ subject: 'Your receipt: €87.00 for Team' })
    const cookie = await cookieFor(server, mara.email)
    const notices = (await call(server, 'notification.list', { tenant }, cookie)).data
    expect(notices).toContainEqual(expect.objectContaining({ template: 'receipt' }))

    const summary = await summaryOf(mara.email, tenant)
    expect(summary).toMatchObject({
      planName: 'Team',
      seats: { used: 1, all: 3 },
      subscription: { status: 'active', interval: 'month', quantity: 3, price: { amountMinor: 2900, currency: 'eur' } },
      nextCharge: { total: { amountMinor: 8700, currency: 'eur' } },
      card: { brand: 'visa', last4: '4242' },
      invoices: [{ status: 'paid', total: { amountMinor: 8700, currency: 'eur' } }],
    })
    expect(JSON.stringify({ ...(summary as object), invoices: [] })).not.toMatch(/(cus|sub|in|pi|seti)_/)
  })

  it('follows a renewal: another invoice, another receipt, a later date', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.pay('pm_card_visa')
    await arrived()
    await server.pass(32 * DAY_MS)
    await arrived()
    await server.pass(60_000)
    expect(await summaryOf(mara.email, tenantIdOf(mara.id))).toMatchObject({
      invoices: [{ status: 'paid' }, { status: 'paid' }],
      nextCharge: { at: Date.UTC(2026, 2, 1) },
    })
    expect(await receipts(mara.email)).toHaveLength(2)
  })
})

it('says of a free workspace that nothing is paid', async () => {
  await open()
  const visitor = await visitorAt(server, 'ready')
  expect(await summaryOf(visitor.email, tenantIdOf(visitor.id))).toEqual({
    planName: 'Free',
    seats: { used: 1, all: 2 },
    hasCustomer: false,
    subscription: null,
    nextCharge: null,
    card: null,
    invoices: [],
  })
})
