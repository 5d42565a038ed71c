/** The HTTP server: pages, the API, signing in. It answers; the engine works. */
import { readForms } from './formbody.ts'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { join } from 'node:path'
import { clientAddress } from './client-address.ts'
import { sendHtml } from './headers.ts'
import { startPage } from './pages/start.ts'
import type { HttpPorts } from './ports.ts'
import { apiV1Routes } from './routes.api-v1.ts'
import { assetRoutes } from './routes.assets.ts'
import { certificateRoutes } from './routes.certificates.ts'
import { exportRoutes } from './routes.exports.ts'
import { flowInspectorRoutes } from './routes.flow-inspector.ts'
import { flowRoutes } from './routes.flow.ts'
import { healthRoutes } from './routes.health.ts'
import { notFoundPage, problemPage } from './pages/problem.ts'
import { integrationRoutes } from './routes.integration.ts'
import { inspectRoutes } from './routes.inspect.ts'
import { invitationRoutes } from './routes.invitation.ts'
import { operatorRoutes } from './routes.operator.ts'
import { portalRoutes } from './routes.portal.ts'
import { sandboxRoutes } from './routes.sandbox.ts'
import { usageRoutes } from './routes.usage.ts'
import { trpcRoutes } from './routes.trpc.ts'
import { unsubscribeRoutes } from './routes.unsubscribe.ts'
import { webhookRoutes } from './routes.webhooks.ts'
import { sendWebResponse, toWebRequest } from './web-request.ts'

/** The largest thing anybody has to send us is a form. */
const BODY_LIMIT = 64 * 1024

export async function buildApp(ports: HttpPorts): Promise<FastifyInstance> {
  const { config, built } = ports
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 5000 },
  })
  // each HTML answer brings its own policy (see headers.ts): one for all would have to fit the frame too
  await app.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // with `no-referrer` a posted form of our own would come without its origin, which the hand-over asks for
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, {
    max: config.rateLimit,
    timeWindow: '1 minute',
    keyGenerator: clientAddress,
    allowList: isStatic,
  })
  // before any plug-in: each takes over the handler it finds, and Fastify's own would tell what went wrong inside
  answerTrouble(app, ports)
  readForms(app)
  assetRoutes(app, built)
  await app.register(fastifyStatic, {
    // names hold their content's hash, so the two never meet
    root: [join(built, 'frame', 'assets'), join(built, 'leaving', 'assets')],
    prefix: '/embed/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: '1y',
  })
  app.get('/', (_, reply) =>
    sendHtml(
      reply,
      startPage({
        publicUrl: ports.publicUrl,
        demoUrl: `http://localhost:${config.demoPort}/`,
        mailbox: Boolean(ports.sandbox?.mailbox),
        stripe: Boolean(ports.sandbox?.stripe),
        integrations: Boolean(ports.sandbox?.integrations),
      }),
    ),
  )
  await trpcRoutes(app, ports)
  if (ports.webhooks) await webhookRoutes(app, ports.webhooks)
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) =>
      sendWebResponse(reply, await ports.sessions.handler(toWebRequest(request, ports.publicUrl))),
  })
  flowRoutes(app, ports)
  if (!config.production) await flowInspectorRoutes(app, built)
  invitationRoutes(app, ports)
  integrationRoutes(app, ports)
  unsubscribeRoutes(app, ports)
  portalRoutes(app, built, ports.formSources)
  await inspectRoutes(app, ports)
  operatorRoutes(app, ports)
  exportRoutes(app, ports)
  certificateRoutes(app, ports)
  apiV1Routes(app, ports)
  await usageRoutes(app, ports)
  healthRoutes(app, ports)
  if (ports.sandbox) sandboxRoutes(app, ports.sandbox)
  return app
}

const isStatic = ({ url }: FastifyRequest) => /^\/(assets|embed\/assets|portal\/assets|healthz|readyz)/.test(url)

/** All that is said of a failure of ours: its code and its words are for the log. */
const ours = { code: 'failed', message: 'Something went wrong on our side. It has been recorded.' }

function answerTrouble(app: FastifyInstance, ports: HttpPorts) {
  const wantsHtml = ({ headers }: FastifyRequest) => headers.accept?.includes('text/html') ?? false
  // a limit of its own, because whoever tries addresses asks for nothing that is there
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    wantsHtml(request)
      ? sendHtml(reply.status(404), notFoundPage())
      : reply.status(404).send({ error: { code: 'absent', message: 'There is nothing at this address.' } }),
  )
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) ports.onRequestError(error, request.method, request.routeOptions.url ?? request.url)
    const problem = status >= 500 ? ours : { code: error.code ?? 'failed', message: error.message }
    if (wantsHtml(request)) return sendHtml(reply.status(status), problemPage(status, problem.message))
    return reply.status(status).send({ error: status === 429 ? { ...problem, code: 'rate.limited' } : problem })
  })
}
