/**
 * The payment provider, from the effects' point of view: customers, card set-ups and subscriptions, by our own names.
 *
 * Every `create…` takes an identity, which goes out as the provider's idempotency key: asked twice, it makes one thing.
 * Because the provider forgets such keys (Stripe's may go after 24 hours), effects look for what is there before they make
 * anything. Failures are `EffectError`s: `payment.unreachable` may pass, `billing.refused` will not.
 */
import type { Interval, PaymentContext } from '../../../machines/payment/payment.types.ts'
import type { Money } from '../../../machines/vocabulary/plans.ts'
import type { ProblemCode } from '../../../machines/vocabulary/problems.ts'

export interface NewCustomer {
  readonly identity: string
  readonly tenant: string
  readonly email: string
  readonly name: string
  /** BCP 47. */
  readonly locale: string
}

export interface Setup {
  readonly id: string
  readonly state: 'succeeded' | 'needs card' | 'needs action' | 'processing' | 'gone'
  readonly paymentMethodId: string | null
  readonly card: PaymentContext['card']
  /** Why the last try at it failed. */
  readonly problem: ProblemCode | null
}

export interface Subscription {
  readonly id: string
  readonly state: 'active' | 'needs action' | 'declined' | 'processing' | 'gone'
  /** The identity it was made under. */
  readonly identity: string
  readonly problem: ProblemCode | null
}

export interface Price {
  readonly id: string
  readonly interval: Interval
  readonly money: Money
}

export interface NewSubscription {
  readonly identity: string
  readonly tenant: string
  readonly customer: string
  readonly price: string
  readonly seats: number
  readonly paymentMethod: string
}

export interface Provider {
  /** The tenant's customer, or null. */
  findCustomer(email: string, tenant: string, signal: AbortSignal): Promise<string | null>
  createCustomer(customer: NewCustomer, signal: AbortSignal): Promise<string>
  /** A set-up of that identity that can still be used, or null. */
  findSetup(customer: string, identity: string, signal: AbortSignal): Promise<Setup | null>
  createSetup(customer: string, identity: string, signal: AbortSignal): Promise<Setup>
  /** Null when the provider knows no such set-up. */
  setup(id: string, signal: AbortSignal): Promise<Setup | null>
  /** One that is used or cancelled already stays as it is. */
  cancelSetup(id: string, signal: AbortSignal): Promise<void>
  /** The price of that name, or null when it is not for sale. */
  price(lookupKey: string, signal: AbortSignal): Promise<Price | null>
  /** Every subscription of the tenant that is not over, the oldest first. */
  liveSubscriptions(customer: string, tenant: string, signal: AbortSignal): Promise<Subscription[]>
  createSubscription(subscription: NewSubscription, signal: AbortSignal): Promise<Subscription>
  subscription(id: string, signal: AbortSignal): Promise<Subscription | null>
  /** Ends it at once; what was paid for it is given back. One that is over stays over. */
  endSubscription(id: string, signal: AbortSignal): Promise<void>
}
