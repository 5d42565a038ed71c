/**
 * The whole server, put together and not yet running. The only place that chooses implementations: everything else is
 * handed what it needs.
 */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'
import { type MovableClock, systemClock } from '../engine/clock.ts'
import type { Engine } from '../engine/engine.ts'
import { sealer } from '../engine/seal.ts'
import { forLog } from '../errors.ts'
import { buildApp } from '../http/app.ts'
import { buildFolder } from '../http/assets.ts'
import { buildDemoSite } from '../http/demo-site.ts'
import { stripeSources } from '../http/headers.ts'
import type { HttpPorts } from '../http/ports.ts'
import { openCatalogue } from '../plans/catalogue.ts'
import { openEmbeddingKeys } from '../plans/embedding-keys.ts'
import { syncPrices } from '../services/billing/sync-prices.ts'
import { stripeDesk } from '../services/billing/stripe/desk.ts'
import { stripeProvider } from '../services/billing/stripe/provider.ts'
import { signingKey } from '../services/certificate/signing-key.ts'
import { type Identity, openIdentity } from '../services/identity/identity.ts'
import type { Operators } from '../services/identity/operators.ts'
import { type Embedded, openEmbedded } from '../store/sqlite/embedded.ts'
import { accountBodies, openAccount, usageTeller } from './account.ts'
import { openAudit } from './audit/open-audit.ts'
import { billingDesk } from './billing-desk.ts'
import { cardForm } from './card-form.ts'
import { changes } from './changes.ts'
import { crashPoints } from './crash.ts'
import { flowMapRecorder } from './flow-map/recorder.ts'
import { integrationBodies, providersOf } from './integrations.ts'
import { integrationsStandIn, standInPlace } from './integrations-stand-in.ts'
import { leavingBodies } from './leaving.ts'
import { metrics } from './metrics.ts'
import { openConsole } from './console.ts'
import { openEngine } from './open-engine.ts'
import { chooseOutside, type Outside } from './outside.ts'
import { mailsOf, performers } from './performers.ts'
import { peopleOf } from './people.ts'
import { openRecords, type Records } from './records.ts'
import { sandbox } from './sandbox.ts'
import { openStripe, type OpenStripe } from './stripe.ts'
import { webhooks } from './webhooks.ts'

/** What may be put in the place of the real thing: by tests, never by a configuration. */
export interface StandIns extends Partial<Outside> {
  readonly clock?: MovableClock
  /** Where the built files are. Default `dist`. */
  readonly built?: string
  /** How long a call of Stripe may take, in milliseconds. */
  readonly stripeTimeoutMs?: number
  /** How long any attempt of an effect may take, in milliseconds. */
  readonly longestAttemptMs?: number
}

export interface Composed {
  readonly config: Config
  /** Answers; listens only when it is told to. */
  readonly app: FastifyInstance
  readonly demo: FastifyInstance | null
  /** Works only after `run`. */
  readonly engine: Engine
  readonly clock: MovableClock
  readonly database: Embedded
  readonly records: Records
  readonly identity: Identity
  readonly operators: Operators
  /** Where the first operator is made; null when there is one. */
  readonly operatorLink: string | null
  readonly stripe: OpenStripe
  /** Null when every company a workspace can be connected to is the real one. */
  readonly integrations: ReturnType<typeof integrationsStandIn>
  /** Brings the catalogue's prices to Stripe, so that they can be looked at before anybody buys. */
  syncPrices(): Promise<void>
  /** Stops taking requests, lets work under way finish for a moment, and closes what is open. */
  close(): Promise<void>
}

/** All prices of a catalogue. */
const SYNC_MS = 60_000

