import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface AbandonedStepProps extends OnTrack {
  busy: boolean
  problem: ProblemCode | null
  onResume(): void
}

/** They came back after our reminders: one press and they are where they were. */
export function AbandonedStep({ busy, problem, track, onResume }: AbandonedStepProps) {
  return (
    <WidgetShell
      {...place('profile', track)}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('abandoned.title')}
      lead={copy.text('abandoned.lead')}
    >
      {problem && <ProblemPanel problem={copy.problem(problem)} />}
      <Button busy={busy} onClick={onResume}>
        {copy.text('abandoned.resume')}
      </Button>
    </WidgetShell>
  )
}
