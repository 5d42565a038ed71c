/** Every resource of a workspace taken away twice under one identity: the second time finds nothing, and says so. */
import { afterEach, expect, it } from 'vitest'
import { cleanKeys } from '../../machines/cleaning/cleaning.types.ts'
import { signingKey } from '../services/certificate/signing-key.ts'
import { stripeProvider } from '../services/billing/stripe/provider.ts'
import { join } from 'node:path'
import { leavingBodies } from './leaving.ts'
import { mailsOf } from './performers.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { tenantOf } from './testing/leaver.ts'
import { payerAt } from './testing/payer.ts'
import { noFaults } from '../services/provisioning/faults.ts'
import { mailboxMailer } from '../services/notification/mailer.ts'
import { render } from '../services/notification/templates/index.tsx'
import { mailsTo } from './testing/mails.ts'

let server: InProcess
afterEach(() => server.end())

async function open() {
  server = await inProcess()
  const mara = await payerAt(server)
  await mara.pay('pm_card_visa')
  const { records, identity, config, engine, clock } = server
  const outside = { mailer: mailboxMailer(records.mailbox), render, faults: noFaults }
  const bodies = leavingBodies({
    config,
    records,
    identity,
    catalogue: null as never,
    auditLog: null as never,
    provider: stripeProvider(server.stripe.stripe),
    mails: mailsOf({ config, records, identity, outside, now: clock.now }),
    certificateKey: signingKey(join(server.folder, 'certificate-key.pem')),
    engine: () => engine,
    now: clock.now,
  })
  return { mara, bodies, tenant: tenantOf(mara) }
}
const job = <Input>(identity: string, input: Input) => ({
  input,
  identity,
  attempt: 1,
  signal: new AbortController().signal,
  progress: () => {},
})

it('takes each resource away twice like once', { timeout: 60_000 }, async () => {
  const { bodies, tenant, mara } = await open()
  const { licences, tenants, workspaces } = server.records
  const [owner] = await tenants.members(tenant)
  const held = { tenant, key: 'agents', userId: owner!.userId }
  await server.database.connection.write(licences.assign(held, 'lic_1'))
  await workspaces.giveLicence(tenant, 'agents', { id: owner!.userId, email: owner!.email })
  const { preferences } = server.records
  const reader = { tenant, user: 'usr_1' }
  await server.database.connection.write([preferences.set(reader, 'team', 'mail', false)])
  const counts: Record<string, number[]> = {}
  for (const step of cleanKeys) {
    counts[step] = []
    for (let time = 0; time < 2; time++) {
      const given = { closingId: 'off_1', tenantId: tenant, step }
      const { output, writes = [] } = await bodies.cleaning.clean(job(`clean/off_1/${step}`, given))
      expect(await server.database.connection.write(writes)).toEqual({ result: 'written' })
      counts[step].push(output.count)
    }
  }
  const left = [licences.pools(tenant), licences.held(tenant), licences.changes(tenant)]
  expect(await Promise.all(left)).toEqual([[], [], []])
  expect(counts).toMatchObject({ billing: [1, 0], keys: [1, 0], rows: [1, 0], data: [0, 0] })
  expect(await server.records.ledger.of(tenant)).toEqual([])
  expect(await server.records.apiKeys.list(tenant)).toEqual([])
  expect(await preferences.offOf(reader)).toEqual([])
  expect(await server.identity.accounts.byEmail(mara.email)).toBeNull()
  expect(await server.records.closedTenants.isClosed(tenant)).toBe(true)
  await expect(server.engine.journal(mara.id)).rejects.toThrow('destroyed')
})

it('writes each mail once, however often it is asked to', async () => {
  const { bodies, tenant, mara } = await open()
  const { cancelledAt, endsAt } = { cancelledAt: 1, endsAt: 2 }
  const reader = {
    offboardingId: 'off_1',
    tenantId: tenant,
    userId: 'u',
    email: mara.email,
    name: 'Mara',
    company: 'F',
  }
  const before = (await mailsTo(server, mara.email)).length
  const { sendCancellation, sendNotice, sendGoodbye } = bodies.offboarding
  for (let time = 0; time < 2; time++) {
    const when = 'now' as const
    const receipt = { ...reader, planName: 'Team', when, cancelledAt, endsAt, retrievalEndsAt: 3 }
    await sendCancellation(job('cancelled/off_1/1', receipt))
    await sendNotice(job('closing-soon/off_1/14', { ...reader, daysLeft: 14, retrievalEndsAt: 3 }))
    await sendGoodbye(job('closed/off_1', { ...reader, number: 'TNC-1', invoices: 1, invoicesUntil: 4 }))
    const file = { fileName: 'f.zip', bytes: 1, sha256: 'ab'.repeat(32), lifetimeMs: 5 }
    const told = await bodies.export.tellExport(job('export-ready/exp_1', { ...reader, ...file, exportId: 'exp_1' }))
    expect(await server.database.connection.write(told.writes ?? [])).toEqual({ result: 'written' })
  }
  expect((await mailsTo(server, mara.email)).length - before).toBe(4)
  expect((await server.records.notices.list(tenant, 'u')).map(({ template }) => template)).toEqual(['exportReady'])
})
