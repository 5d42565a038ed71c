import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { submitted } from '../../ui/form.ts'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PlanChoice {
  key: string
  name: string
  /** What is in it, in one short line. */
  summary: string
  /** The amount: "€0". */
  priceLabel: string
  /** What the amount is for: "for good", "per seat, month". */
  priceNote: string
  /** A plan that is not offered is not shown. */
  offered: boolean
}

export interface PlanStepProps extends OnTrack {
  plans: readonly PlanChoice[]
  /** Key of the plan chosen before, if any; else the first one is. */
  chosen: string | null
  busy: boolean
  problem: ProblemCode | null
  onSubmit(values: { plan: string }): void
  onBack?(): void
}

/** Asks for a plan. The button repeats the choice, so nobody takes one by accident. */
export function PlanStep({ plans, chosen, busy, problem, track, onSubmit, onBack }: PlanStepProps) {
  const [picked, setPicked] = useState(chosen)
  const offered = plans.filter((plan) => plan.offered)
  const plan = offered.find(({ key }) => key === picked) ?? offered[0]
  return (
    <WidgetShell
      {...place('plan', track)}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('plan.title')}
      lead={copy.text('plan.lead')}
      onBack={onBack}
    >
      <form
        className="tn-form"
        onSubmit={(event) => {
          const typed = submitted(event, 'plan')
          if (!busy && typed.plan) onSubmit(typed)
        }}
      >
        {problem && <ProblemPanel problem={copy.problem(problem)} />}
        <div className="tn-plans" role="radiogroup" aria-label={copy.text('plan.label')}>
          {offered.map((option) => (
            <PlanOption key={option.key} plan={option} checked={option === plan} onPick={() => setPicked(option.key)} />
          ))}
        </div>
        {plan && (
          <Button type="submit" busy={busy}>
            {copy.text('plan.submit', { plan: plan.name })}
          </Button>
        )}
      </form>
    </WidgetShell>
  )
}

function PlanOption({ plan, checked, onPick }: { plan: PlanChoice; checked: boolean; onPick(): void }) {
  return (
    <label className="tn-plan">
      <input type="radio" name="plan" value={plan.key} checked={checked} onChange={onPick} />
      <span>
        {plan.name}
        <small>{plan.summary}</small>
      </span>
      <span>
        {plan.priceLabel}
        <small>{plan.priceNote}</small>
      </span>
    </label>
  )
}
