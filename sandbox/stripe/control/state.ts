/** Everything the sandbox holds, as JSON: for tests, for the product's sandbox page, for people who wonder. */
import type Stripe from 'stripe'
import type { Account } from '../account/account.ts'
import type { Timer } from '../account/clock.ts'
import { copyOf } from '../account/copy.ts'
import type { Attempt } from '../webhooks/deliveries.ts'
import type { Logged } from '../wire/exchange.ts'
import type { WaitingFault } from './faults.ts'

/** Lists are in the order things were made. */
export interface SandboxState {
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly now: number
  readonly customers: readonly Stripe.Customer[]
  readonly products: readonly Stripe.Product[]
  readonly prices: readonly Stripe.Price[]
  readonly payment_methods: readonly Stripe.PaymentMethod[]
  readonly setup_intents: readonly Stripe.SetupIntent[]
  readonly payment_intents: readonly Stripe.PaymentIntent[]
  readonly charges: readonly Stripe.Charge[]
  readonly refunds: readonly Stripe.Refund[]
  readonly subscriptions: readonly Stripe.Subscription[]
  readonly invoices: readonly Stripe.Invoice[]
  readonly invoiceitems: readonly Stripe.InvoiceItem[]
  readonly events: readonly Stripe.EventBase[]
  readonly meter_events: readonly Stripe.Billing.MeterEvent[]
  readonly timers: readonly Timer[]
  readonly faults: readonly WaitingFault[]
  /** The last calls of the API, oldest first. */
  readonly calls: readonly Logged[]
  /** The last attempts to deliver webhooks, oldest first. */
  readonly deliveries: readonly Attempt[]
}

/** A copy: changing it changes nothing, and decimals are strings as they are on the wire. */
export const stateOf = (account: Account, more: Pick<SandboxState, 'faults' | 'calls' | 'deliveries'>): SandboxState =>
  copyOf({
    now: account.clock.now(),
    customers: account.customers.oldestFirst(),
    products: account.products.oldestFirst(),
    prices: account.prices.oldestFirst(),
    payment_methods: account.paymentMethods.oldestFirst(),
    setup_intents: account.setupIntents.oldestFirst(),
    payment_intents: account.paymentIntents.oldestFirst(),
    charges: account.charges.oldestFirst(),
    refunds: account.refunds.oldestFirst(),
    subscriptions: account.subscriptions.oldestFirst(),
    invoices: account.invoices.oldestFirst(),
    invoiceitems: account.invoiceItems.oldestFirst(),
    events: account.events.oldestFirst(),
    meter_events: account.meterEvents,
    timers: account.clock.timers(),
    ...more,
  })
