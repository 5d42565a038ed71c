/** A workspace's money over months, on the whole server with its clock: renewals that fail, notices, cards, the plan's end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { colleague, cookieFor } from './testing/members.ts'
import type { View } from '../engine/view.ts'
import { arrived, daysPass, type Renewing, teamWorkspace } from './testing/renewal.ts'
import { visitorAt } from './testing/visitor.ts'
import { accountIdOf } from '../../machines/account/account.flow.ts'
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'

let server: InProcess
beforeEach(async () => {
  server = await inProcess()
  await server.listen()
})
afterEach(() => server.end())

const subjects = async ({ email }: Renewing) =>
  (await mailsTo(server, email))
    .map(({ subject }) => subject)
    .filter((subject) => /collect|open|limited|suspended|ended|Thank/.test(subject))
    .toReversed()
const notices = async ({ tenant, owner }: Renewing) =>
  ((await call(server, 'notification.list', { tenant }, owner)).data as { template: string; data: { step?: string } }[])
    .filter(({ template }) => template === 'dunning' || template === 'recovered')
    .map(({ template, data }) => data.step ?? template)
    .toReversed()
const create = ({ tenant, owner }: Renewing, name: string) =>
  call(server, 'tenant.createProject', { tenant, name }, owner)

/** The card attaches, and then fails at the renewal a month later. */
async function failingRenewal() {
  const team = await teamWorkspace(server)
  await team.useCard('pm_card_chargeCustomerFail')
  await daysPass(server, 32)
  return team
}

it('has an account from the moment its workspace is ready, paid or not', async () => {
  const team = await teamWorkspace(server)
  const good = [
    'lifecycle.live',
    'books.current',
    'standing.good',
    'plan.steady',
    'provisioning.ready',
    'usage.quiet',
    'hold.clear',
  ]
  expect((await team.where()).toSorted()).toEqual(good.toSorted())
  const free = tenantIdOf((await visitorAt(server, 'ready')).id)
  expect((await server.engine.view(accountIdOf(free), 'system'))?.status).toBe('active')
})

describe('a card that fails at the renewal', () => {
  it('leads through every step, each with its notice, and another card makes it good, thanked once', async () => {
    const team = await failingRenewal()
    expect(await team.where()).toContain('standing.owing.pastDue.told')
    expect((await create(team, 'Past due')).status).toBe(200)
    expect((await team.view()).context).toMatchObject({
      debt: { owed: { amountMinor: 8700, currency: 'eur' }, problem: 'card.declined', card: { last4: '0341' } },
    })

    await daysPass(server, 3)
    expect(await team.where()).toContain('standing.owing.grace.told')
    expect((await create(team, 'Grace')).status).toBe(200)

    await daysPass(server, 7)
    expect(await team.where()).toContain('standing.owing.restricted.told')
    expect(await create(team, 'Restricted')).toMatchObject({ status: 403, reason: 'account.unpaid' })
    expect(
      (await call(server, 'settings.createApiKey', { tenant: team.tenant, name: 'Another' }, team.owner)).status,
    ).toBe(200)
    expect(await notices(team)).toEqual(['pastDue', 'grace', 'restricted'])

    // mails are told apart by their time
    await server.pass(60_000)
    const card = await team.replaceCard('pm_card_mastercard')
    expect([card.value, card.context]).toMatchObject(['replaced', { card: { brand: 'mastercard', last4: '4444' } }])
    expect(await team.where()).toContain('standing.good')
    expect((await create(team, 'Good again')).status).toBe(200)
    await daysPass(server, 20)
    expect(await notices(team)).toEqual(['pastDue', 'grace', 'restricted', 'recovered'])
    expect(await subjects(team)).toEqual([
      'We could not collect €87.00 for Fernhill Studio',
      '€87.00 for Fernhill Studio are still open',
      'Fernhill Studio is limited until €87.00 are paid',
      'Thank you: Fernhill Studio is paid',
    ])
    const { data } = await call(server, 'billing.summary', { tenant: team.tenant }, team.owner)
    expect(data).toMatchObject({ card: { last4: '4444' }, subscription: { status: 'active' } })
  }, 60_000)

  it('ends at last: suspended, collecting stopped, on Free; billing stays open, and paying opens all again', async () => {
    const team = await failingRenewal()
    const { data } = await call(server, 'settings.createApiKey', { tenant: team.tenant, name: 'Another' }, team.owner)
    const { key } = data as { key: string }
    const ping = async () =>
      (await server.app.inject({ url: '/v1/ping', headers: { authorization: `Bearer ${key}` } })).statusCode
    expect(await ping()).toBe(200)
    await daysPass(server, 3 + 7 + 14)
    expect(await team.where()).toContain('standing.owing.suspended.told')
    expect(await ping()).toBe(402)
    expect((await call(server, 'billing.summary', { tenant: team.tenant }, team.owner)).status).toBe(200)

    await daysPass(server, 31)
    expect(await team.where()).toEqual(
      expect.arrayContaining(['standing.owing.collectionsStopped.told', 'plan.steady', 'provisioning.ready']),
    )
    expect(await server.records.tenants.get(team.tenant)).toMatchObject({ plan: 'free', seats: 2 })
    expect(await notices(team)).toEqual(['pastDue', 'grace', 'restricted', 'suspended', 'collectionsStopped'])

    await team.replaceCard('pm_card_visa')
    expect(await team.where()).toContain('standing.good')
    expect(await ping()).toBe(200)
  }, 120_000)

  it('is replaced by no card that cannot pay either', async () => {
    const team = await failingRenewal()
    const card = await team.replaceCard('pm_card_chargeCustomerFail')
    expect([card.value, card.context]).toMatchObject(['entering', { problem: 'card.declined', attempt: 2 }])
    expect(await team.where()).toContain('standing.owing.pastDue.told')
  }, 60_000)
})

