/** Paying for a Team workspace, on the whole server and the Stripe sandbox: what a person gets, and what Stripe holds. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'
import { EffectError } from '../engine/perform.ts'
import { call } from './testing/calls.ts'
import { type Given, type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { payer, payerAt } from './testing/payer.ts'
import { newVisitor } from './testing/visitor.ts'

const DAY_MS = 86_400_000
let server: InProcess
afterEach(() => server.end())
const open = async (given?: Given) => void (server = await inProcess(given))

const held = () => server.stripe.sandbox!.state()
const live = () => held().subscriptions.filter(({ status }) => !['canceled', 'incomplete_expired'].includes(status))
const openSetups = () => held().setup_intents.filter(({ status }) => !['canceled', 'succeeded'].includes(status))
/** What was charged and not given back, in minor units. */
const taken = () =>
  held()
    .charges.filter(({ paid }) => paid)
    .reduce((sum, { amount, amount_refunded }) => sum + amount - amount_refunded, 0)
const nothingOpen = () => expect([live().length, openSetups().length, taken()]).toEqual([0, 0, 0])

function editPlans(change: (text: string) => string) {
  const path = join(server.folder, 'plans.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

describe('a visitor who chooses Team', () => {
  it('pays and gets the workspace, its limits and the seats that were paid', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.pay('pm_card_visa')
    expect(await mara.where()).toEqual(['ready'])
    const tenant = await server.records.tenants.get(tenantIdOf(mara.id))
    expect(tenant).toMatchObject({ plan: 'team', seats: 3, seatsUsed: 1, limits: { projects: 20 } })
    expect(live()).toMatchObject([
      { status: 'active', items: { data: [{ quantity: 3, price: { unit_amount: 2900 } }] } },
    ])
    expect([held().customers.length, openSetups().length, taken()]).toEqual([1, 0, 8700])
    expect((await mara.view()).context).toMatchObject({ seats: 3, card: { brand: 'visa', last4: '4242' } })
    const kinds = (await server.records.ledger.of(tenantIdOf(mara.id))).map(({ kind, status }) => `${kind} ${status}`)
    expect(kinds).toEqual(expect.arrayContaining(['customer present', 'subscription present', 'workspace present']))
  })

  it('pays for a year when they say so', async () => {
    await open()
    const mara = await payerAt(server, { interval: 'year' })
    await mara.pay('pm_card_visa')
    expect(live()).toMatchObject([{ items: { data: [{ price: { recurring: { interval: 'year' } } }] } }])
    expect(taken()).toBe(87_000)
  })

  it.each([
    ['pm_card_chargeDeclined', 'card.declined'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card.insufficientFunds'],
    ['pm_card_chargeDeclinedExpiredCard', 'card.expired'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'card.incorrectCvc'],
    ['pm_card_chargeDeclinedProcessingError', 'card.processingError'],
  ])('hears what is wrong with %s, and pays with another in the same form', async (card, problem) => {
    await open()
    const mara = await payerAt(server)
    const before = await mara.form()
    await mara.pay(card)
    expect(await mara.payment()).toMatchObject({ value: 'entering', context: { problem } })
    expect(await mara.form()).toEqual(before)
    await mara.pay('pm_card_mastercard')
    expect(await mara.where()).toEqual(['ready'])
    expect([live().length, held().customers.length, taken()]).toEqual([1, 1, 8700])
  })

  it('whose card holds but cannot be charged is asked for another, and pays once', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.pay('pm_card_chargeCustomerFail')
    expect(await mara.payment()).toMatchObject({ value: 'entering', context: { problem: 'card.declined', attempt: 2 } })
    expect(live()).toEqual([])
    await mara.pay('pm_card_visa')
    expect(await mara.where()).toEqual(['ready'])
    expect([live().length, taken()]).toEqual([1, 8700])
  })
})

describe('a bank that wants to ask', () => {
  it('while the card is set up is answered in the form', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.fillIn('pm_card_authenticationRequiredOnSetup')
    await mara.answerBank(true)
    await mara.tell('card.submitted')
    expect(await mara.where()).toEqual(['ready'])
  })

  it('and hears no leaves the form open', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.fillIn('pm_card_authenticationRequiredOnSetup')
    await mara.answerBank(false)
    await mara.tell('card.submitted')
    expect(await mara.payment()).toMatchObject({ value: 'entering', context: { problem: 'card.notAuthenticated' } })
    await mara.pay('pm_card_visa')
    expect(await mara.where()).toEqual(['ready'])
  })

  it('about the first charge grants nothing before the answer', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.fillIn('pm_card_authenticationRequired')
    await mara.answerBank(true)
    await mara.tell('card.submitted')
    expect(await mara.at()).toBe('authenticating')
    expect((await mara.form()).kind).toBe('payment')
    await mara.tell('card.submitted')
    expect([await mara.at(), taken()]).toEqual(['authenticating', 0])

    await mara.answerBank(true)
    await mara.tell('card.submitted')
    expect(await mara.where()).toEqual(['ready'])
    expect([live().length, taken()]).toEqual([1, 8700])
  })

  it('about the first charge and hears nothing for a day gives up, and so do we', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.fillIn('pm_card_authenticationRequired')
    await mara.answerBank(true)
    await mara.tell('card.submitted')
    await server.pass(DAY_MS)
    expect(await server.engine.view(mara.id, 'system')).toMatchObject({ value: { setUp: { step: 'plan' } } })
    nothingOpen()
  })
})

