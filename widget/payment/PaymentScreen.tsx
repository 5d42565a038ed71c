/** The screen of a payment's moment: one line per state. The card form itself comes from outside. */
import type { ReactNode } from 'react'
import { copy } from '../copy/payment.ts'
import { PaymentActionStep } from '../steps/PaymentActionStep.tsx'
import { PaymentConfirmingStep } from '../steps/PaymentConfirmingStep.tsx'
import { PaymentOpeningStep } from '../steps/PaymentOpeningStep.tsx'
import { PaymentStep } from '../steps/PaymentStep.tsx'
import { PaymentUnreachableStep } from '../steps/PaymentUnreachableStep.tsx'
import { SkewStep } from '../steps/SkewStep.tsx'
import { billOf } from '../steps/bill.ts'
import { trackOf } from '../steps/track.ts'
import type { PaymentActs, PaymentMoment } from './moment.ts'

export interface PaymentScreenProps {
  readonly moment: PaymentMoment
  readonly acts: PaymentActs
  /** The provider's card form. */
  readonly card: ReactNode
}

/** States in which the card holds and the first charge is under way. */
const charging = ['subscribing', 'checking', 'waiting', 'paid']
const slow = ['settling', 'waiting']
const closing = ['closing', 'left']

export function PaymentScreen({ moment, acts, card }: PaymentScreenProps) {
  const { screen, state, form, busy, can, freePlan } = moment
  const bill = billOf(moment.context)
  const problem = moment.problem ?? moment.context.problem
  const mayLeave = can('payment.left')
  const onBack = mayLeave ? () => acts.send({ type: 'payment.left' }) : undefined
  const other = {
    otherWay: freePlan ? copy.text('payment.free', { plan: freePlan }) : copy.text('payment.otherPlan'),
    onOtherWay: mayLeave ? acts.takeOtherWay : undefined,
    onBack,
  }
  const atProvider = { bill, form, busy, problem, onReload: acts.reloadForm, ...other }
  switch (screenOr(screen, state)) {
    case 'PaymentStep':
      return (
        <PaymentStep {...atProvider} onSubmit={acts.pay}>
          {card}
        </PaymentStep>
      )
    case 'PaymentActionStep':
      return <PaymentActionStep {...atProvider} onAnswer={acts.answerBank} />
    case 'PaymentConfirmingStep':
      return (
        <PaymentConfirmingStep
          bill={bill}
          isCharging={charging.includes(state)}
          isSlow={slow.includes(state)}
          onBack={onBack}
        />
      )
    case 'PaymentUnreachableStep':
      return (
        <PaymentUnreachableStep
          {...other}
          isClosing={state === 'notClosed'}
          busy={busy}
          problem={moment.problem}
          onRetry={() => acts.send({ type: 'payment.retried' })}
        />
      )
    case 'SkewStep':
      return <SkewStep at="payment" track={trackOf(true)} onReload={acts.reloadPage} />
    default:
      return <PaymentOpeningStep isClosing={closing.includes(state)} onBack={onBack} />
  }
}

/** A payment that is over has no screen, and the sign-up goes on in a moment: what was there last stays until then. */
const screenOr = (screen: string, state: string) =>
  screen === 'none' && state === 'paid' ? 'PaymentConfirmingStep' : screen
