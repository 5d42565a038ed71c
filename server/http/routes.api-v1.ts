/**
 * The workspace's own API, as far as it is Tenure's: a ping that proves a key and counts as a request, and who holds which
 * licence, as the workspace itself has it, so that a product can ask whom it lets do what.
 */
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../records/refusal.ts'
import { counted, problem, tenantOf } from './api-key-access.ts'
import type { HttpPorts } from './ports.ts'

export function apiV1Routes(app: FastifyInstance, ports: HttpPorts): void {
  const { workspaces, now } = ports
  app.get('/v1/ping', async (request, reply) => {
    const tenant = await tenantOf(ports, request, reply)
    if (tenant === null) return reply
    try {
      const { value: used, open } = await workspaces.countRequest(tenant, now())
      await counted(ports, tenant, open, '/v1/ping')
      return { ok: true, requestsThisMonth: used }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // a process that died after the last count may have left what nobody was told of
      await counted(ports, tenant, true, '/v1/ping')
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
  app.get('/v1/licences', async (request, reply) => {
    const tenant = await tenantOf(ports, request, reply)
    return tenant === null ? reply : { licences: await workspaces.licences(tenant) }
  })
}
