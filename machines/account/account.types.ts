/** What an account knows, hears and asks for. Amounts in minor currency units, times in milliseconds since 1970. */
import type { PaymentInput } from '../payment/payment.types.ts'
import type { Interval, Limits, Money, WithLicences } from '../vocabulary/plans.ts'
import type { Crossing } from '../vocabulary/meters.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'

export interface AccountInput {
  /** The actor's own id. */
  readonly accountId: string
  readonly tenantId: string
}

/** What is open at the provider and was tried to collect. */
export interface Debt {
  /** The oldest such invoice: the one to pay first. */
  readonly invoiceId: string
  readonly number: string | null
  /** Of all of them together. */
  readonly owed: Money
  readonly invoices: number
  /** When the oldest was made. */
  readonly since: number
  readonly attempts: number
  /** When the provider tries again by itself; null when it does not. */
  readonly nextTryAt: number | null
  /** Why the last try failed, where the bank said so. */
  readonly problem: ProblemCode | null
  readonly card: { readonly brand: string; readonly last4: string } | null
  /** The invoice's page at the provider, where it can be paid once. */
  readonly payUrl: string | null
}

/** The one live subscription, as far as the account acts upon it. */
export interface LiveSubscription {
  readonly subscriptionId: string
  readonly periodEnd: number | null
  /** When it ends, if it was cancelled to a date. */
  readonly cancelAt: number | null
}

/** The five notices, in their order; each belongs to the step it stands for. */
export const dunningSteps = ['pastDue', 'grace', 'restricted', 'suspended', 'collectionsStopped'] as const
export type DunningStep = (typeof dunningSteps)[number]

export interface SentNotice {
  readonly step: DunningStep
  readonly at: number
}

/** A plan that is paid by card, as it is for sale now, and for whom. Prices come from our catalogue, never from a caller. */
export interface Offer extends Omit<PaymentInput, 'paymentId' | 'tenantId'>, WithLicences {
  readonly limits: Limits
  readonly catalogueVersion: string
}

export interface AccountContext extends AccountInput {
  /** Counts the times money was owed; names the notices, so each is sent once a time. */
  readonly episode: number
  readonly debt: Debt | null
  /** Of this episode, in their order. */
  readonly notices: readonly SentNotice[]
  readonly subscription: LiveSubscription | null
  /** Whether the workspace still has a plan that somebody has to pay for. */
  readonly planIsPaid: boolean
  /** How often a paid plan was asked for; names the payment. */
  readonly upgrades: number
  readonly interval: Interval
  readonly offer: Offer | null
  /** Shares of limits that were reached and nobody was told of yet, in their order. */
  readonly crossings: readonly Crossing[]
  /** Why the last thing a member asked for did not work. */
  readonly problem: ProblemCode | null
  /** An operator's own words, for operators. */
  readonly heldBecause: string | null
}

export type AccountEvent =
  /** The provider says that something of this tenant's money changed. It grants nothing: we ask the provider. */
  | { type: 'billing.changed' }
  | { type: 'upgrade.asked'; interval: Interval }
  /** A share of a limit is used up. */
  | { type: 'usage.crossed'; crossing: Crossing }
  | { type: 'downgrade.confirmed' }
  | { type: 'downgrade.undone' }
  | { type: 'leaving.began' }
  | { type: 'leaving.undone' }
  | { type: 'account.closed' }
  | { type: 'operator.held'; reason: string }
  | { type: 'operator.released' }
  | { type: 'operator.retried' }
  /** Between the regions: what was read is in the context now. */
  | { type: 'books.read' }
  /** Between the regions: the workspace falls to the plan that costs nothing, and has. */
  | { type: 'plan.ended' }
  | { type: 'plan.applied' }
  /** Between the regions: the first invoice of the new plan is paid. */
  | { type: 'plan.paid' }

/** Reads anew what is owed and what is subscribed to. */
export interface ReadBooks {
  input: AccountInput
  output: {
    readonly debt: Debt | null
    readonly subscription: LiveSubscription | null
    readonly planIsPaid: boolean
  }
}

/** Tells the people who pay, by mail and in the portal. */
export interface SendDunning {
  input: AccountInput & {
    readonly episode: number
    readonly step: DunningStep
    readonly debt: Debt
    /** How long until the next step after this notice is out; null for the last. */
    readonly nextStepMs: number | null
  }
  /** When it went out. */
  output: { readonly at: number }
}

/** Thanks for a debt that was settled. */
export interface SendRecovery {
  input: AccountInput & { readonly episode: number; readonly wasClosed: boolean }
  output: { readonly sent: true }
}

/** Ends the subscription at the provider; what is owed stays owed. */
export interface StopCollections {
  input: AccountInput
  output: { readonly stopped: true }
}

/** Lets a subscription end with its period, or go on. */
export interface SetPlanEnd {
  input: AccountInput & { readonly subscriptionId: string; readonly ends: boolean }
  output: { readonly cancelAt: number | null }
}

/** Gives the workspace name, seats, limits and licences of the plan it was paid for, or of the one that costs nothing. */
export interface ApplyPlan {
  /** `offer`: null for the plan that costs nothing. Nothing is deleted either way. */
  input: AccountInput & {
    readonly offer: Pick<Offer, 'plan' | 'planName' | 'seats' | 'limits' | 'licences' | 'catalogueVersion'> | null
  }
  /** `crossed`: shares of the new limits that are used already. */
  output: { readonly applied: true; readonly crossed: readonly Crossing[] }
}

/** Tells the people who see what is paid that a share of a limit is used, by mail and in the portal. */
export interface TellUsage {
  input: AccountInput & { readonly crossing: Crossing }
  output: { readonly told: true }
}

/** What a plan that is paid by card costs this workspace now. */
export interface ReadOffer {
  input: AccountInput & { readonly interval: Interval }
  output: Offer
}
