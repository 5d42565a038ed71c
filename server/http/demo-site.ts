/** The demo product site, on a listener of its own: `localhost`, which is another site than `127.0.0.1`. */
import Fastify, { type FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { DEFAULT_EMBEDDING_KEY, DEFAULT_LEAVING_KEY } from '../../machines/vocabulary/embedding.ts'
import { interPath } from './assets.ts'
import { demoPolicy, sendHtml } from './headers.ts'
import { demoLeavePage, demoPage } from './pages/demo.ts'

export interface DemoSite {
  /** An embedding key whose origins include this site's. */
  readonly key?: string
  /** Another, for those who leave. */
  readonly leavingKey?: string
  /** Whether mails are kept in the sandbox mailbox. */
  readonly mailbox?: boolean
  /** Whether it links to a sign-up that offers the inspector. */
  readonly inspectable?: boolean
}

export function buildDemoSite(
  publicUrl: string,
  { key = DEFAULT_EMBEDDING_KEY, leavingKey = DEFAULT_LEAVING_KEY, mailbox = true, inspectable = false }: DemoSite = {},
): FastifyInstance {
  const app = Fastify({ logger: false, forceCloseConnections: true })
  app.get('/', (_, reply) => sendHtml(reply, demoPage({ publicUrl, key, mailbox, inspectable }), demoPolicy(publicUrl)))
  const leaving = demoLeavePage({ publicUrl, key: leavingKey, mailbox })
  app.get('/leave', (_, reply) => sendHtml(reply, leaving, demoPolicy(publicUrl)))
  const inter = readFileSync(interPath)
  app.get('/inter.woff2', (_, reply) => reply.header('content-type', 'font/woff2').send(inter))
  return app
}
