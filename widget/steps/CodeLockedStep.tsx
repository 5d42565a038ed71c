import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { spanOf, timeOfDay } from '../../ui/time.ts'
import { useSecondsUntil } from '../../ui/useSecondsUntil.ts'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { Rich } from '../copy/Rich.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface CodeLockedStepProps extends OnTrack {
  email: string
  /** When a new code can be asked for, ISO. */
  until: string | null
  problem: ProblemCode | null
  onChangeAddress(): void
}

/** Too many wrong codes: says until when, and offers the way that is open now. */
export function CodeLockedStep({ email, until, problem, track, onChangeAddress }: CodeLockedStepProps) {
  const wait = useSecondsUntil(until)
  const known = until !== null && wait > 0
  return (
    <WidgetShell
      {...place('verify', track)}
      tone="problem"
      title={copy.text('locked.title')}
      lead={<Rich of={copy.text('locked.lead')} values={{ email }} />}
      onBack={onChangeAddress}
    >
      {problem && <ProblemPanel problem={copy.problem(problem)} />}
      <Notice
        role="person"
        title={known ? copy.text('locked.until', { time: timeOfDay(until) }) : copy.text('locked.soon')}
      >
        {copy.text(known ? 'locked.untilWhy' : 'locked.soonWhy', { wait: spanOf(wait) })}
      </Notice>
      <Button kind="outline" onClick={onChangeAddress}>
        {copy.text('code.useOther')}
      </Button>
    </WidgetShell>
  )
}