describe('a visitor who goes back to the plans', () => {
  it('leaves nothing open, and may take Free', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.tell('payment.left')
    nothingOpen()
    expect((await mara.view()).value).toMatchObject({ setUp: { step: 'plan' } })
    await mara.act({ type: 'plan.chosen', plan: 'free' })
    expect(await mara.where()).toEqual(['ready'])
    expect(await server.records.tenants.get(tenantIdOf(mara.id))).toMatchObject({ plan: 'free', seats: 2 })
  })

  it('may come again, for the same customer', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.tell('payment.left')
    await mara.act({ type: 'plan.chosen', plan: 'team', interval: 'year' })
    await mara.pay('pm_card_visa')
    expect(await mara.where()).toEqual(['ready'])
    expect([live().length, held().customers.length, taken()]).toEqual([1, 1, 87_000])
  })

  it('while the bank asks about the first charge leaves nothing to be charged', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.fillIn('pm_card_authenticationRequired')
    await mara.answerBank(true)
    await mara.tell('card.submitted')
    await mara.tell('payment.left')
    nothingOpen()
  })
})

describe('two tabs', () => {
  it('share the open attempt, and a double press pays once', async () => {
    await open()
    const mara = await payerAt(server)
    const other = payer(server, mara)
    expect(await other.form()).toEqual(await mara.form())
    await mara.fillIn('pm_card_visa')
    const { id } = await mara.payment()
    const press = (eventId: string) =>
      call(server, 'flow.send', { id, event: { type: 'card.submitted' }, eventId }, mara.proof)
    await Promise.all([press('tab-1'), press('tab-2'), press('tab-1')])
    await server.settle()
    expect(await mara.where()).toEqual(['ready'])
    expect([live().length, taken()]).toEqual([1, 8700])
  })
})

describe('a browser', () => {
  it('that only says it has paid gets nothing', async () => {
    await open()
    const mara = await payerAt(server)
    await mara.tell('card.submitted')
    expect(await mara.payment()).toMatchObject({ value: 'entering', context: { problem: null } })
    expect(held().subscriptions).toEqual([])
  })

  it.each([
    { price: 1 },
    { seats: 1 },
    { quantity: 1 },
    { currency: 'usd' },
    { amountMinor: 1 },
    { interval: 'decade' },
  ])('that names %j is refused', async (extra) => {
    await open()
    const visitor = await newVisitor(server)
    await visitor.walkTo('plan')
    const { outcome } = await visitor.send({ type: 'plan.chosen', plan: 'team', ...extra })
    expect(outcome.status).toBe('invalid')
  })

  it('is shown no id of Stripe, and no form of somebody else’s payment', async () => {
    await open()
    const mara = await payerAt(server)
    const { id } = await mara.payment()
    expect(JSON.stringify([await mara.payment(), await mara.view()])).not.toMatch(/cus_|seti_|sub_/)
    const stranger = await newVisitor(server)
    for (const path of ['flow.view', 'flow.cardForm'])
      expect((await call(server, path, { id }, stranger.proof)).status, path).toBe(404)
    const event = { id, event: { type: 'payment.left' }, eventId: 'x' }
    expect((await call(server, 'flow.send', event, stranger.proof)).status).toBe(404)
    const run = `${mara.id}/provisioning#1`
    await mara.pay('pm_card_visa')
    expect((await call(server, 'flow.view', { id: run }, mara.proof)).status).toBe(404)
    expect((await call(server, 'flow.cardForm', { id }, mara.proof)).status).toBe(409)
  })
})

