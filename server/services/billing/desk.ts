/**
 * What the account asks of the payment provider: what is owed and subscribed to, and the few things that change it. Each
 * method asks anew. Failures are `EffectError`s: `payment.unreachable` may pass, `billing.refused` will not. Amounts in
 * minor currency units, times in milliseconds since 1970.
 */
import type { Debt, LiveSubscription } from '../../../machines/account/account.types.ts'
import type { Money } from '../../../machines/vocabulary/plans.ts'
import type { ProblemCode } from '../../../machines/vocabulary/problems.ts'

/** The next invoice, as the provider would make it now. */
export interface Upcoming {
  readonly at: number | null
  readonly lines: readonly { readonly text: string; readonly amountMinor: number }[]
  readonly total: Money
}

export interface Desk {
  /** Invoices that were tried to collect and are open. The first invoice of a subscription that never began is none. */
  debtOf(customer: string, signal: AbortSignal): Promise<Debt | null>
  /** The newest subscription that is neither over nor still waiting for its first payment. */
  subscriptionOf(customer: string, signal: AbortSignal): Promise<LiveSubscription | null>
  /** Ends every live subscription at once. What is owed stays owed; nothing is given back. */
  endAll(customer: string, signal: AbortSignal): Promise<void>
  /** Lets a subscription end with its period, or go on. Answers with when it ends; one that is over stays over. */
  setEnd(subscription: string, ends: boolean, signal: AbortSignal): Promise<number | null>
  /** Null when nothing will be charged. */
  upcoming(customer: string, signal: AbortSignal): Promise<Upcoming | null>
  /** Tries to pay everything owed with a card. Null: it is paid. The identity makes a repeat the same try. */
  payOpen(
    customer: string,
    card: { method: string; identity: string },
    signal: AbortSignal,
  ): Promise<ProblemCode | null>
  /** The card every later charge is tried with. */
  setDefault(customer: string, method: string, signal: AbortSignal): Promise<void>
}
