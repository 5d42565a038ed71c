import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface AbandonedStepProps extends OnTrack {
  /** False while something of the last visit is still being closed. */
  canResume: boolean
  busy: boolean
  problem: ProblemCode | null
  onResume(): void
}

/** They came back after our reminders: one press and they are where they were. */
export function AbandonedStep({ canResume, busy, problem, track, onResume }: AbandonedStepProps) {
  return (
    <WidgetShell
      {...place('profile', track)}
      tone={problem ? 'problem' : canResume ? 'person' : 'us'}
      title={copy.text('abandoned.title')}
      lead={copy.text('abandoned.lead')}
    >
      {problem && <ProblemPanel problem={copy.problem(problem)} />}
      {!canResume && <p role="status">{copy.text('abandoned.closing')}</p>}
      <Button busy={busy} off={!canResume} onClick={onResume}>
        {copy.text('abandoned.resume')}
      </Button>
    </WidgetShell>
  )
}
