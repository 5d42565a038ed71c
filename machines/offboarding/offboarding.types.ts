/** What a leaving knows, hears and asks for. Times in milliseconds since 1970. */
import type { CleanStep } from '../cleaning/cleaning.types.ts'

export const leavingReasons = ['price', 'missing', 'other product', 'project over', 'something else'] as const
export type LeavingReason = (typeof leavingReasons)[number]

/** When it ends: with what is paid for, or at once. */
export const leavingTimes = ['period end', 'now'] as const
export type LeavingTime = (typeof leavingTimes)[number]

export interface OffboardingInput {
  readonly offboardingId: string
  readonly tenantId: string
  /** The owner who leaves; the last mail goes there. */
  readonly userId: string
  readonly email: string
  readonly name: string
}

/** What there is, and so what goes. */
export interface LeavingPreview {
  readonly company: string
  readonly planName: string
  /** The end of what is paid for; null when nothing is. */
  readonly periodEnd: number | null
  /** The provider could not take the last payment. */
  readonly isPastDue: boolean
  readonly members: number
  readonly projects: number
  readonly invoices: number
  /** When the last invoice need not be kept any longer; null without invoices. */
  readonly invoicesUntil: number | null
  /** The plan that costs nothing, when the workspace fits into it: what is offered instead. */
  readonly freePlanName: string | null
}

export interface OffboardingContext extends OffboardingInput {
  readonly preview: LeavingPreview | null
  readonly reason: LeavingReason | null
  readonly feedback: string
  readonly when: LeavingTime | null
  /** How often it was cancelled in this leaving: each has a receipt of its own. */
  readonly cancelledAt: number | null
  /** When the plan ends, and how far that was away when it was asked. */
  readonly endsAt: number | null
  readonly inMs: number
  readonly stoppedAt: number | null
  /** Until when data can be taken out. */
  readonly retrievalEndsAt: number | null
  readonly noticesSent: number
  readonly steps: readonly CleanStep[]
  readonly certificate: string | null
  /** What went wrong, as the person sees it. */
  readonly problem: LeavingProblem | null
  /** An operator is needed, and why. */
  readonly stuck: string | null
}

export const leavingProblems = ['name.mismatch', 'payment.unreachable', 'leaving.failed'] as const
export type LeavingProblem = (typeof leavingProblems)[number]

export type OffboardingEvent =
  | { type: 'leaving.retried' }
  | { type: 'reason.given'; reason: LeavingReason; feedback: string }
  | { type: 'reason.skipped' }
  | { type: 'offer.accepted' }
  | { type: 'offer.declined' }
  | { type: 'leaving.confirmed'; name: string; when: LeavingTime }
  | { type: 'leaving.undone' }
  | { type: 'leaving.dropped' }
  | { type: 'operator.retried' }
  | { type: 'cleaning.progressed'; steps: readonly CleanStep[] }
  | { type: 'cleaning.stuck'; code: string }
  | { type: 'cleaning.unstuck' }

export interface Preview {
  input: { tenantId: string }
  output: LeavingPreview
}
/** The plan ends with what is paid for, by the provider itself. `inMs`: how far that is away. */
export interface BeginLeaving {
  input: { offboardingId: string; tenantId: string; when: LeavingTime }
  output: { cancelledAt: number; endsAt: number; inMs: number }
}
export interface UndoLeaving {
  input: { offboardingId: string; tenantId: string }
  output: { undone: true }
}
/** Nothing is charged from here on. */
export interface StopBilling {
  input: { offboardingId: string; tenantId: string; retrievalMs: number }
  output: { stoppedAt: number; retrievalEndsAt: number }
}
export interface MoveToFree {
  input: { offboardingId: string; tenantId: string }
  output: { moved: true }
}
export interface SendNotice {
  input: {
    offboardingId: string
    tenantId: string
    userId: string
    email: string
    name: string
    company: string
    daysLeft: number
    retrievalEndsAt: number
  }
  output: { sent: true }
}
export interface SendCancellation {
  offboardingId: string
  tenantId: string
  userId: string
  email: string
  name: string
  company: string
  planName: string
  when: LeavingTime
  cancelledAt: number
  endsAt: number
  retrievalEndsAt: number
}
export interface IssueCertificate {
  input: {
    offboardingId: string
    tenantId: string
    cancelledAt: number
    stoppedAt: number
    steps: readonly CleanStep[]
  }
  output: { number: string }
}
export interface SendGoodbye {
  input: {
    offboardingId: string
    email: string
    name: string
    company: string
    number: string
    invoices: number
    invoicesUntil: number | null
  }
  output: { sent: true }
}
/** What is left of the closing itself. */
export interface EraseClosing {
  keyId: string
}
