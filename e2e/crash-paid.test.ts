/**
 * The server dies before and after each effect of a paid sign-up from the choice of the plan on, those of webhooks among
 * them. Each time it is started again, and it must end with one customer, one subscription, one charge, one workspace and
 * one of each mail; Stripe, the disk and our tables must agree. With CRASH_ALL=1 it also dies after each commit, which takes
 * three times as long; `crash.test.ts` does that for every sign-up.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SandboxState } from '../sandbox/stripe/stripe-sandbox.ts'
import { mailsTo } from './support/mailbox.ts'
import { payForTeam } from './support/payer.ts'
import { count, until } from './support/rows.ts'
import { server, type Server, shortLeases } from './support/server.ts'
import { visitor } from './support/visitor.ts'

const email = 'mara@fernhill.studio'

/** A visitor at the plans, and the data of the server that took them there. */
async function atPlans() {
  const before = await server()
  await before.start()
  const mara = visitor(() => before.url, email)
  await mara.toPlans()
  await before.stop()
  return { before, resume: mara.resumeToken() }
}
type AtPlans = Awaited<ReturnType<typeof atPlans>>

/** A paid sign-up, with a server that dies at `point` of the life that begins at the plans. Says whether it died. */
async function payThrough({ before, resume }: AtPlans, point: number): Promise<{ died: boolean; home: Server }> {
  const home = await server(shortLeases, { like: before, stripeApart: true })
  await home.start({ CRASH_AT: process.env['CRASH_ALL'] ? String(point) : `effect:${point}` })
  const mara = visitor(() => home.url, email, resume)
  await mara.reaches(/"plan"/)
  let died = false
  const restarted = home.ended().then(() => {
    died = true
    return home.start()
  })
  await payForTeam(home, mara)
  // news of Stripe goes on for a moment
  await Promise.race([restarted, quiet(home)])
  if (died) {
    await restarted
    await quiet(home)
  }
  return { died, home }
}

/** Waits until nothing is left to be delivered, done or told. */
const quiet = (home: Server): Promise<true> =>
  until(async () => {
    const { events } = await stateOf(home.stripeUrl)
    const mails = await mailsTo(home.url, email)
    const left = count(home, 'tenure.db', 'effect') + count(home, 'tenure.db', 'inbox')
    return events.every((event) => event.pending_webhooks === 0) && mails.length >= 3 && left === 0
  })

const stateOf = async (stripeUrl: string) => (await (await fetch(`${stripeUrl}/control/state`)).json()) as SandboxState

async function expectOneOfEach(home: Server, point: number) {
  const { url, stripeUrl, dataDir } = home
  const held = await stateOf(stripeUrl)
  const mails = (await mailsTo(url, email)).map(({ subject }) =>
    subject.replace(/[\d ]+/, '').replace(/ [\w-]*\d$/, ''),
  )
  const own = (table: string) => count(home, 'tenure.db', table)
  expect(
    {
      customers: held.customers.length,
      subscriptions: held.subscriptions.filter(({ status }) => status === 'active').length,
      others: held.subscriptions.length - 1,
      charged: held.charges.reduce(
        (sum, { amount, amount_refunded, paid }) => sum + (paid ? amount - amount_refunded : 0),
        0,
      ),
      openForms: held.setup_intents.filter(({ status }) => status !== 'succeeded' && status !== 'canceled').length,
      mails: mails.length,
      users: count(home, 'identity.db', 'user'),
      tenants: own('tenant'),
      keys: own('api_key'),
      workspaces: readdirSync(join(dataDir, 'workspaces')).length,
      ourCustomers: own('billing_customer'),
      ourSubscriptions: own(`billing_subscription where status = 'active'`),
      ourInvoices: own(`billing_invoice where status = 'paid'`),
      resources: own(`ledger where status = 'present'`),
      unsettled: own(`ledger where status = 'intended'`),
      incidents: own('incident'),
      mailLeft: own('inbox'),
      effectsLeft: own('effect'),
    },
    `after a crash at ${point}; mails: ${mails.join(', ')}`,
  ).toEqual({
    customers: 1,
    subscriptions: 1,
    others: 0,
    charged: 8700,
    openForms: 0,
    // code, welcome, receipt
    mails: 3,
    users: 1,
    tenants: 1,
    keys: 1,
    workspaces: 1,
    ourCustomers: 1,
    ourSubscriptions: 1,
    ourInvoices: 1,
    // six of the workspace, the customer and the subscription
    resources: 8,
    unsettled: 0,
    incidents: 0,
    mailLeft: 0,
    effectsLeft: 0,
  })
}

/** Processes at once: more would only wait for the same two cores. */
const LANES = 4

describe('a server that dies around any effect of a paid sign-up', () => {
  it('charges once and makes everything once', { timeout: 20 * 60_000 }, async () => {
    const plans = await atPlans()
    let next = 1
    let last = Infinity
    let deaths = 0
    const lane = async () => {
      for (let point = next++; point <= last; point = next++) {
        const { died, home } = await payThrough(plans, point)
        if (!died) last = Math.min(last, point)
        else deaths++
        await expectOneOfEach(home, point)
        await home.remove()
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    await plans.before.remove()
    console.log(`paid crash test: ${deaths} points, each survived`)
    expect(deaths).toBeGreaterThan(35)
  })
})
