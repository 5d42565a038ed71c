/**
 * The fault matrix of a paid sign-up: every call to Stripe, to the mail server and to the provisioner, harmed in every way.
 * Whatever happens, there is one of everything at the end, or nothing and the money back; and everybody agrees on it.
 * Being killed around each of them is proved on the real process, in `e2e/crash.test.ts`.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { mailboxMailer } from '../services/notification/mailer.ts'
import type { Outside } from './outside.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import {
  ending,
  type Harm,
  harmedMailer,
  harmedSteps,
  harms,
  harmStripe,
  type Place,
  templateOf,
} from './testing/matrix.ts'
import { payer } from './testing/payer.ts'
import { newVisitor, password, person, type Visitor } from './testing/visitor.ts'

/** The product waits this long for Stripe here, and for anything else; a call that hangs takes longer. */
const PATIENCE_MS = 60
const LONGEST_MS = 120
const HANG_MS = 150

type Area = 'stripe' | 'mail' | 'steps'
const told: string[] = []
const table: string[] = []
afterAll(() => console.log(['fault matrix', ...table].join('\n')))

async function open(area: Area, place: Place | null, harm: Harm, patient = false): Promise<InProcess> {
  const tell = (what: string) => told.push(what)
  const outside: Partial<Outside> = {
    mailer: {
      send: (mail) => mailer.send(mail),
      close: () => {},
    },
    faults: harmedSteps(area === 'steps' ? place : null, harm, tell),
  }
  const limits = patient ? {} : { stripeTimeoutMs: PATIENCE_MS, longestAttemptMs: LONGEST_MS }
  const server = await inProcess({ ...outside, ...limits })
  const mailer = harmedMailer(mailboxMailer(server.records.mailbox), area === 'mail' ? place : null, harm, tell)
  if (area === 'stripe' && place) harmStripe(server.stripe.sandbox!, place, harm, HANG_MS)
  return server
}

/** Does what is to be done next, as a person who is told that something went wrong presses the button again. */
async function push(server: InProcess, visitor: Visitor): Promise<boolean> {
  const { value, enabled, children } = await visitor.view()
  const at = JSON.stringify(value)
  if (at === '"ready"' || at === '"setUpFailed"') return true
  if (children.length > 0) await pushPayment(server, visitor)
  else if (at.includes('"address"')) await visitor.send({ type: 'address.submitted', email: visitor.email })
  else if (at.includes('verifying')) await visitor.send({ type: 'code.typed', code: await visitor.code() })
  else if (at.includes('"profile"')) await visitor.send({ type: 'profile.saved', ...person, password })
  else if (at.includes('"plan"')) await visitor.send({ type: 'plan.chosen', plan: 'team' })
  else if (enabled.includes('plans.requested')) await visitor.send({ type: 'plans.requested' })
  else if (enabled.includes('code.requested')) await visitor.send({ type: 'code.requested' })
  return false
}

async function pushPayment(server: InProcess, visitor: Visitor) {
  const paying = payer(server, visitor)
  const { enabled, value } = await paying.payment()
  if (value === 'entering') await paying.pay('pm_card_visa').catch(() => {})
  else if (enabled.includes('payment.retried')) await paying.tell('payment.retried')
}

/** From the address to the workspace, over whatever is put in the way. */
async function walk(server: InProcess): Promise<Visitor> {
  const visitor = await newVisitor(server)
  for (let turn = 0; turn < 60; turn++) {
    if (await push(server, visitor)) break
    await server.pass(1500)
  }
  await server.pass(1500)
  return visitor
}

/** The calls of one sign-up that nothing happens to, each named and numbered. */
async function placesOf(area: Area): Promise<Place[]> {
  told.length = 0
  const server = await open(area, null, 'error', true)
  await walk(server)
  const calls = server.stripe.sandbox!.state().calls.filter(({ path }) => !path.endsWith('/confirm'))
  await server.end()
  const names =
    area === 'stripe'
      ? calls.map(({ method, path }) => `${method} ${templateOf(path)}`)
      : told.filter((what) => what.startsWith('mail') === (area === 'mail'))
  return names.map((what, index) => ({ what, nth: names.slice(0, index + 1).filter((one) => one === what).length }))
}

const areas: { area: Area; places: Place[] }[] = []
for (const area of ['stripe', 'mail', 'steps'] as const) areas.push({ area, places: await placesOf(area) })

describe.each(areas)('$area', ({ area, places }) => {
  // a provisioner's step answers in our own process: it cannot answer twice or half
  const possible =
    area === 'stripe'
      ? harms
      : harms.filter((harm) => harm !== 'wrong answer' && (area === 'mail' || harm !== 'done twice'))

  it('has calls to harm', () => expect(places.length).toBeGreaterThan(1))

  it.each(places)('$what ($nth) may go wrong in every way', { timeout: 60_000 }, async (place) => {
    const endings: string[] = []
    for (const harm of possible) {
      const server = await open(area, place, harm)
      try {
        const visitor = await walk(server)
        endings.push(`${harm}: ${await ending(server, visitor)}`)
      } catch (error) {
        throw new Error(`${place.what} (${place.nth}), ${harm}: ${String(error)}`, { cause: error })
      } finally {
        await server.end()
      }
    }
    table.push(`${place.what} (${place.nth})  ${endings.join('  ')}`)
    expect(endings).toHaveLength(possible.length)
  })
})