it('ends in the same state whatever of Stripe’s news comes twice, late or in another order', async () => {
  const { faults } = server.stripe.sandbox!
  for (const kind of ['webhook.duplicate', 'webhook.reorder'] as const) faults.add({ kind, times: 40 })
  const team = await failingRenewal()
  await team.replaceCard('pm_card_visa')
  await daysPass(server, 2)
  const good = [
    'lifecycle.live',
    'books.current',
    'standing.good',
    'plan.steady',
    'provisioning.ready',
    'usage.quiet',
    'hold.clear',
  ]
  expect((await team.where()).toSorted()).toEqual(good.toSorted())
  expect(await notices(team)).toEqual(['pastDue', 'recovered'])
}, 60_000)

describe('going to Team', () => {
  it('takes a card, makes one subscription, and sets seats and limits', async () => {
    const visitor = await visitorAt(server, 'ready')
    const tenant = tenantIdOf(visitor.id)
    const account = accountIdOf(tenant)
    const owner = await cookieFor(server, visitor.email)
    const send = async (id: string, event: object) => {
      await call(server, 'flow.send', { id, event, eventId: crypto.randomUUID() }, owner)
      await server.settle()
    }
    await send(account, { type: 'upgrade.asked', interval: 'month' })
    const { data: view } = await call(server, 'flow.view', { id: account }, owner)
    const payment = (view as View).children.find(({ machine }) => machine === 'payment')!.id
    const developer = await colleague(server, tenant, 'developer')
    expect(await call(server, 'flow.view', { id: payment }, developer)).toMatchObject({ reason: 'role.insufficient' })
    const form = (await call(server, 'flow.cardForm', { id: payment }, owner)).data as { clientSecret: string }
    const intent = form.clientSecret.slice(0, form.clientSecret.indexOf('_secret'))
    const { stripe } = server.stripe
    await stripe.setupIntents.confirm(intent, { payment_method: 'pm_card_visa', return_url: 'https://x.test' })
    await send(payment, { type: 'card.submitted' })
    await arrived(server)

    expect(await server.records.tenants.get(tenant)).toMatchObject({ plan: 'team', planName: 'Team', seats: 3 })
    expect(await server.records.workspaces.limits(tenant)).toMatchObject({ projects: 20 })
    const after = (await server.engine.view(account, 'system'))!
    expect(after.value).toMatchObject({ open: { plan: 'steady', standing: 'good', provisioning: 'ready' } })
    const customer = (await server.records.billing.customerOf(tenant))!
    expect((await stripe.subscriptions.list({ customer })).data).toMatchObject([{ status: 'active' }])
  })

  it('is left as it was by somebody who changes their mind', async () => {
    const visitor = await visitorAt(server, 'ready')
    const account = accountIdOf(tenantIdOf(visitor.id))
    const owner = await cookieFor(server, visitor.email)
    const send = async (id: string, event: object) => {
      await call(server, 'flow.send', { id, event, eventId: crypto.randomUUID() }, owner)
      await server.settle()
    }
    await send(account, { type: 'upgrade.asked' })
    const { data } = await call(server, 'flow.view', { id: account }, owner)
    await send((data as View).children[0]!.id, { type: 'payment.left' })
    expect((await server.engine.view(account, 'system'))?.value).toMatchObject({ open: { plan: 'steady' } })
    expect(server.stripe.sandbox!.state().subscriptions).toEqual([])
  })
})

