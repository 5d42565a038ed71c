import { useState } from 'react'
import type { LeavingPreview, LeavingTime } from '../../../machines/offboarding/offboarding.types.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import { copy, wordsOf } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { dateOf, type LeavingMoment } from '../moment.ts'
import { Choices } from './Choices.tsx'
import { placeOf } from './place.ts'

export interface ConfirmStepProps {
  readonly moment: LeavingMoment
  onConfirm(name: string, when: LeavingTime): void
  onDrop(): void
}

/** The name, typed: the one thing nobody does by accident. */
export function ConfirmStep({ moment, onConfirm, onDrop }: ConfirmStepProps) {
  const { facts, busy } = moment
  const company = facts.preview?.company ?? moment.company
  const isPaid = facts.preview !== null && facts.preview.periodEnd !== null
  const [when, setWhen] = useState<LeavingTime>(isPaid ? 'period end' : 'now')
  const problem = moment.problem ?? facts.problem
  const isOther = problem === 'name.mismatch'
  const form = useFirstInvalid(isOther ? problem : '')
  return (
    <WidgetShell
      {...placeOf('confirm')}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('leave.confirm.title', { company })}
      lead={copy.text('leave.confirm.lead')}
      footer={copy.text('leave.foot')}
    >
      <form
        ref={form}
        className="tn-form"
        noValidate
        onSubmit={(event) => {
          const { name } = submitted(event, 'name')
          if (!busy) onConfirm(name, when)
        }}
      >
        {problem && !isOther && <ProblemPanel problem={wordsOf(problem)} />}
        {isPaid && facts.preview && (
          <Choices
            name="when"
            legend={copy.text('leave.confirm.when')}
            options={timesOf(facts.preview)}
            value={when}
            onPick={(picked) => setWhen(picked)}
          />
        )}
        <Field
          label={copy.text('leave.confirm.name', { company })}
          error={isOther ? copy.text('leave.confirm.mismatch', { company }) : null}
        >
          {(control) => <input {...control} name="name" autoComplete="off" required />}
        </Field>
        <Button type="submit" kind="danger" busy={busy}>
          {copy.text('leave.confirm.submit', { company })}
        </Button>
        <Button kind="outline" onClick={onDrop}>
          {copy.text('leave.stay', { company })}
        </Button>
      </form>
    </WidgetShell>
  )
}

const timesOf = ({ periodEnd, isPastDue }: LeavingPreview) => [
  {
    value: 'period end' as const,
    label: copy.text('leave.confirm.periodEnd', { date: dateOf(periodEnd) }),
    note: copy.text('leave.confirm.periodEndNote'),
  },
  {
    value: 'now' as const,
    label: copy.text('leave.confirm.now'),
    note: copy.text(isPastDue ? 'leave.confirm.nowNoteOwing' : 'leave.confirm.nowNote'),
  },
]
