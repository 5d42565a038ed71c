import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { copy, wordsOf } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { dateOf, type LeavingMoment } from '../moment.ts'
import { placeOf } from './place.ts'

export interface UnderWayStepProps {
  readonly moment: LeavingMoment
  readonly base: string
  onUndo(): void
}

/** Something ends on a day, and until then there is a way back. */
export function UnderWayStep({ moment, base, onUndo }: UnderWayStepProps) {
  const { state, facts, company, busy } = moment
  const kind = kindOf(state)
  const date = dateOf(kind === 'open' ? facts.retrievalEndsAt : facts.endsAt)
  const problem = moment.problem ?? facts.problem
  const values = { company, date, plan: facts.preview?.planName ?? '' }
  const isComing = state === 'retrieval.wayBack.taken'
  return (
    <WidgetShell
      {...placeOf('end')}
      tone={problem ? 'problem' : 'person'}
      title={copy.text(`leave.${kind}.title`, values)}
      lead={copy.text(isComing ? 'leave.open.back' : `leave.${kind}.lead`, values)}
      footer={copy.text('leave.footUnder')}
    >
      {problem && <ProblemPanel problem={wordsOf(problem)} />}
      {isComing ? (
        <div className="tn-state">
          <Chip role="us">{copy.text('waiting.us')}</Chip>
        </div>
      ) : (
        <div className="tn-form">
          {kind === 'open' && <ButtonLink href={`${base}/portal/leave`}>{copy.text('leave.open.export')}</ButtonLink>}
          <Button kind="outline" busy={busy} onClick={onUndo}>
            {copy.text(`leave.${kind}.undo`, values)}
          </Button>
        </div>
      )}
    </WidgetShell>
  )
}

function kindOf(state: string): 'scheduled' | 'changing' | 'open' {
  if (state.startsWith('scheduled')) return 'scheduled'
  return state.startsWith('changing') ? 'changing' : 'open'
}