it('gives nothing back of what was paid before, when somebody looks at Team again and leaves', async () => {
  const team = await teamWorkspace(server)
  await team.send('downgrade.confirmed')
  await server.settle()
  await daysPass(server, 32)
  expect(await server.records.tenants.get(team.tenant)).toMatchObject({ plan: 'free' })
  await team.send('upgrade.asked')
  await server.settle()
  const { data } = await call(server, 'flow.view', { id: team.account }, team.owner)
  const payment = (data as View).children[0]!.id
  const left = { id: payment, event: { type: 'payment.left' }, eventId: 'left' }
  await call(server, 'flow.send', left, team.owner)
  await server.settle()
  await arrived(server)
  expect(await team.where()).toContain('plan.steady')
  expect(server.stripe.sandbox!.state().refunds).toEqual([])
  expect(await server.records.billing.customerOf(team.tenant)).toBe(team.customer)
}, 60_000)

describe('going to Free', () => {
  it('happens at the period’s end, can be undone before, and says what is over', async () => {
    const team = await teamWorkspace(server)
    for (const name of ['One', 'Two', 'Three', 'Four']) await create(team, name)
    const { data } = await call(server, 'billing.downgrade', { tenant: team.tenant }, team.owner)
    expect(data).toMatchObject({
      from: 'Team',
      to: 'Free',
      at: Date.UTC(2026, 1, 1),
      over: [{ key: 'projects', used: 4, limit: 3 }],
    })

    await team.send('downgrade.confirmed')
    await server.settle()
    expect((await team.view()).context).toMatchObject({ plan: { cancelAt: Date.UTC(2026, 1, 1) } })
    await arrived(server)
    expect(await team.where()).toContain('plan.scheduled')
    await team.send('downgrade.undone')
    await server.settle()
    await arrived(server)
    expect(await team.where()).toContain('plan.steady')

    await team.send('downgrade.confirmed')
    await server.settle()
    const stored = { meter: 'storage', quantity: 2_000_000_000, at: null, key: 'stored' }
    await server.records.workspaces.record(team.tenant, { records: [stored], call: null, now: server.clock.now() })
    await daysPass(server, 32)
    expect(await team.where()).toEqual(expect.arrayContaining(['plan.steady', 'provisioning.ready', 'standing.good']))
    expect(await server.records.tenants.get(team.tenant)).toMatchObject({ plan: 'free', planName: 'Free', seats: 2 })
    expect(await create(team, 'Five')).toMatchObject({ status: 409, reason: 'projects.full' })
    expect(await server.records.workspaces.projects.list(team.tenant)).toHaveLength(4)
    // nobody sent anything: the plan's change alone made it too much
    const told = async () =>
      (await mailsTo(server, team.email)).map(({ subject }) => subject).filter((subject) => / has used /.test(subject))
    expect(await told()).toEqual(['Fernhill Studio has used all of its storage'])
    expect(await team.where()).toContain('usage.quiet')
  }, 60_000)

  it('is for those who manage billing, and nobody else is even shown the account', async () => {
    const team = await teamWorkspace(server)
    const developer = await colleague(server, team.tenant, 'developer')
    const event = { id: team.account, event: { type: 'downgrade.confirmed' }, eventId: 'e1' }
    expect(await call(server, 'flow.send', event, developer)).toMatchObject({ reason: 'role.insufficient' })
    expect(await call(server, 'flow.view', { id: team.account }, developer)).toMatchObject({ status: 403 })
    const open = { tenant: team.tenant, machine: 'card', startId: crypto.randomUUID() }
    expect(await call(server, 'flow.open', open, developer)).toMatchObject({ reason: 'role.insufficient' })
  })
})

it('shows the next invoice as Stripe would make it', async () => {
  const team = await teamWorkspace(server)
  const { data } = await call(server, 'billing.upcoming', { tenant: team.tenant }, team.owner)
  expect(data).toMatchObject({ known: true, invoice: { at: Date.UTC(2026, 1, 1), total: { amountMinor: 8700 } } })
})

it('is held by an operator whatever is paid, and opens when they say so', async () => {
  const team = await teamWorkspace(server)
  const tell = (event: object, eventId: string) =>
    server.engine.send({ id: team.account, event, eventId, caller: 'operator' })
  await tell({ type: 'operator.held', reason: 'Stolen card.' }, 'h')
  expect(await create(team, 'Held')).toMatchObject({ status: 403, reason: 'account.held' })
  await tell({ type: 'operator.released' }, 'r')
  expect((await create(team, 'Free again')).status).toBe(200)
})
