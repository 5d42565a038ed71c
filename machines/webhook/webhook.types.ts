/** What an inbox entry knows, hears and asks for. Ids and types only: what the provider sent is never kept or believed. */

export interface WebhookInput {
  /** The provider's own, unique id. */
  readonly eventId: string
  /** The provider's word for what happened, e.g. `invoice.paid`. */
  readonly type: string
  /** What it is about: its kind in the provider's words, and its id where it has one. */
  readonly objectKind: string
  readonly objectId: string | null
  readonly livemode: boolean
  /** Milliseconds since 1970, by the provider's clock. */
  readonly createdAt: number
  readonly apiVersion: string | null
}

/** A paid invoice whose receipt this entry is responsible for. */
export interface DueReceipt {
  readonly invoiceId: string
  readonly tenantId: string
}

export interface WebhookContext extends WebhookInput {
  /** How often no tenant claimed the customer. */
  readonly claimsMissed: number
  /** How often the tenant had nobody to send the receipt to. */
  readonly ownersMissed: number
  readonly receipt: DueReceipt | null
  /** Why nothing came of it, or what it stands still for: a code. */
  readonly reason: string | null
}

export type WebhookEvent = { type: 'operator.retried' }

/** Reads the object anew at the provider and keeps how it stands. */
export interface ApplyEvent {
  input: Pick<WebhookInput, 'eventId' | 'type' | 'objectKind'> & { readonly objectId: string }
  output:
    | { readonly state: 'applied'; readonly receipt: DueReceipt | null }
    /** A state that was read later is kept already. */
    | { readonly state: 'superseded' }
    /** No tenant of ours has this customer, or not yet. */
    | { readonly state: 'unclaimed' }
    | { readonly state: 'ignored'; readonly reason: string }
}

/** Tells the owner what was paid, by mail and in the portal. */
export interface SendReceipt {
  input: DueReceipt
  output:
    | { readonly state: 'sent' }
    /** The tenant is not set up yet, so nobody owns it. */
    | { readonly state: 'no owner' }
    /** It was given back before anybody was told of it. */
    | { readonly state: 'not needed' }
}

/** What we keep, or act upon, by the provider's word for it. Everything else is ignored. */
const kinds: ReadonlySet<string> = new Set([
  'customer',
  'subscription',
  'invoice',
  'setup_intent',
  'payment_intent',
  'payment_method',
])

/**
 * Beginnings, in which there is nothing yet that we keep, and one word said twice: `invoice.paid` always comes with it.
 * Half of what comes during a sign-up is of this sort, and each would cost a read at the provider.
 */
const echoes: ReadonlySet<string> = new Set([
  'customer.created',
  'setup_intent.created',
  'payment_intent.created',
  'payment_method.attached',
  'invoice.created',
  'invoice.payment_succeeded',
])

/** Whether an event is about something we keep. An `invoice.upcoming` has no id: nothing exists yet. */
export const isHandled = ({ type, objectKind, objectId }: Pick<WebhookInput, 'type' | 'objectKind' | 'objectId'>) =>
  objectId !== null && !echoes.has(type) && (kinds.has(objectKind) || type === 'charge.refunded')
