/**
 * Events of the payment provider. Verified, stored, acknowledged, in this order; what they mean is found out later, by an
 * actor of the chart `webhook`. A repeat is acknowledged like the first; whoever forges one learns nothing but `400`.
 */
import type { FastifyInstance } from 'fastify'
import { type WebhookInput, isHandled } from '../../machines/webhook/webhook.types.ts'
import { clientAddress } from './client-address.ts'

/** An event carries its whole object; the largest are invoices with many lines. */
const BODY_LIMIT = 512 * 1024
/** From one address in a minute. The provider sends again later what is refused. */
const MOST_PER_MINUTE = 12_000

export interface WebhookInbox {
  /** What was sent, or null when it must not be acted upon. */
  read(body: Buffer, signature: string | undefined): WebhookInput | null
  /** Resolves once the event is on disk. One that is there already stays as it is. */
  store(event: WebhookInput): Promise<void>
  /** Counts, for whoever keeps the server running. */
  count(outcome: 'stored' | 'ignored' | 'refused', type: string): void
  /** Per minute and address; the default is far above what the provider sends. */
  readonly most?: number
}

const refused = { error: { code: 'webhook.refused', message: 'This is not an event we take.' } }

export async function webhookRoutes(app: FastifyInstance, inbox: WebhookInbox): Promise<void> {
  const { read, store, count, most = MOST_PER_MINUTE } = inbox
  // a scope of its own: everywhere else a body is parsed, here its very bytes are signed
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) => {
      done(null, body)
    })
    // a limit of its own: events must not be turned away because of visitors, nor visitors because of events
    const rateLimit = { max: most, timeWindow: '1 minute', keyGenerator: clientAddress }
    const options = { bodyLimit: BODY_LIMIT, config: { rateLimit } }
    scope.post('/webhooks/stripe', options, async (request, reply) => {
      const signature = request.headers['stripe-signature']
      const event = Buffer.isBuffer(request.body)
        ? read(request.body, Array.isArray(signature) ? undefined : signature)
        : null
      if (!event) {
        count('refused', 'unknown')
        return reply.status(400).send(refused)
      }
      await store(event)
      count(isHandled(event) ? 'stored' : 'ignored', event.type)
      return { received: true }
    })
  })
}
