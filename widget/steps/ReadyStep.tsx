import { Button } from '../../ui/Button.tsx'
import { arrowOn, Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { type Fact, Summary } from '../../ui/Summary.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface ReadyStepProps extends OnTrack {
  company: string
  facts: readonly Fact[]
  busy: boolean
  problem: ProblemCode | null
  onOpen(): void
}

/** The fact, what to remember, and one door. */
export function ReadyStep({ company, facts, busy, problem, track, onOpen }: ReadyStepProps) {
  return (
    <WidgetShell
      {...place('end', track)}
      tone={problem ? 'problem' : 'done'}
      title={copy.text('ready.title', { company })}
      lead={copy.text('ready.lead')}
      footer={copy.text('footer.leave')}
      door={
        <div className="tn-door">
          <Mark size={28} />
        </div>
      }
    >
      {facts.length > 0 && <Summary facts={facts} />}
      {problem && <ProblemPanel problem={copy.problem(problem)} />}
      <Button busy={busy} onClick={onOpen}>
        {copy.text('ready.open')}
        <Icon path={arrowOn} flip />
      </Button>
    </WidgetShell>
  )
}
