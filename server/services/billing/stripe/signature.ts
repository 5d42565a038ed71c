/**
 * Tells whether a request is an event of our own Stripe account, and what of it we keep: ids and types, nothing else.
 *
 * Source: Stripe docs, "Receive Stripe events in your webhook endpoint" (signatures, replay attacks, rolling secrets).
 */
import { Stripe } from 'stripe'
import * as z from 'zod'
import type { WebhookInput } from '../../../../machines/webhook/webhook.types.ts'

/** A signature is good for this long; whoever records a request cannot send it again later. */
const TOLERANCE_S = 300

const word = z.string().regex(/^\w{1,200}$/)
const envelope = z.object({
  object: z.literal('event'),
  id: z.string().regex(/^evt_\w{1,200}$/),
  type: z.string().regex(/^[\w.]{1,100}$/),
  created: z.int(),
  livemode: z.boolean(),
  api_version: z.string().max(60).nullish(),
  // a thing that does not exist yet, as in `invoice.upcoming`, has no id
  data: z.object({ object: z.object({ object: z.string().regex(/^[\w.]{1,100}$/), id: word.nullish() }) }),
})

export interface SignatureParts {
  /** Two while one is being rolled. */
  readonly secrets: readonly string[]
  /** Whether our key is a live one: test events prove nothing there, and live ones mean nothing here. */
  readonly livemode: boolean
}

/** What was sent, or null for everything that must not be acted upon; it is not said why, not even here. */
export type ReadEvent = (body: Buffer, signature: string | undefined) => WebhookInput | null

/** Throws without a secret, or with an empty one: that must never come to mean "no check". */
export function signedEvents({ secrets, livemode }: SignatureParts): ReadEvent {
  if (secrets.length === 0 || secrets.some((secret) => secret.trim() === ''))
    throw new Error('A webhook secret is missing or empty. Without one, anybody could say what was paid.')
  return (body, signature) => {
    if (!signature || !secrets.some((secret) => isSigned(body, signature, secret))) return null
    const event = envelope.safeParse(parsed(body)).data
    return event && event.livemode === livemode ? toInput(event) : null
  }
}

/** Compares in constant time; its clock is the real one, because Stripe's is. */
function isSigned(body: Buffer, signature: string, secret: string): boolean {
  try {
    Stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE_S)
    return true
  } catch {
    return false
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

const toInput = ({ id, type, created, livemode, api_version, data }: z.output<typeof envelope>): WebhookInput => ({
  eventId: id,
  type,
  objectKind: data.object.object,
  objectId: data.object.id ?? null,
  livemode,
  createdAt: created * 1000,
  apiVersion: api_version ?? null,
})
