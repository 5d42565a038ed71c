/**
 * The payment provider, from the effects' point of view: customers, card set-ups, prices and subscriptions, by our own
 * names.
 *
 * Every `create…` takes an identity, which goes out as the provider's idempotency key: asked twice, it makes one thing.
 * Because the provider forgets such keys (Stripe's may go after 24 hours), effects look for what is there before they make
 * anything. Failures are `EffectError`s: `payment.unreachable` may pass, `billing.refused` will not.
 */
import type { PaymentContext } from '../../../machines/payment/payment.types.ts'
import type { Interval, Money } from '../../../machines/vocabulary/plans.ts'
import type { ProblemCode } from '../../../machines/vocabulary/problems.ts'

export interface NewCustomer {
  readonly identity: string
  readonly tenant: string
  readonly email: string
  readonly name: string
  /** BCP 47. */
  readonly locale: string
}

export interface Customers {
  /** The tenant's customers, the oldest first. There is one, unless the provider did something twice. */
  customersOf(email: string, tenant: string, signal: AbortSignal): Promise<string[]>
  createCustomer(customer: NewCustomer, signal: AbortSignal): Promise<string>
  /** One that paid for something stays, because its invoices have to; any other is deleted. Gone already is fine. */
  forgetCustomer(id: string, signal: AbortSignal): Promise<void>
  /** Takes away what a customer could still be charged by: open invoices are not collected any more, cards are let go. */
  stopCollecting(id: string, signal: AbortSignal): Promise<void>
}

export interface Setup {
  readonly id: string
  readonly state: 'succeeded' | 'needs card' | 'needs action' | 'processing' | 'gone'
  readonly paymentMethodId: string | null
  readonly card: PaymentContext['card']
  /** Why the last try at it failed. */
  readonly problem: ProblemCode | null
}

export interface Setups {
  /** A set-up of that identity that can still be used, or null. */
  findSetup(customer: string, identity: string, signal: AbortSignal): Promise<Setup | null>
  createSetup(customer: string, identity: string, signal: AbortSignal): Promise<Setup>
  /** Null when the provider knows no such set-up. */
  setup(id: string, signal: AbortSignal): Promise<Setup | null>
  /** Cancels every set-up of the customer that is still open. */
  cancelSetups(customer: string, signal: AbortSignal): Promise<void>
  /** What lets a browser show the form of one set-up; null when it waits for no card. */
  setupSecret(id: string, signal: AbortSignal): Promise<string | null>
}

export interface Price {
  readonly id: string
  readonly interval: Interval
  readonly money: Money
}
/** A price as the catalogue has it, by its name at the provider. */
export interface WantedPrice {
  readonly plan: string
  readonly planName: string
  readonly lookupKey: string
  readonly interval: Interval
  readonly money: Money
}

export interface Prices {
  /** The price of that name, or null when it is not for sale. */
  price(lookupKey: string, signal: AbortSignal): Promise<Price | null>
  /** Makes the price, and the product it belongs to, unless they are there. */
  ensurePrice(wanted: WantedPrice, signal: AbortSignal): Promise<Price>
}

export interface Subscription {
  readonly id: string
  readonly state: 'active' | 'needs action' | 'declined' | 'processing' | 'gone'
  /** The identity it was made under. */
  readonly identity: string
  readonly problem: ProblemCode | null
}
export interface NewSubscription {
  readonly identity: string
  readonly tenant: string
  readonly customer: string
  readonly price: string
  readonly seats: number
  readonly paymentMethod: string
}

export interface Subscriptions {
  /** Every subscription the tenant has or had, the oldest first. */
  subscriptionsOf(customer: string, tenant: string, signal: AbortSignal): Promise<Subscription[]>
  createSubscription(subscription: NewSubscription, signal: AbortSignal): Promise<Subscription>
  subscription(id: string, signal: AbortSignal): Promise<Subscription | null>
  /**
   * Ends it at once and gives back what was paid for it; answers with that amount, or null when nothing was paid. One
   * that is over stays over, and what was given back is not given again.
   */
  endSubscription(id: string, signal: AbortSignal): Promise<Money | null>
  /**
   * Lets it end with what is paid for, or takes that back. Answers with the end of the period in milliseconds since 1970,
   * null for one that is over.
   */
  endAtPeriodEnd(id: string, ends: boolean, signal: AbortSignal): Promise<number | null>
  /** Ends it at once, and gives nothing back. One that is over stays over. */
  stopSubscription(id: string, signal: AbortSignal): Promise<void>
  /** What lets a browser ask the person for the bank; null when the first charge waits for nobody. */
  actionSecret(id: string, signal: AbortSignal): Promise<string | null>
}

export interface Provider extends Customers, Setups, Prices, Subscriptions {}
