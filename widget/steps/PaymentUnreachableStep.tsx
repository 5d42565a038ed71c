import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/payment.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PaymentUnreachableStepProps {
  /** The person has left already; only what was opened has to be closed. */
  isClosing: boolean
  busy: boolean
  /** A newer one than the payment's own. */
  problem: ProblemCode | null
  otherWay: string
  onRetry(): void
  onOtherWay?(): void
  onBack?(): void
}

/** The provider cannot be reached. We go on trying; the person may ask for it now, or take another way. */
export function PaymentUnreachableStep(props: PaymentUnreachableStepProps) {
  const { isClosing, busy, problem, onRetry, onOtherWay, onBack } = props
  return (
    <WidgetShell
      {...place('payment', trackOf(true))}
      tone="problem"
      title={copy.text('unreachable.title')}
      lead={copy.text(isClosing ? 'unreachable.closingLead' : 'unreachable.lead')}
      footer={copy.text('unreachable.footer')}
      onBack={busy ? undefined : onBack}
    >
      <ProblemPanel problem={copy.problem(problem ?? 'payment.unreachable')} />
      <Button busy={busy} onClick={onRetry}>
        {copy.text('unreachable.retry')}
      </Button>
      {onOtherWay && (
        <Button kind="quiet" off={busy} onClick={onOtherWay}>
          {props.otherWay}
        </Button>
      )}
    </WidgetShell>
  )
}
