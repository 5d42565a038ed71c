/** Leaving, on the whole server: a paid workspace, its export, a change of mind, the end, and what is left of it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { accountIdOf } from '../../machines/account/account.flow.ts'
import { call, type Proof, proofHeaders } from './testing/calls.ts'
import { type InProcess, inProcess, publicUrl } from './testing/in-process.ts'
import { openFlow, tenantOf } from './testing/leaver.ts'
import { mailsTo } from './testing/mails.ts'
import { colleague, cookieFor } from './testing/members.ts'
import { payerAt } from './testing/payer.ts'
import { person, visitorAt } from './testing/visitor.ts'

const DAY_MS = 86_400_000
let server: InProcess
afterEach(() => server.end())

async function open() {
  server = await inProcess()
  server.stripe.sandbox!.deliverTo(`${await server.listen()}/webhooks/stripe`)
}
/** Lets every event of the provider be delivered, and everything happen that follows. */
async function arrived() {
  const { sandbox } = server.stripe
  sandbox!.advance(0)
  for (let turn = 0; turn < 3; turn++) {
    await sandbox!.delivered()
    await server.settle()
  }
}
async function pass(days: number) {
  for (let day = 0; day < days; day++) {
    await server.pass(DAY_MS)
    await arrived()
  }
}

async function paidWorkspace() {
  await open()
  const mara = await payerAt(server)
  await mara.pay('pm_card_visa')
  await arrived()
  const tenant = tenantOf(mara)
  const proof = await cookieFor(server, mara.email)
  await call(server, 'tenant.createProject', { tenant, name: '=cmd|bad' }, proof)
  await call(server, 'tenant.createProject', { tenant, name: 'Winter catalogue' }, proof)
  return { mara, tenant, proof }
}
const confirm = (when: 'now' | 'period end', name: string = person.company) => ({
  type: 'leaving.confirmed',
  name,
  when,
})
async function toConfirm(tenant: string, proof: Proof) {
  const leaving = await openFlow(server, tenant, 'offboarding', proof)
  await leaving.act({ type: 'reason.skipped' })
  return leaving
}
const subscriptions = async () => (await server.stripe.stripe.subscriptions.list({ status: 'all' })).data
const subjects = async (email: string) => (await mailsTo(server, email)).map(({ subject }) => subject)
const rows = (sql: string) => server.database.connection.rows<Record<string, unknown>>({ sql, parameters: [] })

/** Names of tables in which a value of a row mentions the text. */
async function mentions(text: string): Promise<string[]> {
  const tables = await rows(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
  const found: string[] = []
  for (const { name } of tables)
    if ((await rows(`select * from ${String(name)}`)).some((row) => JSON.stringify(row).includes(text)))
      found.push(String(name))
  return found.sort()
}
const filesAbout = (text: string) =>
  readdirSync(server.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes(text))

async function download(tenant: string, id: string, proof: Proof) {
  const link = await call(server, 'export.download', { tenant, id }, proof)
  const { token = '' } = (link.data ?? {}) as { token?: string }
  return post(token, proof)
}
const post = (token: string, proof: Proof, origin = publicUrl) =>
  server.app.inject({
    method: 'POST',
    url: '/exports/download',
    headers: { ...proofHeaders(proof), origin, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ token }).toString(),
  })

