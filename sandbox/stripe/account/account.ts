/**
 * One Stripe account in test mode: everything it holds, its clock, and the events it tells of.
 *
 * Objects are the SDK's own types, so a missing field does not compile. They are changed only through `change`, which
 * notes what an `*.updated` event has to say and what the search index will learn later.
 */
import type Stripe from 'stripe'
import type { Behaviour } from '../objects/cards.ts'
import { Clock } from './clock.ts'
import { Collection, type Kept } from './collection.ts'
import { copyOf, differences } from './copy.ts'
import { idsFrom, type NextId } from './ids.ts'
import { SearchIndex } from './search-index.ts'

/** The version of the API whose shapes the objects have. */
export const API_VERSION = '2026-10-28.endive'

export interface AccountOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly seed: string
  /** How long search stays behind, in milliseconds of the sandbox's clock. */
  readonly searchLagMs: number
  /** What becomes of a subscription when the last retry failed. A setting of the real dashboard. */
  readonly whenRetriesFail: 'cancel' | 'unpaid' | 'past_due'
  /** The sandbox's own address, for links to pages it serves. Asked late: a port may be given by the system. */
  readonly url: () => string
}

/**
 * How one object's move moves others, upwards: a payment moves its invoice, an invoice its subscription. Handed in, so
 * that no object's file has to know who stands above it.
 */
export interface Reactions {
  /** A payment intent succeeded, failed, asks for authentication or was canceled. */
  intentMoved(account: Account, intent: Stripe.PaymentIntent): void
  /** An invoice was paid, could not be paid, was voided or given up. */
  invoiceMoved(account: Account, invoice: Stripe.Invoice): void
  /** A card was saved. */
  setupSucceeded(account: Account, intent: Stripe.SetupIntent): void
}

/** Who caused the events of this moment: a request, or nobody when time did. */
type Cause = Stripe.Event.Request | null

export class Account {
  readonly clock: Clock
  readonly id: NextId
  readonly options: AccountOptions

  readonly customers = new Collection<Stripe.Customer>('customer')
  readonly deletedCustomers = new Collection<Stripe.DeletedCustomer>('customer')
  readonly products = new Collection<Stripe.Product>('product')
  readonly prices = new Collection<Stripe.Price>('price')
  readonly paymentMethods = new Collection<Stripe.PaymentMethod>('PaymentMethod')
  readonly setupIntents = new Collection<Stripe.SetupIntent>('setupintent')
  readonly setupAttempts = new Collection<Stripe.SetupAttempt>('setup_attempt')
  readonly paymentIntents = new Collection<Stripe.PaymentIntent>('payment_intent')
  readonly charges = new Collection<Stripe.Charge>('charge')
  readonly refunds = new Collection<Stripe.Refund>('refund')
  readonly subscriptions = new Collection<Stripe.Subscription>('subscription')
  readonly invoices = new Collection<Stripe.Invoice>('invoice')
  readonly invoiceItems = new Collection<Stripe.InvoiceItem>('invoiceitem')
  readonly invoicePayments = new Collection<Stripe.InvoicePayment>('invoice_payment')
  readonly events = new Collection<Stripe.EventBase>('event')
  readonly meterEvents: Stripe.Billing.MeterEvent[] = []

  /** How each payment method's card behaves. Kept apart, because Stripe's object does not say it. */
  readonly behaviours = new Map<string, Behaviour>()
  /** Payment methods whose later payments were authenticated while saving them. */
  readonly setUp = new Set<string>()
  /** Payment methods that were detached: no customer can have them again. */
  readonly detached = new Set<string>()
  readonly search: SearchIndex

  reactions: Reactions = { intentMoved: () => {}, invoiceMoved: () => {}, setupSucceeded: () => {} }
  /** Told every event as it is made, in order. */
  onEvent: (event: Stripe.EventBase) => void = () => {}
  cause: Cause = null

  constructor(options: AccountOptions) {
    this.options = options
    this.clock = new Clock(options.now)
    this.id = idsFrom(options.seed)
    this.search = new SearchIndex(() => this.clock.now(), options.searchLagMs)
  }

  /** Keeps a new object and tells of it, unless `type` is null. */
  keep<T extends Kept, U extends T>(collection: Collection<T>, item: U, type: Stripe.Event.Type | null): U {
    collection.add(item)
    this.search.note(item)
    if (type) this.tell(type, item)
    return item
  }

  /** Changes an object. Tells of it, with what stood there before, when something is different afterwards. */
  change<T extends Kept>(item: T, type: Stripe.Event.Type | null, patch: Partial<T>): T {
    const before = copyOf(item)
    Object.assign(item, patch)
    this.search.note(item)
    const previous = differences(before, item)
    if (type && Object.keys(previous).length > 0) this.tell(type, item, previous)
    return item
  }

  /** Makes an event. Its object is a copy: later changes do not rewrite history. */
  tell(type: Stripe.Event.Type, item: Kept, previous?: Record<string, unknown>): void {
    const event: Stripe.EventBase = {
      id: this.id('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.clock.seconds(),
      data: { object: copyOf(item), ...(previous && { previous_attributes: previous }) },
      livemode: false,
      pending_webhooks: 0,
      request: this.cause ?? { id: null, idempotency_key: null },
      type,
    }
    this.events.add(event)
    this.onEvent(event)
  }

  collections(): Collection<Kept>[] {
    return Object.values(this).filter((value): value is Collection<Kept> => value instanceof Collection)
  }
}
