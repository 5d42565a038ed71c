/** The payment inside a sign-up: a piece of its own, asked for when it is needed and no sooner. */
import { lazy, Suspense, useEffect } from 'react'
import { PaymentOpeningStep } from '../steps/PaymentOpeningStep.tsx'
import { SkewStep } from '../steps/SkewStep.tsx'
import { trackOf } from '../steps/track.ts'
import type { ScreenProps } from './moment.ts'

const Payment = lazy(() =>
  import('../payment/Payment.tsx').then(
    (piece) => ({ default: piece.Payment }),
    () => ({ default: PieceMissing }),
  ),
)
const PieceMissing = () => <SkewStep at="payment" track={trackOf(true)} onReload={() => location.reload()} />

export interface PaymentPieceProps extends Pick<ScreenProps, 'moment' | 'session' | 'invoked'> {
  /** They leave the payment, and would rather have this plan; null as long as they pay. */
  onInstead(plan: string | null): void
}

/** Without a server, as in a story, it opens for ever. */
export function PaymentPiece({ moment, session, invoked = [], onInstead }: PaymentPieceProps) {
  const id = invoked.find(({ invoke }) => invoke === 'payment')?.id
  // a wish of an earlier payment is none of this one's
  useEffect(() => onInstead(null), [id, onInstead])
  const free = moment.context.plans.find(({ billing }) => billing === 'none')
  if (!session || !id) return <PaymentOpeningStep />
  return (
    <Suspense fallback={<PaymentOpeningStep />}>
      <Payment
        key={id}
        session={session}
        id={id}
        freePlan={free?.name ?? null}
        onFreePlan={() => free && onInstead(free.key)}
      />
    </Suspense>
  )
}
