import { cardText } from '../../machines/vocabulary/money.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Billing } from './billing-types.ts'

export interface PaymentCardProps {
  billing: Billing
  /** The last charge with it did not go through. */
  declined: boolean
  /** Absent for whoever may only look. */
  onReplaceCard?(): void
}

/** The card that is charged, and how to replace it. */
export function PaymentCard({ billing: { paid }, declined, onReplaceCard }: PaymentCardProps) {
  const card = typeof paid === 'string' ? null : paid.card
  return (
    <Card title="Payment">
      <div className="flex flex-wrap items-center gap-3 rounded-control p-3.5 shadow-[inset_0_0_0_1px_var(--tn-line-control)]">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{card ? cardText(card) : 'No card on file'}</p>
          <p className={`text-ui ${declined ? 'text-problem-ink' : 'text-ink-2'}`}>
            {declined ? 'The last charge was declined.' : 'Charged by itself when an invoice comes.'}
          </p>
        </div>
        {onReplaceCard && (
          <Button kind="outline" small onClick={onReplaceCard}>
            Replace
          </Button>
        )}
      </div>
      <p className="mt-3 text-ui text-ink-2">
        The card is kept by our payment provider; we only know its last digits. A new one pays what is open at once.
      </p>
    </Card>
  )
}