it('lives a whole leaving: export, cancel, undo, cancel now, retrieval, clean-up, certificate', {
  timeout: 120_000,
}, async () => {
  const { mara, tenant, proof } = await paidWorkspace()

  const file = await openFlow(server, tenant, 'export', proof)
  expect((await file.view()).value).toBe('ready')
  const answer = await download(tenant, file.id, proof)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip'])
  const zip = answer.rawPayload
  const { sha256, bytes } = (await file.view()).context['file'] as { sha256: string; bytes: number }
  expect([zip.length, createHash('sha256').update(zip).digest('hex')]).toEqual([bytes, sha256])

  const first = await toConfirm(tenant, proof)
  await first.act(confirm('period end'))
  expect(await first.where()).toEqual(['scheduled.waiting'])
  await arrived()
  expect(await subscriptions()).toMatchObject([{ status: 'active', cancel_at_period_end: true }])
  await first.act({ type: 'leaving.undone' })
  expect(await first.where()).toEqual(['kept'])
  expect(await subscriptions()).toMatchObject([{ cancel_at_period_end: false }])

  const leaving = await toConfirm(tenant, proof)
  await leaving.act(confirm('now'))
  await arrived()
  expect(await subscriptions()).toMatchObject([{ status: 'canceled' }])
  expect(await leaving.where()).toEqual(['retrieval.countdown.open', 'retrieval.wayBack.open'])
  expect((await call(server, 'tenant.home', { tenant }, proof)).status).toBe(200)
  await pass(30)
  expect(await leaving.where()).toEqual(['closed'])

  const sent = await subjects(mara.email)
  expect(sent.filter((subject) => subject === 'You cancelled Fernhill Studio')).toHaveLength(2)
  expect(sent).toEqual(
    expect.arrayContaining([
      'Your export of Fernhill Studio is ready',
      'Fernhill Studio is deleted in 14 days',
      'Fernhill Studio is deleted in 3 days',
      'Fernhill Studio is deleted in 1 day',
      'Fernhill Studio is closed and deleted',
    ]),
  )

  const number = (await leaving.seen())!.context['certificate'] as string
  await server.pass(DAY_MS + 1)
  // nothing that could be opened, nothing that could be read
  expect(await leaving.seen()).toBeNull()
  for (const id of [leaving.id, file.id, mara.id, first.id])
    if (id !== first.id) await expect(server.engine.journal(id), id).rejects.toThrow('destroyed')
  expect(await server.identity.accounts.byEmail(mara.email)).toBeNull()
  expect(filesAbout(tenant)).toEqual([])
  // the provider's ids stand for a workspace that is gone; the engine, the audit log and the flow map keep states and times
  await server.records.audit.link()
  expect(await mentions(tenant)).toEqual([
    'actor',
    'audit',
    'audit_head',
    'billing_closed',
    'billing_customer',
    'certificate',
    // the leaving that was undone has a key of its own
    'flow_actor',
  ])
  expect(await mentions(mara.email)).toEqual(['mailbox'])
  expect(await mentions('Winter catalogue')).toEqual([])
  expect(await rows('select * from billing_invoice')).toMatchObject([{ hosted_url: null, pdf_url: null }])
  expect(await server.engine.incidents()).toEqual([])

  await checkCertificate(number)
  await staysGone(tenant)
})

