/** The product's own HTTP server with everything on: tokens, validation, policy, views, rate limit, security headers. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flowMapRecorder } from '../server/compose/flow-map/recorder.ts'
import { openRecords } from '../server/compose/records.ts'
import { readConfig } from '../server/config.ts'
import { systemClock } from '../server/engine/clock.ts'
import { createEngine, type Engine } from '../server/engine/engine.ts'
import { sealer } from '../server/engine/seal.ts'
import { buildApp } from '../server/http/app.ts'
import { buildFolder } from '../server/http/assets.ts'
import type { HttpPorts } from '../server/http/ports.ts'
import type { Connection } from '../server/store/connection.ts'
import { openEmbedded } from '../server/store/sqlite/embedded.ts'
import { benchEvent, benchFlow } from './chart.ts'
import { loadFrom } from './http.ts'
import type { Measured } from './measure.ts'

const DAY_MS = 86_400_000

export interface Product {
  readonly port: number
  readonly records: Awaited<ReturnType<typeof openRecords>>
  readonly engine: Engine
  readonly write: Connection['write']
}

/** Runs `work` with the product listening, on a folder of its own. */
export async function withProduct<T>(work: (product: Product) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'))
  const config = readConfig({ DATA_DIR: folder, RATE_LIMIT: '100000000' })
  const db = openEmbedded(folder)
  const clock = systemClock()
  const seal = sealer(db.keys, config.secret, clock.now)
  const records = await openRecords({ config, connection: db.connection, seal, now: clock.now })
  const engine = createEngine({
    store: db.store,
    sealer: seal,
    clock,
    flows: [benchFlow],
    performers: {},
    recorders: [flowMapRecorder(records.flowMap)],
    secrets: { fields: () => ({}), exchange: async () => ({ writes: [] }) },
  })
  const app = await buildApp(portsOf({ ...records, config, engine, connection: db.connection, now: clock.now }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  try {
    const { port } = app.server.address() as AddressInfo
    return await work({ port, records, engine, write: db.connection.write })
  } finally {
    await app.close()
    await engine.stop()
    records.workspaces.close()
    await db.close()
    rmSync(folder, { recursive: true })
  }
}

export const productTrpc = (clients: number, seconds: number): Promise<Measured> =>
  withProduct(async ({ port, records, engine }) => {
    const issued = Array.from({ length: clients }, (_, client) =>
      records.tokens.issue({ purpose: 'flow', subject: `c${client}`, tenant: 'visitors', lifetimeMs: DAY_MS }),
    )
    await Promise.all(
      issued.map(({ write }, client) =>
        engine.start({ flow: 'bench', id: `c${client}`, tenant: 'visitors', input: {}, writes: [write] }),
      ),
    )
    const body = JSON.stringify({ id: 'c$c', eventId: '$c-$t', event: benchEvent })
    const tokens = issued.map(({ token }) => token)
    return loadFrom({ port, path: '/trpc/flow.send', clients, seconds, body, tokens, expect: '"accepted"' })
  })

type Given = Pick<HttpPorts, 'config' | 'engine' | 'connection' | 'now'> & Awaited<ReturnType<typeof openRecords>>

/** Nobody signs in and nothing is embedded under this load. */
const portsOf = (given: Given): HttpPorts => ({
  ...given,
  embeddingKey: async () => null,
  publicUrl: given.config.publicUrl,
  workspaceChanged: () => {},
  usageCrossed: async () => {},
  async *workspaceChanges() {},
  mailsOf: async () => [],
  isOperatorStill: async () => false,
  operators: {
    handler: async () => new Response(null, { status: 404 }),
    from: async () => null,
    any: async () => true,
    create: async () => false,
  },
  sessions: {
    handler: async () => new Response(null, { status: 404 }),
    from: async () => null,
    accountOf: async () => null,
    begin: async () => [],
    signOut: async () => [],
  },
  accountOf: async () => null,
  people: {
    rename: async () => {},
    checkPassword: async () => 'wrong',
    hashPassword: async () => '',
    sessionsOf: async () => [],
    endSession: async () => false,
    endOtherSessions: async () => {},
    isCutOff: async () => true,
    onSessionsEnded: () => () => {},
  },
  cardForm: async () => null,
  // flows of visitors are not in anybody's audit log
  auditor: {
    begin: async () => async () => {},
    refused: async () => {},
    list: async () => ({ entries: [], more: false }),
    verify: async () => ({ entries: 0, head: null, broken: null }),
  },
  billingDesk: { upcoming: async () => ({ known: true, invoice: null }), freePlan: async () => null },
  webhooks: null,
  authorizer: null,
  isConnectable: () => false,
  certificateKey: { jwk: {}, verify: () => false },
  formSources: { scripts: [], connections: [], frames: [] },
  sandbox: null,
  built: buildFolder,
  ready: async () => true,
  metrics: async () => '',
  onRequestError: (error) => console.error(error),
})
