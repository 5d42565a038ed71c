/**
 * The webhook inbox by itself: the route, the engine with its one chart, the records and the Stripe sandbox, on a database
 * in memory unless a folder is given. For tests that need no sign-up around it.
 */
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import type Stripe from 'stripe'
import { signatureHeader } from '../../../sandbox/stripe/webhooks/sign.ts'
import { type Bench, openSandbox, WEBHOOK_SECRET } from '../../../sandbox/stripe/testing/sandbox.ts'
import { webhookFlow } from '../../../machines/webhook/webhook.flow.ts'
import { type Clock, systemClock } from '../../engine/clock.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { sealer } from '../../engine/seal.ts'
import { webhookRoutes } from '../../http/routes.webhooks.ts'
import { billing } from '../../records/billing/billing.ts'
import { closedTenants } from '../../records/billing/closed-tenants.ts'
import { defineTables } from '../../records/define.ts'
import { mailbox } from '../../records/notices/mailbox.ts'
import { notices } from '../../records/notices/notices.ts'
import { outbox } from '../../records/notices/outbox.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { mailboxMailer } from '../../services/notification/mailer.ts'
import type { Render } from '../../services/notification/templates/props.ts'
import type { Connection } from '../../store/connection.ts'
import { type Embedded, openEmbedded } from '../../store/sqlite/embedded.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { sqliteKeys } from '../../store/sqlite/sqlite-keys.ts'
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { webhooks } from '../webhooks.ts'
import { lateStripe } from './late-stripe.ts'

export interface InboxGiven {
  /** Where the database is kept, for figures that count the disk. */
  readonly folder?: string
  /** How mails look; without it, they say their template's name. Node itself runs no TSX, so it is not chosen here. */
  readonly render?: Render
  readonly secrets?: readonly string[]
  readonly livemode?: boolean
  readonly clock?: Clock
  /** Events from one address in a minute. */
  readonly most?: number
  /** Another inbox's Stripe, which stays open when this one closes. */
  readonly bench?: Bench
  /** How long answers of the provider are on their way, in milliseconds: what was read long ago may be written last. */
  readonly latenessMs?: () => number
  /** Stands in for the sign-up's payment: told of every change. */
  readonly onPayment?: (tenant: string, eventId: string) => Promise<void>
}

const plain: Render = async (template) => ({ subject: template, html: '', text: '' })

export type Inbox = Awaited<ReturnType<typeof openInbox>>

export async function openInbox(given: InboxGiven = {}) {
  const { secrets = [WEBHOOK_SECRET], livemode = false, clock = systemClock(), most, render = plain } = given
  const { sandbox, stripe } = given.bench ?? (await openSandbox())
  const { store, connection, keys, close } = given.folder === undefined ? inMemory() : openEmbedded(given.folder)
  const records = await openRecords(connection, clock.now)
  const counted: string[] = []
  const { inbox, bodies } = webhooks({
    stripe: given.latenessMs ? lateStripe(stripe, given.latenessMs) : stripe,
    secrets,
    livemode,
    records,
    mails: { ...records, render, publicUrl: 'https://tenure.app' },
    engine: () => toldOf(engine, given.onPayment),
    figures: { webhook: (outcome, type) => counted.push(`${outcome} ${type}`) },
  })
  const engine = createEngine({
    store,
    sealer: sealer(keys, 'a secret for tests', clock.now),
    clock,
    flows: [webhookFlow],
    performers: { webhook: bodies },
    secrets: { fields: () => ({}), exchange: async () => ({ writes: [] }) },
    graceMs: 0,
  })
  await engine.run()
  const app = Fastify()
  await app.register(rateLimit, { max: 3, timeWindow: '1 minute' })
  await webhookRoutes(app, { ...inbox, ...(most !== undefined && { most }) })
  return {
    app,
    engine,
    records,
    sandbox,
    stripe,
    counted,
    /** Posts an event as the provider would, signed. Resolves with the status. */
    async post(event: Stripe.Event): Promise<number> {
      const payload = JSON.stringify(event)
      const signature = signatureHeader(payload, WEBHOOK_SECRET, Math.floor(Date.now() / 1000))
      const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
      return (await app.inject({ method: 'POST', url: '/webhooks/stripe', headers, payload })).statusCode
    },
    /** Where every entry has come to, by how many are there. */
    async states(): Promise<Record<string, number>> {
      const counts: Record<string, number> = {}
      for (const { head } of await connection.rows<{ head: string }>({
        sql: 'select head from actor',
        parameters: [],
      })) {
        const { value } = JSON.parse(head) as { value: string }
        counts[value] = (counts[value] ?? 0) + 1
      }
      return counts
    },
    /** Every event Stripe has made, oldest first. */
    events: () => allEvents(stripe),
    /** Where an event has come to, and why. */
    async where(event: string) {
      const view = await engine.view(`whk_${event}`, 'operator')
      if (!view) return null
      const { reason, claimsMissed } = view.context
      return { value: view.value, reason, claimsMissed }
    },
    async close() {
      await app.close()
      await engine.stop()
      await close()
      if (!given.bench) await sandbox.close()
    },
  }
}

function inMemory(): Embedded {
  const db = openDatabase(':memory:')
  const commits = groupCommit(db)
  const keys = openDatabase(':memory:')
  return {
    store: sqliteStore(db, commits),
    connection: sqliteConnection(db, commits),
    keys: sqliteKeys(keys),
    async close() {
      db.close()
      keys.close()
    },
  }
}

async function openRecords(connection: Connection, now: () => number) {
  await defineTables(connection)
  const parts = { connection, now, secret: 'a secret for tests' }
  const box = mailbox(parts)
  return {
    connection,
    billing: billing(parts),
    closedTenants: closedTenants(parts),
    notices: notices(parts),
    tenants: tenants(parts),
    outbox: outbox(parts),
    mailbox: box,
    mailer: mailboxMailer(box),
  }
}

/** The engine as the payment teller sees it, with a sign-up for every tenant when somebody wants to be told. */
const toldOf = (engine: Engine, onPayment: InboxGiven['onPayment']): Pick<Engine, 'start' | 'send' | 'view'> =>
  onPayment === undefined
    ? engine
    : {
        start: engine.start,
        async view(id, caller) {
          const view = await engine.view(id, caller)
          const children = [{ invoke: 'payment', id: `${id}/payment#1`, machine: 'payment' }]
          return view ?? ({ children } as unknown as Awaited<ReturnType<Engine['view']>>)
        },
        async send({ id, eventId }) {
          // nobody has an account here
          if (id.startsWith('acc_')) return { status: 'absent' }
          await onPayment(id.replace('onb_', 'ten_').split('/')[0]!, eventId)
          return { status: 'accepted', seq: 1 }
        },
      }

async function allEvents(stripe: Stripe): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = []
  for await (const event of stripe.events.list({ limit: 100 })) events.push(event)
  return events.toReversed()
}
