import { Chip } from '../../ui/Chip.tsx'
import { TaskList } from '../../ui/TaskList.tsx'
import { copy } from '../copy/payment.ts'
import type { Bill } from './bill.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PaymentConfirmingStepProps {
  bill: Bill
  /** The card holds, and the first charge is under way. */
  isCharging: boolean
  /** The bank takes its time, and we ask it again. */
  isSlow: boolean
  onBack?(): void
}

/** The provider is asked what became of the card, then of the charge. Nothing to press. */
export function PaymentConfirmingStep({ bill, isCharging, isSlow, onBack }: PaymentConfirmingStepProps) {
  const note = copy.text(isSlow ? 'confirming.asking' : 'confirming.seconds')
  return (
    <WidgetShell
      {...place('payment', trackOf(true))}
      tone="us"
      title={copy.text('confirming.title')}
      lead={copy.text(isSlow ? 'confirming.slowLead' : 'confirming.lead')}
      footer={copy.text('confirming.footer')}
      onBack={onBack}
    >
      <TaskList
        label={copy.text('confirming.work')}
        tasks={[
          { key: 'card', label: copy.text('confirming.card'), role: isCharging ? 'done' : 'us' },
          {
            key: 'charge',
            label: copy.text('confirming.charge', { amount: bill.amount }),
            role: isCharging ? 'us' : 'idle',
          },
        ]}
      />
      <div className="tn-state" role="status">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
        <span>{note}</span>
      </div>
    </WidgetShell>
  )
}
