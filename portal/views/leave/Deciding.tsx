import { useState } from 'react'
import {
  leavingReasons,
  type LeavingReason,
  type LeavingTime,
} from '../../../machines/offboarding/offboarding.types.ts'
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { wordsFor } from '../problems.ts'
import type { ActionState, LeaveActs } from './leave-types.ts'
import { dateOf } from './moments.ts'

interface DecidingProps extends LeaveActs {
  facts: OffboardingView
  action: ActionState
}

const reasonWords: Record<LeavingReason, string> = {
  price: 'It costs too much',
  missing: 'Something is missing',
  'other product': 'We use another product',
  'project over': 'Our project is over',
  'something else': 'Something else',
}

/** Why, if they like to say. The way past it is as easy as the way through. */
export function ReasonCard({ onReason, onSkip, onDrop, action }: DecidingProps) {
  const [reason, setReason] = useState<LeavingReason | null>(null)
  return (
    <Card title="Why do you leave? (if you like to say)">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const { feedback } = submitted(event, 'feedback')
          if (reason) onReason(reason, feedback)
          else onSkip()
        }}
      >
        <fieldset className="grid gap-1">
          <legend className="tn-hidden">Reason</legend>
          {leavingReasons.map((one) => (
            <Choice
              key={one}
              name="reason"
              label={reasonWords[one]}
              checked={reason === one}
              onPick={() => setReason(one)}
            />
          ))}
        </fieldset>
        <Field label="What should we know?" help="Read by people, and deleted with the workspace.">
          {(control) => <textarea {...control} name="feedback" rows={3} maxLength={2000} style={{ paddingBlock: 8 }} />}
        </Field>
        <Actions>
          <Button type="submit" busy={action.busy}>
            Continue
          </Button>
          <Button kind="outline" onClick={onSkip}>
            Skip this
          </Button>
          <Button kind="quiet" onClick={onDrop}>
            Stay
          </Button>
        </Actions>
      </form>
    </Card>
  )
}

/** One offer, once. */
export function OfferCard({ facts, onAcceptOffer, onDeclineOffer, action }: DecidingProps) {
  const { preview, problem } = facts
  const end = preview?.periodEnd ? dateOf(preview.periodEnd) : ''
  return (
    <Card title={`Keep it on ${preview?.freePlanName ?? 'Free'} instead?`}>
      <div className="grid gap-4">
        {problem && <ProblemPanel problem={wordsFor(problem)} />}
        <p className="text-ink-2">
          Everything you have fits into the {preview?.freePlanName} plan, which costs nothing. {preview?.planName} works
          until {end}, nothing more is charged, and from then on the workspace goes on without it. We ask this once.
        </p>
        <Actions>
          <Button busy={action.busy} onClick={onAcceptOffer}>
            Move to {preview?.freePlanName} on {end}
          </Button>
          <Button kind="outline" onClick={onDeclineOffer}>
            No, close the workspace
          </Button>
        </Actions>
      </div>
    </Card>
  )
}

/** The name, typed: the one thing nobody does by accident. */
export function ConfirmCard({ facts, onConfirm, onDrop, action }: DecidingProps) {
  const { preview, problem } = facts
  const isPaid = preview?.periodEnd !== null && preview?.periodEnd !== undefined
  const [when, setWhen] = useState<LeavingTime>(isPaid ? 'period end' : 'now')
  const company = preview?.company ?? ''
  return (
    <Card title={`Close ${company}`}>
      <form className="grid gap-4" onSubmit={(event) => onConfirm(submitted(event, 'name').name, when)}>
        {problem && problem !== 'name.mismatch' && <ProblemPanel problem={wordsFor(problem)} />}
        {isPaid && (
          <fieldset className="grid gap-1">
            <legend className="tn-label mb-1">When does it end?</legend>
            <Choice
              name="when"
              label={`On ${dateOf(preview.periodEnd)}, with what is paid for`}
              note="Everything works until then, and it can be undone. Nothing more is charged."
              checked={when === 'period end'}
              onPick={() => setWhen('period end')}
            />
            <Choice
              name="when"
              label="Now"
              note={`The rest of the paid time ends, too, and is not paid back. ${preview.isPastDue ? 'We stop trying to collect the open invoice.' : ''}`}
              checked={when === 'now'}
              onPick={() => setWhen('now')}
            />
          </fieldset>
        )}
        <p className="text-ink-2">
          After the end you have 30 days to download everything or to come back. Then we delete it and cannot bring it
          back.
        </p>
        <Field
          label={`Type ${company} to confirm`}
          error={problem === 'name.mismatch' ? `That is another name. Type ${company}, as it is written here.` : null}
        >
          {(control) => <input {...control} name="name" autoComplete="off" required />}
        </Field>
        <Actions>
          <Button type="submit" kind="danger" busy={action.busy}>
            Close {company}
          </Button>
          <Button kind="outline" onClick={onDrop}>
            Keep {company}
          </Button>
        </Actions>
      </form>
    </Card>
  )
}

interface ChoiceProps {
  name: string
  label: string
  note?: string
  checked: boolean
  onPick(): void
}

function Choice({ name, label, note, checked, onPick }: ChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 rounded-control px-2 py-2.5 hover:bg-hover tablet:min-h-9 tablet:py-2">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onPick}
        className="mt-0.5 size-4 flex-none accent-accent"
      />
      <span className="grid">
        <span className="font-medium">{label}</span>
        {note && <span className="text-ui text-ink-2">{note}</span>}
      </span>
    </label>
  )
}

const Actions = ({ children }: { children: React.ReactNode }) => (
  <div className="flex flex-col gap-2 tablet:flex-row tablet:flex-wrap">{children}</div>
)