/** Anybody can check it, with nothing but its number. */
async function checkCertificate(number: string) {
  const get = (path: string) => server.app.inject({ method: 'GET', url: path })
  const page = await get(`/certificates/${number}`)
  expect([page.statusCode, page.body.includes('The signature is ours')]).toEqual([200, true])
  expect((await get(`/certificates/${number}.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const { document, signature, certificate } = (await get(`/certificates/${number}.json`)).json()
  const { keys } = (await get('/.well-known/jwks.json')).json()
  const [head, payload, mac] = (signature as string).split('.')
  const key = createPublicKey({ key: keys[0], format: 'jwk' })
  expect(verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(mac!, 'base64url'))).toBe(true)
  expect(Buffer.from(payload!, 'base64url').toString()).toBe(document)
  expect(certificate.deleted.map(({ what }: { what: string }) => what)).toEqual([
    'billing',
    'keys',
    'sessions',
    'integrations',
    'notices',
    'exports',
    'data',
    'rows',
    'dataKey',
  ])
  expect(certificate.kept).toMatchObject([{ what: 'invoices', count: 1, until: '2034-12-31T23:59:59.999Z' }])
  expect(JSON.stringify(certificate)).not.toMatch(/mara|fernhill|lindqvist/i)
}

/** News of the provider about a workspace that is gone makes no row, and nobody is charged. */
async function staysGone(tenant: string) {
  const before = await mentions(tenant)
  const [subscription] = await subscriptions()
  await server.stripe.stripe.subscriptions.update(subscription!.id, { metadata: { seen: 'yes' } })
  const charges = (await server.stripe.stripe.charges.list()).data.length
  await server.pass(60 * DAY_MS)
  await arrived()
  // some may be gone by now: the leaving itself is erased a day later
  expect(before).toEqual(expect.arrayContaining(await mentions(tenant)))
  expect(await rows('select * from billing_subscription')).toEqual([])
  expect((await server.stripe.stripe.charges.list()).data).toHaveLength(charges)
  expect(await server.engine.incidents()).toEqual([])
}

describe('an export', () => {
  it('holds everything as JSON and CSV, with a manifest that fits, and no formula', async () => {
    const { tenant, proof, mara } = await paidWorkspace()
    const file = await openFlow(server, tenant, 'export', proof)
    const path = join(server.folder, 'export.zip')
    writeFileSync(path, (await download(tenant, file.id, proof)).rawPayload)
    const list = execFileSync('python3', ['-c', unzip, path], { encoding: 'utf8' })
    const content = JSON.parse(list) as Record<string, string>
    const read = (name: string) => content[`fernhill-studio/${name}`] ?? ''
    expect(JSON.parse(read('members.json'))).toMatchObject([{ email: mara.email, role: 'owner' }])
    expect(JSON.parse(read('invoices.json'))).toMatchObject([{ status: 'paid', totalMinor: 8700 }])
    expect(read('projects.csv')).toContain(`'=cmd|bad`)
    const { files } = JSON.parse(read('manifest.json')) as { files: { name: string; rows: number; sha256: string }[] }
    expect(files).toHaveLength(15)
    for (const { name, sha256 } of files)
      expect(createHash('sha256').update(read(name)).digest('hex'), name).toBe(sha256)
    expect(files.find(({ name }) => name === 'projects.json')).toMatchObject({ rows: 2 })
  })

  it('is one at a time, for those who may, and gone when its time is up', async () => {
    const { tenant, proof } = await paidWorkspace()
    const file = await openFlow(server, tenant, 'export', proof)
    const again = await openFlow(server, tenant, 'export', await colleague(server, tenant, 'admin'))
    expect(again.id).toBe(file.id)
    const developer = await colleague(server, tenant, 'developer')
    const { token } = (await call(server, 'export.download', { tenant, id: file.id }, proof)).data as { token: string }
    const tries = [
      await post(token, developer),
      await post(token, {}),
      await post('forged', proof),
      await post(token, proof, 'https://elsewhere.example'),
    ]
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([410, 410, 410, 410])
    expect((await post(token, proof)).statusCode).toBe(200)
    expect((await post(token, proof)).statusCode).toBe(200)
    await server.pass(8 * DAY_MS)
    expect(await file.where()).toEqual(['expired'])
    expect((await post(token, proof)).statusCode).toBe(410)
    expect(filesAbout('exp_')).toEqual([])
  })
})

