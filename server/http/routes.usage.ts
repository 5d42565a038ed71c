/**
 * Usage as a product reports it: `POST /v1/usage` takes records in, `GET /v1/usage` says how much of the limits is used. Both
 * are asked with the workspace's API key, which says whose use it is.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal } from '../records/refusal.ts'
import { monthOf } from '../records/workspaces/meter-days.ts'
import type { Counted, Recorded } from '../records/workspaces/workspaces.ts'
import { counted, problem, tenantOf } from './api-key-access.ts'
import type { HttpPorts } from './ports.ts'
import * as usage from './usage-body.ts'

const mismatch = 'This Idempotency-Key came with another body before. Send the same body again, or use a new key.'
const badKey = 'An Idempotency-Key is 1 to 100 visible characters, in quotes or bare.'
const tooLarge = `A call takes ${usage.BODY_BYTES / 1024} KB at most. Send fewer records in each.`

export async function usageRoutes(app: FastifyInstance, ports: HttpPorts): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _, reply) => {
      if (error.statusCode !== 413) throw error
      return reply.status(413).send(problem('body.tooLarge', tooLarge))
    })
    scope.post('/v1/usage', { bodyLimit: usage.BODY_BYTES }, async (request, reply) => {
      const tenant = await tenantOf(ports, request, reply)
      return tenant === null ? reply : take(ports, tenant, request, reply)
    })
    scope.get('/v1/usage', async (request, reply) => {
      const tenant = await tenantOf(ports, request, reply)
      if (tenant === null) return reply
      const query = usage.querySchema.safeParse(request.query)
      if (!query.success)
        return reply.status(400).send(problem('input.invalid', 'Ask for ?month=YYYY-MM, or for nothing: this month.'))
      const month = query.data.month ?? monthOf(ports.now())
      return { month, meters: await ports.workspaces.meters(tenant, month, ports.now()) }
    })
  })
}

interface Asked {
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

async function take(ports: HttpPorts, tenant: string, { body: given, headers }: Asked, reply: FastifyReply) {
  const body = usage.readBody(given)
  if ('wrong' in body) return reply.status(400).send(problem('input.invalid', body.wrong))
  const key = usage.callKeyOf(headers['idempotency-key'])
  if (key === undefined) return reply.status(400).send(problem('idempotency.invalid', badKey))
  const now = ports.now()
  const taken = await recordUnlessOther(ports, tenant, {
    records: body.records,
    call: usage.callOf(key, body.digest),
    now,
  })
  if (!taken) return reply.status(409).send(problem('idempotency.mismatch', mismatch))
  await counted(ports, tenant, taken.open, '/v1/usage')
  const answer = usage.answerOf(taken.value)
  if (answer.renews) reply.header('retry-after', usage.secondsToNextMonth(now))
  return reply.status(answer.status).send(answer.body)
}

/** Null when the call's key came with another body before. */
async function recordUnlessOther(
  { workspaces }: HttpPorts,
  tenant: string,
  batch: Parameters<HttpPorts['workspaces']['record']>[1],
): Promise<Counted<Recorded> | null> {
  try {
    return await workspaces.record(tenant, batch)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'idempotency.mismatch') return null
    throw error
  }
}
