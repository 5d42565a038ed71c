/** Pages that exist only while a peer is the sandbox. */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { textOf } from './fields.ts'
import { sendHtml } from './headers.ts'
import type { Sandbox } from './ports.ts'

const YEAR_MS = 366 * 86_400_000
const advanceSchema = z.strictObject({ advanceMs: z.number().int().min(0).max(YEAR_MS) })

export function sandboxRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { mailbox, stripe, integrations } = sandbox
  if (mailbox) {
    app.get('/sandbox/mailbox', async ({ query }, reply) =>
      sendHtml(reply, await mailbox.page(textOf(query, 'mail') ?? null)),
    )
    app.get('/sandbox/mailbox.json', ({ query }) => mailbox.json(textOf(query, 'to') ?? null))
  }
  if (stripe) {
    app.get('/sandbox/stripe', (_, reply) => sendHtml(reply, stripe.page()))
    app.get('/sandbox/stripe.js', (_, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(stripe.script),
    )
  }
  if (integrations) {
    app.get('/sandbox/integrations', (_, reply) => sendHtml(reply, integrations.page()))
    app.post('/sandbox/integrations', ({ body }, reply) => {
      integrations.act(textOf(body, 'act') ?? '', textOf(body, 'kind') ?? '')
      return reply.redirect('/sandbox/integrations', 303)
    })
  }
  app.post('/sandbox/clock', async ({ body }, reply) => {
    const parsed = advanceSchema.safeParse(body)
    if (!parsed.success) return reply.status(400).send({ error: 'Send { "advanceMs": 0 to 31622400000 }.' })
    sandbox.advance(parsed.data.advanceMs)
    return { advancedMs: parsed.data.advanceMs }
  })
}
