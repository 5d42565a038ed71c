/** What a payment set-up knows, hears and asks for. Amounts are in the currency's minor unit. */
import type { Interval, Money } from '../vocabulary/plans.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'

/** What is to be paid for. Prices come from our catalogue, never from a caller. */
export interface PaymentInput {
  /** Names the payment and everything made for it at the provider; another try of the same sign-up has another. */
  readonly paymentId: string
  readonly tenantId: string
  readonly email: string
  readonly name: string
  readonly company: string
  readonly locale: string
  readonly plan: string
  readonly planName: string
  readonly interval: Interval
  readonly seats: number
  /** Per seat and interval, as the person saw it. */
  readonly price: Money
  /** Names the price at the provider; it changes with the price. */
  readonly lookupKey: string
  /** Given for a tenant that is no newcomer: its customer at the provider, or null. What it paid before is not touched. */
  readonly knownCustomer?: string | null
}

export interface PaymentContext extends PaymentInput {
  /** Counts card forms opened; names the set-up, so two tabs share one. */
  readonly attempt: number
  readonly customerId: string | null
  readonly setupIntentId: string | null
  readonly subscriptionId: string | null
  /** The last four digits and the brand, for people. */
  readonly card: { readonly brand: string; readonly last4: string } | null
  /** The provider has said that the first invoice is paid. */
  readonly paid: boolean
  readonly problem: ProblemCode | null
}

export type PaymentEvent =
  /** The browser says that the card form is done. It grants nothing: we ask the provider. */
  | { type: 'card.submitted' }
  /** The provider says that something about this payment changed. */
  | { type: 'payment.changed' }
  | { type: 'payment.left' }
  | { type: 'payment.retried' }

export interface PaymentOutput {
  readonly result: 'paid' | 'left'
  readonly customerId: string | null
  readonly subscriptionId: string | null
  readonly card: PaymentContext['card']
  /** Why it was left, when that was not the person's own wish. */
  readonly problem: ProblemCode | null
}

/** Makes, or finds, the customer and the set-up a card form needs. */
export interface OpenSetup {
  input: Omit<PaymentInput, 'seats'> & { readonly attempt: number; readonly customerId: string | null }
  output: { readonly customerId: string; readonly setupIntentId: string }
}
/** What the provider says of the set-up. */
export interface ReadSetup {
  input: { readonly setupIntentId: string }
  output:
    | { readonly state: 'succeeded'; readonly paymentMethodId: string; readonly card: PaymentContext['card'] }
    | { readonly state: 'needs card'; readonly problem: ProblemCode | null }
    | { readonly state: 'needs action' }
    | { readonly state: 'processing' }
    | { readonly state: 'gone' }
}
/** Makes, or finds, the one subscription of the tenant. */
export interface Subscribe {
  input: Pick<
    PaymentInput,
    'paymentId' | 'tenantId' | 'plan' | 'planName' | 'interval' | 'seats' | 'price' | 'lookupKey'
  > & {
    readonly attempt: number
    readonly customerId: string
    readonly setupIntentId: string
  }
  output:
    | { readonly state: 'active'; readonly subscriptionId: string }
    | { readonly state: 'needs action'; readonly subscriptionId: string }
    | { readonly state: 'processing'; readonly subscriptionId: string }
    | { readonly state: 'declined'; readonly problem: ProblemCode }
}
/** What the provider says of the subscription. */
export interface ReadSubscription {
  input: { readonly subscriptionId: string }
  output: { readonly state: 'active' | 'needs action' | 'processing' | 'gone'; readonly problem: ProblemCode | null }
}
/** Takes back whatever this payment opened, whether or not we were told of it. */
export interface CloseSetup {
  input: Pick<PaymentInput, 'paymentId' | 'tenantId' | 'email'> & {
    readonly customerId: string | null
    /** The tenant may have paid for something before: nothing but this payment's own is taken back. */
    readonly ownOnly?: boolean
  }
  output: { readonly closed: true }
}
