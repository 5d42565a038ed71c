import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PlansFailedStepProps extends OnTrack {
  busy: boolean
  /** A newer one than the plans' own. */
  problem: ProblemCode | null
  onRetry(): void
  onBack?(): void
}

/** The plans could not be read, after several tries of ours. */
export function PlansFailedStep({ busy, problem, track, onRetry, onBack }: PlansFailedStepProps) {
  return (
    <WidgetShell
      {...place('plan', track)}
      tone="problem"
      title={copy.text('plan.failedTitle')}
      lead={copy.text('plan.failedLead')}
      onBack={onBack}
    >
      <ProblemPanel problem={copy.problem(problem ?? 'plans.unreadable')} />
      <Button busy={busy} onClick={onRetry}>
        {copy.text('plan.retry')}
      </Button>
    </WidgetShell>
  )
}
