import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { Summary } from '../../ui/Summary.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface SetUpFailedStepProps extends OnTrack {
  company: string
  /** What the person can quote when they ask. */
  reference: string
  /** It was paid for, and the money was given back. */
  refunded: boolean
  busy: boolean
  /** Why it failed, or what became of asking again. */
  problem: ProblemCode | null
  onRetry(): void
}

/** Set-up was given up and taken back; the person may ask for it again. */
export function SetUpFailedStep({ company, reference, busy, problem, refunded, track, onRetry }: SetUpFailedStepProps) {
  return (
    <WidgetShell
      {...place('setup', track)}
      tone="problem"
      title={copy.text('setupFailed.title', { company })}
      lead={copy.text(refunded ? 'setupFailed.leadPaid' : 'setupFailed.lead')}
    >
      <ProblemPanel problem={copy.problem(problem ?? 'setup.failed')} />
      <Summary facts={[{ label: copy.text('reference'), value: reference }]} />
      <Button busy={busy} onClick={onRetry}>
        {copy.text(refunded ? 'setupFailed.choose' : 'setupFailed.retry')}
      </Button>
    </WidgetShell>
  )
}
