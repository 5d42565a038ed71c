/** What the parts of the leave page are given. */
import type { ReactNode } from 'react'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import type { ActionState, LeaveActs, LeaveMoment } from './leave-types.ts'

export interface LeaveViewProps extends LeaveActs {
  moment: LeaveMoment
  company: string
  action: ActionState
  exportCard: ReactNode
  nowMs: number
}

/** Somebody is leaving. */
export interface UnderProps extends LeaveViewProps {
  state: string
  facts: OffboardingView
}
