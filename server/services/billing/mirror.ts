/**
 * What the provider says when it is asked how things stand, in our own words. Each method reads anew; none believes an
 * event. Null: there is no such thing any more. Failures are `EffectError`s: `payment.unreachable` may pass,
 * `billing.refused` will not.
 */
import type { BilledInvoice, BilledSubscription, Card } from '../../records/billing/billing.ts'

/** A subscription as it stands, before it is known whose it is. */
export type SubscriptionNow = Omit<BilledSubscription, 'tenant'>

export interface InvoiceNow extends Omit<BilledInvoice, 'tenant'> {
  readonly customer: string
  /** Really taken, in minor units; more than 0 for an invoice that deserves a receipt. */
  readonly paidMinor: number
  readonly seats: number
  /** What is paid for, in milliseconds since 1970. */
  readonly period: { readonly fromMs: number; readonly toMs: number } | null
  /** The card that was charged. */
  readonly card: Card | null
}

/** Things that belong to a customer and of which we keep nothing ourselves. */
export const ownedKinds = ['customer', 'setup_intent', 'payment_intent', 'payment_method'] as const
export type OwnedKind = (typeof ownedKinds)[number]

/** Whose something is. `customer`: null when it is nobody's. */
export interface Owned {
  readonly customer: string | null
}

export interface Mirror {
  subscription(id: string, signal: AbortSignal): Promise<SubscriptionNow | null>
  invoice(id: string, signal: AbortSignal): Promise<InvoiceNow | null>
  owned(kind: OwnedKind, id: string, signal: AbortSignal): Promise<Owned | null>
  /** Whose a charge is, and the invoices it paid for. */
  charge(id: string, signal: AbortSignal): Promise<(Owned & { readonly invoices: readonly string[] }) | null>
  /** The customer's subscriptions that are not over. */
  subscriptionsOf(customer: string, signal: AbortSignal): Promise<string[]>
}
