/** The workspace's own API, as far as it is Tenure's: a ping that proves a key and counts as a request. */
import type { FastifyInstance } from 'fastify'
import { refusalOf, refusalText } from '../api/access.ts'
import { Refusal } from '../records/refusal.ts'
import type { HttpPorts } from './ports.ts'

export function apiV1Routes(app: FastifyInstance, ports: HttpPorts): void {
  const { apiKeys, workspaces, now, workspaceChanged } = ports
  app.get('/v1/ping', async (request, reply) => {
    const key = bearerOf(request.headers.authorization)
    const owner = key === null ? null : await apiKeys.authenticate(key)
    if (!owner)
      return reply
        .status(401)
        .send(
          problem(
            'key.unknown',
            'This key opens nothing. Send "Authorization: Bearer tn_live_…" with the key from your workspace.',
          ),
        )
    const closed = await refusalOf(ports, owner.tenant, 'apiKey.use')
    // 402 where money opens it again
    if (closed) return reply.status(closed === 'account.unpaid' ? 402 : 403).send(problem(closed, refusalText[closed]))
    try {
      const used = await workspaces.countRequest(owner.tenant, now())
      workspaceChanged(owner.tenant)
      return { ok: true, requestsThisMonth: used }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply
        .status(429)
        .send(
          problem(
            error.code,
            'Your plan’s requests for this month are used up. They start anew on the first; a larger plan has more.',
          ),
        )
    }
  })
}

const problem = (code: string, message: string) => ({ error: { code, message } })

export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([\w.~+/=-]{1,200})$/.exec(authorization ?? '')?.[1] ?? null
}