describe('a price that moves', () => {
  it('before the card is asked for sends back to the plans, with the new one', async () => {
    await open()
    const visitor = await newVisitor(server)
    await visitor.walkTo('plan')
    editPlans((text) => text.replace('"amountMinor": 2900', '"amountMinor": 3900'))
    const view = await visitor.act({ type: 'plan.chosen', plan: 'team' })
    expect(view).toMatchObject({ value: { setUp: { step: 'plan' } }, context: { problem: 'plan.priceChanged' } })
    expect(JSON.stringify(view.context['plans'])).toContain('3900')
    await visitor.act({ type: 'plan.chosen', plan: 'team' })
    await payer(server, visitor).pay('pm_card_visa')
    expect(taken()).toBe(3 * 3900)
  })

  it('while the card is typed charges nothing', async () => {
    await open()
    const mara = await payerAt(server)
    editPlans((text) => text.replace('"amountMinor": 2900', '"amountMinor": 3900'))
    await mara.pay('pm_card_visa')
    expect((await mara.view()).context).toMatchObject({ problem: 'plan.priceChanged' })
    nothingOpen()
  })

  it('elsewhere in the catalogue is nobody’s business', async () => {
    await open()
    const mara = await payerAt(server)
    editPlans((text) => text.replace(/"version": "[^"]+"/, '"version": "later"').replace('29000', '39000'))
    await mara.pay('pm_card_visa')
    expect(await mara.where()).toEqual(['ready'])
    expect(await server.records.tenants.get(tenantIdOf(mara.id))).toMatchObject({ catalogueVersion: '2026-11-25' })
  })

  it('to nothing at all, because the plan is gone, charges nothing', async () => {
    await open()
    const mara = await payerAt(server)
    editPlans((text) => text.replace(/("key": "team"[^}]*"offered": )true/s, '$1false'))
    await mara.pay('pm_card_visa')
    expect((await mara.view()).context).toMatchObject({ problem: 'plan.unavailable' })
    nothingOpen()
  })
})

describe('a workspace that was paid for and cannot be made', () => {
  const broken = {
    before(step: string, phase: string) {
      if (step === 'limits' && phase === 'execute') throw new EffectError('disk.full', 'no room')
    },
  }

  it('is taken back whole: the subscription ends, the money goes back, and the person is told once', async () => {
    const faults = { ...broken }
    await open({ faults })
    const mara = await payerAt(server)
    await mara.pay('pm_card_visa')
    await server.pass(2000)
    await server.pass(8000)
    const view = await mara.view()
    expect([view.value, view.context['problem']]).toEqual(['setUpFailed', 'setup.refunded'])
    nothingOpen()
    expect(await server.records.tenants.get(tenantIdOf(mara.id))).toBeNull()
    const present = (await server.records.ledger.of(tenantIdOf(mara.id))).filter(({ status }) => status === 'present')
    expect(present.map(({ kind }) => kind)).toEqual(['customer'])
    expect((await mailsTo(server, mara.email)).filter(({ text }) => text.includes('€87.00'))).toHaveLength(1)

    faults.before = () => {}
    await mara.act({ type: 'setUp.retried' })
    expect((await mara.view()).value).toMatchObject({ setUp: { step: 'plan' } })
    await mara.act({ type: 'plan.chosen', plan: 'team' })
    await mara.pay('pm_card_visa')
    expect(await mara.where()).toEqual(['ready'])
    expect([live().length, taken()]).toEqual([1, 8700])
  })

  it('while Stripe is away waits for a person, says so with a reference, and mends itself', async () => {
    await open({ faults: broken })
    const mara = await payerAt(server)
    await mara.pay('pm_card_visa')
    server.stripe.sandbox!.faults.add({ kind: 'error', times: 1000 })
    await server.pass(2000)
    await server.pass(8000)
    for (let minute = 0; minute < 10; minute++) await server.pass(60_000)
    const view = await mara.view()
    expect([view.value, view.context['reference']]).toEqual([{ givingBack: 'stuck' }, expect.stringMatching(/^TN-/)])
    server.stripe.sandbox!.faults.clear()
    await server.pass(3_600_000)
    expect((await mara.view()).value).toBe('setUpFailed')
    nothingOpen()
  })
})

describe('somebody who never comes back to a card form', () => {
  it('is reminded, then forgotten, and nothing of them is left at Stripe', async () => {
    await open()
    const mara = await payerAt(server)
    for (const days of [1, 3, 14, 30]) await server.pass(days * DAY_MS)
    expect(await server.engine.view(mara.id, 'system')).toMatchObject({ value: 'expired' })
    expect(held().customers).toEqual([])
    nothingOpen()
  })
})

describe('what Stripe tells by itself', () => {
  it('takes a payment on although its browser is gone, and writes one receipt', async () => {
    await open()
    await server.listen()
    const mara = await payerAt(server)
    await mara.fillIn('pm_card_visa')
    // nobody presses anything: the page was closed the moment the card was saved
    await server.stripe.sandbox!.delivered()
    await server.settle()
    await server.stripe.sandbox!.delivered()
    await server.pass(60_000)
    expect(await mara.where()).toEqual(['ready'])
    const subjects = (await mailsTo(server, mara.email)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => /receipt/i.test(subject))).toHaveLength(1)
    expect(await server.records.billing.summaryOf(tenantIdOf(mara.id))).toMatchObject({
      subscription: { status: 'active', quantity: 3 },
      invoices: [{ status: 'paid', total: { amountMinor: 8700 } }],
    })
  })
})
