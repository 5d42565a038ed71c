import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { Summary } from '../../ui/Summary.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/payment.ts'
import { Rich } from '../copy/Rich.tsx'
import { type Bill, billFacts } from './bill.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PaymentActionStepProps {
  bill: Bill
  /** Whether the bank can be let ask now. */
  form: 'loading' | 'ready' | 'missing'
  busy: boolean
  problem: ProblemCode | null
  otherWay: string
  /** Lets the bank ask. */
  onAnswer(): void
  onReload(): void
  onOtherWay?(): void
  onBack?(): void
}

/** The bank wants to hear from the person before the first charge. It asks in a window of its own, when they say so. */
export function PaymentActionStep(props: PaymentActionStepProps) {
  const { bill, form, busy, onAnswer, onReload, onOtherWay, onBack } = props
  const problem = form === 'missing' ? 'card.formMissing' : props.problem
  const asks = copy.text(props.problem ? 'bank.again' : 'bank.submit')
  return (
    <WidgetShell
      {...place('payment', trackOf(true))}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('bank.title')}
      lead={<Rich of={copy.text('bank.lead')} values={{ amount: bill.amount }} />}
      footer={copy.text('footer.card')}
      onBack={busy ? undefined : onBack}
    >
      {problem && <ProblemPanel problem={copy.problem(problem)} />}
      <Summary facts={billFacts(bill)} />
      {form === 'missing' ? (
        <Button onClick={onReload}>{copy.text('payment.reload')}</Button>
      ) : (
        <Button busy={busy} off={form !== 'ready'} onClick={onAnswer}>
          {asks}
        </Button>
      )}
      {onOtherWay && (
        <Button kind="quiet" off={busy} onClick={onOtherWay}>
          {props.otherWay}
        </Button>
      )}
      <p className="tn-hidden" role="status">
        {busy && copy.text('bank.asking')}
      </p>
    </WidgetShell>
  )
}
