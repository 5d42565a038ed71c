import { Button } from '../../../ui/Button.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { copy, wordsOf } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { dateOf, type LeavingMoment } from '../moment.ts'
import { placeOf } from './place.ts'

export interface OfferStepProps {
  readonly moment: LeavingMoment
  onAccept(): void
  onDecline(): void
}

/** One offer, once. */
export function OfferStep({ moment, onAccept, onDecline }: OfferStepProps) {
  const { facts, busy } = moment
  const problem = moment.problem ?? facts.problem
  const free = facts.preview?.freePlanName ?? ''
  const values = { free, plan: facts.preview?.planName ?? '', date: dateOf(facts.preview?.periodEnd ?? null) }
  return (
    <WidgetShell
      {...placeOf('look')}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('leave.offer.title', values)}
      lead={copy.text('leave.offer.lead', values)}
      footer={copy.text('leave.foot')}
    >
      {problem && <ProblemPanel problem={wordsOf(problem)} />}
      <div className="tn-form">
        <Button busy={busy} onClick={onAccept}>
          {copy.text('leave.offer.accept', values)}
        </Button>
        <Button kind="outline" onClick={onDecline}>
          {copy.text('leave.offer.decline')}
        </Button>
      </div>
    </WidgetShell>
  )
}