/** Throws when a file cannot be had. */
export async function compose(config: Config, standIns: StandIns = {}): Promise<Composed> {
  const { clock = systemClock(), built = buildFolder } = standIns
  const log = pino({ level: config.logLevel, base: null })
  const database = openEmbedded(config.dataDir)
  const sealing = sealer(database.keys, config.secret, clock.now)
  const records = await openRecords({ config, connection: database.connection, seal: sealing, now: clock.now })
  const identity = await openIdentity({
    path: join(config.dataDir, 'identity.db'),
    secret: config.secret,
    publicUrl: config.publicUrl,
    log: (message) => log.warn({ area: 'identity' }, message),
  })
  const operators = await openConsole({ config, tokens: records.tokens, connection: database.connection, log })
  const audit = openAudit({ config, database, records, sealing, clock, log })
  const { catalogue, embeddingKeys } = await openEdited(config, log)
  const outside = await chooseOutside({ config, mailbox: records.mailbox, built, given: standIns })
  const standIn = integrationsStandIn(config, clock.now)
  const stripe = await openStripe({
    config,
    now: clock.now,
    timeoutMs: standIns.stripeTimeoutMs,
    beside: standIn?.answer ?? null,
  })
  const place = await standInPlace(standIn, stripe, config)
  const providers = providersOf(config, place.url)
  const provider = stripeProvider(stripe.stripe)
  const desk = stripeDesk(stripe.stripe)
  const news = changes(() => engine.hub)
  const figures = metrics(() => engine.hub.size)
  const crash = crashPoints(config.crashAt)
  const mails = mailsOf({ config, records, identity, outside, now: clock.now })
  const webhook = webhooks({
    stripe: stripe.stripe,
    secrets: stripe.webhookSecrets,
    livemode: stripe.livemode,
    records,
    mails,
    engine: () => engine,
    figures,
  })
  const certificateKey = signingKey(join(config.dataDir, 'certificate-key.pem'))
  const leaving = leavingBodies({
    config,
    records,
    identity,
    catalogue,
    provider,
    mails,
    certificateKey,
    auditLog: audit.auditor,
    engine: () => engine,
    now: clock.now,
  })
  const bodies = performers({
    mails,
    leaving,
    webhook: webhook.bodies,
    integration: integrationBodies({ records, providers, mails, now: clock.now }),
    account: {
      ...accountBodies({ records, catalogue, desk, provider, mails }),
      open: openAccount(() => engine),
    },
    config,
    records,
    identity,
    catalogue,
    embeddingKeys,
    outside,
    provider,
    now: clock.now,
  })
  const engine = openEngine({
    config,
    log,
    clock,
    database,
    records,
    crash,
    figures,
    sealing,
    recorders: [audit.recorder, flowMapRecorder(records.flowMap)],
    bodies: crash.performers(bodies),
    longestAttemptMs: standIns.longestAttemptMs,
  })

  const ports: HttpPorts = {
    ...records,
    auditor: audit.auditor,
    config,
    engine,
    connection: database.connection,
    accountOf: identity.accountOf,
    embeddingKey: (key) => embeddingKeys.find(key),
    now: clock.now,
    publicUrl: config.publicUrl,
    workspaceChanged: news.changed,
    workspaceChanges: news.of,
    sessions: identity,
    operators: operators.operators,
    mailsOf: records.outbox.of,
    isOperatorStill: operators.operators.isAlive,
    people: peopleOf(identity),
    webhooks: webhook.inbox,
    billingDesk: billingDesk({ desk, billing: records.billing, catalogue }),
    authorizer: providers.github,
    isConnectable: (kind) => providers[kind] !== null,
    usageCrossed: usageTeller(() => engine, records, clock.now),
    certificateKey,
    cardForm: cardForm({ engine: () => engine, provider, stripe }),
    formSources: stripe.sandbox ? { scripts: [], connections: [stripe.sandbox.url], frames: [] } : stripeSources,
    sandbox: sandbox({
      mailbox: config.smtpUrl === null ? records.mailbox : null,
      stripe: stripe.sandbox,
      integrations: standIn,
      clock,
      engine,
      built,
    }),
    built,
    ready: async () => (await database.store.nextTimerAt(), true),
    metrics: figures.text,
    onRequestError: (error, method, route) => log.error({ method, route, error: forLog(error) }, 'A request failed.'),
  }
  const app = await buildApp(ports)
  const demoSite = { mailbox: config.smtpUrl === null, inspectable: !config.production }
  const demo = config.demoSite ? buildDemoSite(config.publicUrl, demoSite) : null
  return {
    config,
    app,
    demo,
    engine,
    clock,
    database,
    records,
    identity,
    operators: operators.operators,
    operatorLink: operators.link,
    stripe,
    integrations: standIn,
    async syncPrices() {
      await syncPrices(provider, await catalogue.read(), AbortSignal.timeout(SYNC_MS)).catch((error: unknown) =>
        // whoever sets up a card makes sure of the price again
        log.warn({ area: 'billing', error: forLog(error).message }, 'The prices could not be brought to Stripe.'),
      )
    },
    async close() {
      await Promise.all([app.close(), demo?.close()])
      await engine.stop()
      await audit.stop()
      await Promise.all([stripe.close(), place.close()])
      outside.mailer.close()
      records.workspaces.close()
      identity.close()
      operators.operators.close()
      await database.close()
    },
  }
}

/** The files people edit while the server runs. */
async function openEdited({ dataDir, demoPort }: Config, log: Logger) {
  const editing = { onProblem: (message: string) => log.error({ area: 'plans' }, message) }
  const catalogue = await openCatalogue({ path: join(dataDir, 'plans.json'), ...editing })
  const demoOrigin = `http://localhost:${demoPort}`
  const embeddingKeys = await openEmbeddingKeys({ path: join(dataDir, 'embedding-keys.json'), demoOrigin, ...editing })
  return { catalogue, embeddingKeys }
}
