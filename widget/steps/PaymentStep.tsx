import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Summary } from '../../ui/Summary.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/payment.ts'
import { Rich } from '../copy/Rich.tsx'
import { type Bill, billFacts } from './bill.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PaymentStepProps {
  bill: Bill
  /** How far the provider's form is. */
  form: 'loading' | 'ready' | 'missing'
  busy: boolean
  problem: ProblemCode | null
  /** What the second way on is called. */
  otherWay: string
  onSubmit(): void
  /** Loads the form again, when it is missing. */
  onReload(): void
  /** Leaves the payment for another plan. */
  onOtherWay?(): void
  onBack?(): void
  /** The provider's card form. What is typed there never comes here. */
  children: ReactNode
}

/** Asks for a card, after saying what it will be charged. */
export function PaymentStep(props: PaymentStepProps) {
  const { bill, form, busy, onSubmit, onOtherWay, onBack } = props
  const problem = form === 'missing' ? 'card.formMissing' : props.problem
  return (
    <WidgetShell
      {...place('payment', trackOf(true))}
      tone={problem ? 'problem' : 'person'}
      {...heading(bill, problem)}
      footer={copy.text('footer.card')}
      onBack={busy ? undefined : onBack}
    >
      <form
        className="tn-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && form === 'ready') onSubmit()
        }}
      >
        {problem && <ProblemPanel problem={copy.problem(problem)} />}
        <Summary facts={billFacts(bill)} />
        <CardPlace {...props} />
        <MainButton {...props} problem={problem} />
      </form>
      {onOtherWay && (
        <Button kind="quiet" off={busy} onClick={onOtherWay}>
          {props.otherWay}
        </Button>
      )}
      <p className="tn-hidden" role="status">
        {busy && copy.text('payment.sending')}
      </p>
    </WidgetShell>
  )
}

function CardPlace({ form, children }: PaymentStepProps) {
  if (form === 'missing') return null
  return (
    <div className="tn-card" data-ready={form === 'ready' || undefined}>
      {children}
      {form === 'loading' && <Skeleton label={copy.text('payment.loading')} rows={[66, 66]} />}
    </div>
  )
}

function MainButton({ bill, form, busy, problem, onReload }: PaymentStepProps) {
  if (form === 'missing') return <Button onClick={onReload}>{copy.text('payment.reload')}</Button>
  const words = problem ? copy.text('payment.again') : copy.text('payment.submit', { ...bill })
  return (
    <Button type="submit" busy={busy} off={form !== 'ready'}>
      {words}
    </Button>
  )
}

/** A card the bank refused changes the title; whatever else went wrong says so in its panel. */
function heading({ interval, amount }: Bill, problem: ProblemCode | null) {
  const isRefused = problem?.startsWith('card.') && problem !== 'card.formMissing' && problem !== 'card.unsent'
  if (isRefused) {
    const title = copy.text(problem === 'card.declined' ? 'payment.declinedTitle' : 'payment.refusedTitle')
    return { title, lead: copy.text('payment.unpaid') }
  }
  const lead = copy.text(interval === 'month' ? 'payment.leadMonth' : 'payment.leadYear')
  return { title: copy.text('payment.title'), lead: <Rich of={lead} values={{ amount }} /> }
}
