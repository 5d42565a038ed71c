/** What the replacement of a card knows, hears and asks for. */
import type { ReadSetup } from '../payment/payment.types.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'

export interface CardInput {
  readonly cardId: string
  readonly tenantId: string
}

export interface CardContext extends CardInput {
  /** Counts card forms opened; names the set-up, so two tabs share one. */
  readonly attempt: number
  readonly setupIntentId: string | null
  /** The last four digits and the brand, for people. */
  readonly card: { readonly brand: string; readonly last4: string } | null
  readonly problem: ProblemCode | null
}

export type CardEvent =
  /** The browser says that the card form is done. It grants nothing: we ask the provider. */
  { type: 'card.submitted' } | { type: 'card.left' } | { type: 'card.retried' }

/** Makes, or finds, the set-up a card form needs. */
export interface OpenCard {
  input: CardInput & { readonly attempt: number }
  output: { readonly setupIntentId: string }
}
export type ReadCard = ReadSetup

/** Pays what is open with the new card, and makes it the one that is charged from now on. */
export interface AdoptCard {
  input: CardInput & { readonly setupIntentId: string }
  output:
    | { readonly state: 'adopted' }
    /** The bank refused to pay what is open with it; the card before stays. */
    | { readonly state: 'refused'; readonly problem: ProblemCode }
}

/** Takes back card forms nobody finished. */
export interface CloseCard {
  input: CardInput
  output: { readonly closed: true }
}
