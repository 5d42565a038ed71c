/** What an onboarding knows, hears and asks for. */
import type { Occupation } from '../vocabulary/people.ts'
import type { PaymentOutput } from '../payment/payment.types.ts'
import type { Interval, Limits, Money, OfferedPlan } from '../vocabulary/plans.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import type { ProvisioningOutput, RunStep } from '../provisioning/provisioning.types.ts'

/** Given by the server when a visitor starts; the caller chooses only `locale`. */
export interface OnboardingInput {
  readonly onboardingId: string
  /** The embedding key the widget was shown under; it decides which plans are offered. */
  readonly embeddingKey: string
  /** BCP 47, for mails. */
  readonly locale: string
}

export interface OnboardingContext extends OnboardingInput {
  readonly email: string
  /** Codes sent so far; names the token, so a repeated send is the same code. */
  readonly codesSent: number
  readonly triesLeft: number
  readonly verified: boolean
  readonly name: string
  readonly company: string
  readonly role: Occupation | null
  /** Where the hash of the chosen password waits until the account exists. */
  readonly passwordRef: string | null
  readonly plans: readonly OfferedPlan[]
  readonly catalogueVersion: string | null
  readonly plan: string | null
  readonly interval: Interval
  readonly limits: Limits | null
  /** Seats the workspace begins with. */
  readonly seats: number
  /** Payments begun so far; names each, so that a second try is never taken for the first. */
  readonly payments: number
  /** What was paid for and how; null until the provider said so, and again once the money was given back. */
  readonly paid: Paid | null
  /** What was given back last; null when nothing was. */
  readonly refund: Money | null
  /** Provisioning as the person sees it. */
  readonly steps: readonly RunStep[]
  /** How long the current step waits before it is tried again, in milliseconds; null when it is not waiting. */
  readonly retryInMs: number | null
  readonly tenantId: string | null
  readonly userId: string | null
  readonly slug: string | null
  readonly problem: ProblemCode | null
  /** What the person can quote when they ask about a set-up that is stuck. */
  readonly reference: string
}

export interface Paid {
  readonly customerId: string
  readonly subscriptionId: string
  readonly card: PaymentOutput['card']
}

export type OnboardingEvent =
  | { type: 'address.submitted'; email: string }
  | { type: 'address.changed' }
  | { type: 'code.accepted' }
  | { type: 'code.rejected' }
  | { type: 'code.requested' }
  | { type: 'link.confirmed' }
  | { type: 'profile.saved'; name: string; company: string; role: Occupation; passwordRef?: string }
  | { type: 'step.back' }
  | { type: 'plans.requested' }
  | { type: 'plan.chosen'; plan: string; interval: Interval }
  | { type: 'provisioning.progressed'; steps: readonly RunStep[]; retryInMs: number | null }
  | { type: 'provisioning.stuck'; code: string }
  | { type: 'provisioning.unstuck' }
  | { type: 'setUp.retried' }
  | { type: 'operator.retried' }
  | { type: 'signUp.resumed' }
  | { type: 'workspace.opened' }

export interface SendCode {
  input: { onboardingId: string; email: string; number: number; locale: string; worksForMs: number }
  output: { sent: true }
}
export interface ReadPlans {
  input: { onboardingId: string; embeddingKey: string }
  output: { version: string; plans: OfferedPlan[] }
}
export interface SendReminder {
  input: { onboardingId: string; email: string; name: string; locale: string; number: 1 | 2 }
  output: { sent: true }
}
/** Ends a subscription whose workspace could not be made, and gives back what was paid for it. */
export interface GiveBack {
  input: {
    tenantId: string
    customerId: string
    subscriptionId: string
  }
  /** What went back; null when nothing had been taken. */
  output: { money: Money | null }
}
/** What the mail says that tells the person of money on its way back. */
/** Announced when the workspace is ready: its tenant gets its account. */
export interface OpenAccount {
  readonly tenantId: string
}
export interface TellRefund {
  readonly subscriptionId: string
  readonly email: string
  readonly name: string
  readonly company: string
  readonly planName: string
  readonly locale: string
  readonly reference: string
  readonly money: Money
}
/** Ends whatever a sign-up that nobody finished left at the payment provider. */
export interface CloseCustomer {
  input: { onboardingId: string; tenantId: string; email: string; payments: number }
  output: { closed: true }
}
export interface Forget {
  input: { onboardingId: string }
  output: { forgotten: true }
}
export type { PaymentOutput, ProvisioningOutput }
