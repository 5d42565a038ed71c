/** For whoever keeps it running: alive, ready, and in figures. */
import type { FastifyInstance } from 'fastify'
import type { HttpPorts } from './ports.ts'

export function healthRoutes(app: FastifyInstance, { ready, metrics }: HttpPorts): void {
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', async (_, reply) => ((await ready()) ? { ready: true } : reply.status(503).send({ ready: false })))
  app.get('/metrics', async (_, reply) =>
    reply.header('content-type', 'text/plain; version=0.0.4').send(await metrics()),
  )
}