describe('leaving', () => {
  it('is one at a time, also when two owners begin at once', async () => {
    const { tenant, proof } = await paidWorkspace()
    const other = await colleague(server, tenant, 'owner')
    const both = await Promise.all([proof, other].map((one) => openFlow(server, tenant, 'offboarding', one)))
    expect(both[0]!.id).toBe(both[1]!.id)
    expect(await rows(`select id from actor where flow = 'offboarding'`)).toHaveLength(1)
  })

  it('is for owners; everybody else may see it', async () => {
    const { tenant, proof } = await paidWorkspace()
    const admin = await colleague(server, tenant, 'admin')
    await expect(openFlow(server, tenant, 'offboarding', admin)).rejects.toThrow('role.insufficient')
    const leaving = await openFlow(server, tenant, 'offboarding', proof)
    const seen = await call(server, 'flow.view', { id: leaving.id }, admin)
    expect(seen.data).toMatchObject({ enabled: [] })
    const event = { type: 'leaving.dropped' }
    expect(await call(server, 'flow.send', { id: leaving.id, event, eventId: 'e1' }, admin)).toMatchObject({
      status: 403,
    })
  })

  it('works while a payment is past due, and nothing is collected after it', async () => {
    const { tenant, proof } = await paidWorkspace()
    const [subscription] = await subscriptions()
    const bad = await server.stripe.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: String(subscription!.customer),
    })
    await server.stripe.stripe.subscriptions.update(subscription!.id, { default_payment_method: bad.id })
    await pass(33)
    expect(await subscriptions()).toMatchObject([{ status: 'past_due' }])
    const leaving = await toConfirm(tenant, proof)
    expect((await leaving.view()).context['preview']).toMatchObject({ isPastDue: true })
    await leaving.act(confirm('now'))
    await arrived()
    expect(await subscriptions()).toMatchObject([{ status: 'canceled' }])
    const charges = async () => (await server.stripe.stripe.charges.list()).data.length
    const before = await charges()
    await pass(40)
    expect([await charges(), await leaving.where()]).toEqual([before, ['absent']])
  })

  it('ends all the same when what was owed is paid during the clean-up', async () => {
    const { tenant, proof } = await paidWorkspace()
    const [subscription] = await subscriptions()
    const customer = String(subscription!.customer)
    const bad = await server.stripe.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })
    await server.stripe.stripe.subscriptions.update(subscription!.id, { default_payment_method: bad.id })
    await pass(33)
    const [owed] = (await server.stripe.stripe.invoices.list({ customer, status: 'open' })).data
    const leaving = await toConfirm(tenant, proof)
    await leaving.act(confirm('now'))
    const real = server.records.workspaces.remove
    const remove = vi.spyOn(server.records.workspaces, 'remove').mockRejectedValue(new Error('The disk says no.'))
    await pass(42)
    expect((await leaving.seen())?.value).toBe('cleaning')

    // somebody still has the provider's page of the invoice open, and pays there what was owed
    const paid = await server.stripe.stripe.invoices.pay(owed!.id, { payment_method: 'pm_card_visa' })
    expect(paid.status).toBe('paid')
    await arrived()
    remove.mockImplementation(real)
    const [{ id }] = (await rows(`select id from actor where flow = 'cleaning'`)) as [{ id: string }]
    await server.engine.send({ id, event: { type: 'operator.retried' }, eventId: 'o1', caller: 'operator' })
    await server.settle()
    await arrived()
    expect(await leaving.where()).toEqual(['closed'])
    expect(await subscriptions()).toMatchObject([{ status: 'canceled' }])
    expect(await server.engine.incidents()).toEqual([])
    expect(await rows(`select * from billing_subscription`)).toEqual([])
    await staysGone(tenant)
  })

  it('works while the plan is being changed and the workspace does not take it', async () => {
    const { tenant, proof, mara } = await paidWorkspace()
    const account = accountIdOf(tenant)
    const setLimits = vi.spyOn(server.records.workspaces, 'setLimits').mockRejectedValue(new Error('The disk says no.'))
    const event = { type: 'downgrade.confirmed' }
    await call(server, 'flow.send', { id: account, event, eventId: 'down' }, proof)
    await pass(33)
    expect(JSON.stringify((await server.engine.view(account, 'system'))?.value)).toMatch(
      /"provisioning":"(changing|needsHuman)"/,
    )
    const leaving = await toConfirm(tenant, proof)
    await leaving.act(confirm('now'))
    await pass(42)
    expect(await leaving.where()).toEqual(['absent'])
    setLimits.mockRestore()
    expect((await subjects(mara.email))[0]).toBe('Fernhill Studio is closed and deleted')
    expect(await server.engine.incidents()).toEqual([])
    await staysGone(tenant)
  })

  it('ends with what is paid for, by itself', async () => {
    const { tenant, proof } = await paidWorkspace()
    const leaving = await toConfirm(tenant, proof)
    await leaving.act(confirm('period end'))
    await pass(32)
    expect(await subscriptions()).toMatchObject([{ status: 'canceled' }])
    expect(await leaving.where()).toEqual(['retrieval.countdown.open', 'retrieval.wayBack.open'])
    expect((await server.stripe.stripe.charges.list()).data).toHaveLength(1)
  })

  it('can become a workspace that costs nothing, as offered', async () => {
    const { tenant, proof } = await paidWorkspace()
    const leaving = await openFlow(server, tenant, 'offboarding', proof)
    await leaving.act({ type: 'reason.given', reason: 'price', feedback: '' })
    await leaving.act({ type: 'offer.accepted' })
    expect(await leaving.where()).toEqual(['changing.waiting'])
    await pass(32)
    expect(await leaving.where()).toEqual(['moved'])
    expect((await call(server, 'tenant.home', { tenant }, proof)).data).toMatchObject({
      tenant: { planName: 'Free' },
      limits: { projects: 3 },
    })
    expect(await subscriptions()).toMatchObject([{ status: 'canceled' }])
  })

  it('can be taken back in the thirty days, as a workspace that costs nothing', async () => {
    await open()
    const mara = await visitorAt(server, 'ready')
    const [tenant, proof] = [tenantOf(mara), await cookieFor(server, mara.email)]
    const leaving = await toConfirm(tenant, proof)
    await leaving.act(confirm('now'))
    await pass(20)
    await leaving.act({ type: 'leaving.undone' })
    expect(await leaving.where()).toEqual(['moved'])
    await pass(30)
    expect((await call(server, 'tenant.home', { tenant }, proof)).status).toBe(200)
  })

  it('calls a person when a resource does not go, goes on when they say so, and takes what is gone for gone', async () => {
    await open()
    const mara = await visitorAt(server, 'ready')
    const [tenant, proof] = [tenantOf(mara), await cookieFor(server, mara.email)]
    const leaving = await toConfirm(tenant, proof)
    await leaving.act(confirm('now'))
    const real = server.records.workspaces.remove
    const remove = vi.spyOn(server.records.workspaces, 'remove').mockRejectedValue(new Error('The disk says no.'))
    // three rounds of three attempts, each a wait
    await pass(42)
    const stuck = (await leaving.seen())!
    expect([stuck.value, stuck.context['isStuck']]).toEqual(['cleaning', true])
    expect(existsSync(join(server.folder, 'workspaces', tenant))).toBe(true)
    // somebody removed it by hand meanwhile
    await real(tenant)
    remove.mockImplementation(real)
    const [{ id }] = (await rows(`select id from actor where flow = 'cleaning'`)) as [{ id: string }]
    await server.engine.send({ id, event: { type: 'operator.retried' }, eventId: 'o1', caller: 'operator' })
    await server.settle()
    expect(await leaving.where()).toEqual(['closed'])
    expect((await subjects(mara.email))[0]).toBe('Fernhill Studio is closed and deleted')
  })

  it('leaves the account of somebody who is in another workspace, too', async () => {
    await open()
    const [mara, other] = [await visitorAt(server, 'ready'), await visitorAt(server, 'ready')]
    const tenant = tenantOf(mara)
    const account = (await server.identity.accounts.byEmail(other.email))!
    await server.database.connection.write(
      server.records.tenants.addMember({ ...account, tenant, role: 'member', occupation: 'other' }),
    )
    const leaving = await toConfirm(tenant, await cookieFor(server, mara.email))
    await leaving.act(confirm('now'))
    await pass(30)
    expect(await leaving.where()).toEqual(['closed'])
    expect(await server.identity.accounts.byEmail(mara.email)).toBeNull()
    expect(
      (await call(server, 'tenant.home', { tenant: tenantOf(other) }, await cookieFor(server, other.email))).status,
    ).toBe(200)
  })
})

const unzip = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    print(json.dumps({name: archive.read(name).decode() for name in archive.namelist()}))`
