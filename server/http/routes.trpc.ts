/** The API under `/trpc`: who asks is worked out here, and only what a page of ours would send gets in. */
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../api/caller.ts'
import { callerOfLeave } from '../api/leave-as.ts'
import { type AppRouter, appRouter } from '../api/router.ts'
import { fromOf } from './client-address.ts'
import type { HttpPorts } from './ports.ts'
import { bearerOf } from './api-key-access.ts'
import { headersOf } from './web-request.ts'

export async function trpcRoutes(app: FastifyInstance, ports: HttpPorts): Promise<void> {
  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    // a client that batches may, one call at a time: every call is one request and counts against the limits
    maxBatchSize: 1,
    createContext: async ({ req }) => ({ caller: await callerOf(ports, req), from: fromOf(req), ports }),
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') ports.onRequestError(error.cause ?? error, 'trpc', path ?? '')
    },
  }
  await app.register(async (api) => {
    api.addHook('onRequest', refuseOddities)
    await api.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions })
  })
}

/** tRPC would take any method and forms with files too, which another site's page can send without asking us first. */
async function refuseOddities({ method, headers }: FastifyRequest, reply: FastifyReply) {
  if (method === 'GET' || method === 'HEAD') return
  if (method !== 'POST') return reply.status(405).header('allow', 'GET, HEAD, POST').send(refusal('method.refused'))
  if (!headers['content-type']?.startsWith('application/json')) return reply.status(415).send(refusal('type.refused'))
}

const refusal = (code: string) => ({ error: { code, message: 'Send a GET, or a POST of application/json.' } })

/** An operator's cookie counts where only operators are let in, and nobody else's counts there. */
async function callerOf(ports: HttpPorts, request: FastifyRequest): Promise<Caller> {
  if (!request.url.startsWith('/trpc/operator.')) return personOf(ports, request)
  const operator = await ports.operators.from(headersOf(request))
  return operator ? { kind: 'operator', ...operator } : { kind: 'nobody' }
}

/** A flow token speaks for one flow; without one, the session's cookie says who it is. */
async function personOf(ports: HttpPorts, request: FastifyRequest): Promise<Caller> {
  const { tokens, sessions } = ports
  const token = bearerOf(request.headers.authorization)
  if (token !== null) {
    const found = await tokens.find('flow', token)
    return found ? { kind: 'visitor', flow: found.subject } : callerOfLeave(ports, token)
  }
  if (!request.headers.cookie) return { kind: 'nobody' }
  const session = await sessions.from(headersOf(request))
  if (!session) return { kind: 'nobody' }
  const { userId, email, name, sessionId } = session
  return { kind: 'member', userId, email, name, sessionId }
}
