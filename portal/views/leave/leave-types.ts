/** What the page of leaving shows. Moments in milliseconds since 1970, as the chart has them. */
import type { ExportFile, SectionCount } from '../../../machines/export/export.types.ts'
import type { LeavingReason, LeavingTime } from '../../../machines/offboarding/offboarding.types.ts'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import type { PortalProblem } from '../problems.ts'

/** What a person did that is under way, and what the server said no with. */
export interface ActionState {
  busy: boolean
  problem: PortalProblem | null
}

export interface LeaveActs {
  onBegin(): void
  onReason(reason: LeavingReason, feedback: string): void
  onSkip(): void
  onAcceptOffer(): void
  onDeclineOffer(): void
  onConfirm(name: string, when: LeavingTime): void
  onUndo(): void
  onDrop(): void
  onRetry(): void
}

export interface LeaveMoment {
  /** The state of the chart, as a path; null when nobody has begun. */
  state: string | null
  facts: OffboardingView | null
  /** Their role lets them close the workspace. */
  mayLeave: boolean
}

export interface ExportMoment {
  /** The state of the chart; null when there is none. */
  state: string | null
  fileName: string | null
  sections: readonly SectionCount[]
  file: ExportFile | null
  expiresAt: number | null
  /** From 0 to 1, while it is written. */
  progress: number | null
}
export interface ExportActs {
  onRequest(): void
  onDownload(): void
  onDiscard(): void
  onRetry(): void
}
