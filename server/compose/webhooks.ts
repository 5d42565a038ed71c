/**
 * The webhook inbox, wired: what the HTTP side hands events to, and the bodies of the chart `webhook`.
 *
 * The engine is asked for late, because it is made of the bodies.
 */
import type { Stripe } from 'stripe'
import type { WebhookInput } from '../../machines/webhook/webhook.types.ts'
import type { Engine } from '../engine/engine.ts'
import type { WebhookInbox } from '../http/routes.webhooks.ts'
import { applyEvent } from '../services/billing/apply-event.ts'
import { signedEvents } from '../services/billing/stripe/signature.ts'
import { stripeMirror } from '../services/billing/stripe/mirror.ts'
import type { PostParts } from '../services/notification/post.ts'
import { sendReceipt } from '../services/notification/send-receipt.ts'
import { accountTeller } from './account.ts'
import type { Metrics } from './metrics.ts'
import type { Records } from './records.ts'

export interface WebhookParts {
  readonly stripe: Stripe
  readonly secrets: readonly string[]
  /** Whether the key of `stripe` is a live one. */
  readonly livemode: boolean
  readonly records: Pick<Records, 'billing' | 'closedTenants' | 'notices' | 'tenants'>
  readonly mails: PostParts & { readonly publicUrl: string }
  readonly engine: () => Pick<Engine, 'start' | 'send' | 'view'>
  readonly figures: Pick<Metrics, 'webhook'>
}

/** Throws when a secret is missing or empty. */
export function webhooks({ stripe, secrets, livemode, records, mails, engine, figures }: WebhookParts) {
  const { billing, closedTenants, notices, tenants } = records
  const mirror = stripeMirror(stripe)
  const inbox: WebhookInbox = {
    read: signedEvents({ secrets, livemode }),
    store: (event) => engine().start(entryOf(event)),
    count: figures.webhook,
  }
  const bodies = {
    applyEvent: applyEvent({
      mirror,
      billing,
      isClosed: closedTenants.isClosed,
      tellPayment: both(paymentTeller(engine), accountTeller(engine)),
    }),
    sendReceipt: sendReceipt({ ...mails, notices, tenants, invoice: mirror.invoice }),
  }
  return { inbox, bodies }
}

type Teller = (tenant: string, eventId: string) => Promise<void>

/** Whoever of a tenant's actors waits for news of the provider. */
const both =
  (first: Teller, second: Teller): Teller =>
  async (tenant, eventId) => {
    await first(tenant, eventId)
    await second(tenant, eventId)
  }

/** The actor's id is the event's, and an actor is made once: that is what makes a repeat harmless. */
const entryOf = (event: WebhookInput) => ({
  flow: 'webhook',
  id: `whk_${event.eventId}`,
  tenant: 'webhooks',
  // it holds ids and words of the provider's, and nothing of a person: one key is enough for all of them
  keyId: 'webhooks',
  input: event,
})

/** A payment runs inside the sign-up that makes the tenant, whose names differ in their first letters only. */
const signUpOf = (tenant: string) => tenant.replace(/^ten_/, 'onb_')

/** One that is over, or was never begun, needs to hear nothing. */
function paymentTeller(engine: () => Pick<Engine, 'send' | 'view'>) {
  return async (tenant: string, eventId: string): Promise<void> => {
    const signUp = await engine().view(signUpOf(tenant), 'system')
    const payment = signUp?.children.find(({ machine }) => machine === 'payment')
    if (!payment) return
    const event = { type: 'payment.changed' }
    const answer = await engine().send({ id: payment.id, event, eventId, caller: 'system' })
    // the effect is tried again, and with it this
    if (answer.status === 'conflict' && answer.reason === 'busy') throw new Error(`${payment.id} is busy.`)
  }
}
