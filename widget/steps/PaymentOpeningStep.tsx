import { Skeleton } from '../../ui/Skeleton.tsx'
import { copy } from '../copy/later.ts'
import { place, trackOf } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PaymentOpeningStepProps {
  /** On the way back: what was opened is being closed. */
  isClosing?: boolean
  onBack?(): void
}

/** The card form is being opened, or closed again: the payment step's shape, without its words. */
export function PaymentOpeningStep({ isClosing = false, onBack }: PaymentOpeningStepProps) {
  const [title, lead] = isClosing
    ? (['payment.closingTitle', 'payment.closingLead'] as const)
    : (['payment.openingTitle', 'payment.openingLead'] as const)
  return (
    <WidgetShell
      {...place('payment', trackOf(true))}
      tone="us"
      title={copy.text(title)}
      lead={copy.text(lead)}
      footer={copy.text('footer.card')}
      onBack={onBack}
    >
      <Skeleton label={copy.text(title)} rows={isClosing ? [62, 62, 44] : [80, 66, 66, 44]} />
    </WidgetShell>
  )
}
