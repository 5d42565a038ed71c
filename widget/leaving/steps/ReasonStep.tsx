import { useState } from 'react'
import { type LeavingReason, leavingReasons } from '../../../machines/offboarding/offboarding.types.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { copy, wordsOf } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import type { LeavingMoment } from '../moment.ts'
import { Choices } from './Choices.tsx'
import { Goes } from './Goes.tsx'
import { placeOf } from './place.ts'

export interface ReasonStepProps {
  readonly moment: LeavingMoment
  onReason(reason: LeavingReason, feedback: string): void
  onSkip(): void
  onDrop(): void
}

/** What goes, and why, if they like to say. The way past it is as easy as the way through. */
export function ReasonStep({ moment, onReason, onSkip, onDrop }: ReasonStepProps) {
  const [reason, setReason] = useState<LeavingReason | null>(null)
  const { company, facts, busy, problem } = moment
  return (
    <WidgetShell
      {...placeOf('look')}
      tone="person"
      title={copy.text('leave.reason.title', { company })}
      lead={copy.text('leave.reason.lead')}
      footer={copy.text('leave.foot')}
    >
      {problem && <ProblemPanel problem={wordsOf(problem)} />}
      {facts.preview && <Goes preview={facts.preview} />}
      <form
        className="tn-form"
        onSubmit={(event) => {
          const { feedback } = submitted(event, 'feedback')
          if (reason) onReason(reason, feedback)
          else onSkip()
        }}
      >
        <Choices
          name="reason"
          legend={copy.text('leave.reason.legend')}
          options={leavingReasons.map((value) => ({ value, label: copy.text(`leave.reason.${value}`) }))}
          value={reason}
          onPick={(picked) => setReason(picked)}
        />
        <Field label={copy.text('leave.reason.feedback')} help={copy.text('leave.reason.feedbackHelp')}>
          {(control) => <textarea {...control} name="feedback" rows={2} maxLength={2000} />}
        </Field>
        <Button type="submit" busy={busy}>
          {copy.text('leave.reason.submit')}
        </Button>
        <Button kind="outline" onClick={onSkip}>
          {copy.text('leave.reason.skip')}
        </Button>
        <Button kind="quiet" onClick={onDrop}>
          {copy.text('leave.stay', { company })}
        </Button>
      </form>
    </WidgetShell>
  )
}
