import { useId, useState } from 'react'
import type { Interval } from '../../machines/vocabulary/plans.ts'
import { Button } from '../../ui/Button.tsx'
import { submitted } from '../../ui/form.ts'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PlanPrice {
  /** The amount: "€29". */
  label: string
  /** What the amount is for: "for good", "per seat, month". */
  note: string
  /** What follows the choice and what it will cost, when it costs something. */
  next: string | null
}

export interface PlanChoice {
  key: string
  name: string
  /** What is in it, in one short line. */
  summary: string
  /** Paid by card, so a payment follows. */
  isPaid: boolean
  /** Null when it is not sold that way. */
  month: PlanPrice | null
  year: PlanPrice | null
}

export interface PlanStepProps {
  plans: readonly PlanChoice[]
  /** Key of the plan chosen before, if any; else the first one is. */
  chosen: string | null
  /** As chosen before. */
  interval: Interval
  busy: boolean
  problem: ProblemCode | null
  onSubmit(values: { plan: string; interval: Interval }): void
  onBack?(): void
}

/** Asks for a plan. The button repeats the choice, so nobody takes one by accident. */
export function PlanStep({ plans, chosen, interval: before, busy, problem, onSubmit, onBack }: PlanStepProps) {
  const [picked, setPicked] = useState(chosen)
  const [interval, setInterval] = useState(before)
  const offered = plans.filter((plan) => plan[interval])
  const plan = offered.find(({ key }) => key === picked) ?? offered[0]
  const next = plan?.[interval]?.next
  const id = useId()
  return (
    <WidgetShell
      {...place('plan', trackOf(plan?.isPaid ?? false))}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('plan.title')}
      lead={copy.text('plan.lead')}
      onBack={onBack}
    >
      <form
        className="tn-form"
        onSubmit={(event) => {
          const { plan } = submitted(event, 'plan')
          if (!busy && plan) onSubmit({ plan, interval })
        }}
      >
        {problem && <ProblemPanel problem={copy.problem(problem)} />}
        {plans.some(({ isPaid, month, year }) => isPaid && month && year) && (
          <IntervalChoice interval={interval} onPick={setInterval} />
        )}
        <div className="tn-plans" role="radiogroup" aria-label={copy.text('plan.label')}>
          {offered.map((option) => (
            <PlanOption
              key={option.key}
              plan={option}
              price={option[interval]!}
              checked={option === plan}
              onPick={() => setPicked(option.key)}
            />
          ))}
        </div>
        {plan && (
          <Button type="submit" busy={busy} aria-describedby={next ? id : undefined}>
            {copy.text('plan.submit', { plan: plan.name })}
          </Button>
        )}
        <p className="tn-next" id={id} aria-live="polite">
          {next}
        </p>
      </form>
    </WidgetShell>
  )
}

const intervals = ['month', 'year'] as const satisfies readonly Interval[]

function IntervalChoice({ interval, onPick }: { interval: Interval; onPick(interval: Interval): void }) {
  return (
    <div className="tn-either" role="radiogroup" aria-label={copy.text('plan.interval')}>
      {intervals.map((one) => (
        <label key={one}>
          <input type="radio" name="interval" value={one} checked={one === interval} onChange={() => onPick(one)} />
          {copy.text(`plan.${one}`)}
        </label>
      ))}
    </div>
  )
}

interface PlanOptionProps {
  plan: PlanChoice
  price: PlanPrice
  checked: boolean
  onPick(): void
}

function PlanOption({ plan, price, checked, onPick }: PlanOptionProps) {
  return (
    <label className="tn-plan">
      <input type="radio" name="plan" value={plan.key} checked={checked} onChange={onPick} />
      <span>
        {plan.name}
        <small>{plan.summary}</small>
      </span>
      <span>
        {price.label}
        <small>{price.note}</small>
      </span>
    </label>
  )
}
