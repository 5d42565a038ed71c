/** What a payment would meet, asked before anything is changed: for behaviours that promise to change nothing. */
import type { Account } from '../../account/account.ts'
import { cardProblem, type StripeProblem } from '../../account/problem.ts'
import { noPaymentMethod } from '../invoices/pay.ts'
import { behaviourOf } from '../payment-methods.ts'
import { verdictOnCharge } from '../verdict.ts'

/** Null when the payment would succeed. `amount`: in minor currency units, credit already taken off. */
export function forecast(
  account: Account,
  { amount, paymentMethod, offSession }: { amount: number; paymentMethod: string | null; offSession: boolean },
): StripeProblem | null {
  if (amount <= 0) return null
  if (paymentMethod === null) return noPaymentMethod()
  const isSetUp = account.setUp.has(paymentMethod)
  const verdict = verdictOnCharge(behaviourOf(account, paymentMethod), { offSession, isSetUp, authenticated: false })
  if (verdict.kind === 'ok') return null
  if (verdict.kind === 'authenticate')
    return cardProblem({
      code: 'subscription_payment_intent_requires_action',
      message:
        'Payment for this subscription requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with `subscription.latest_invoice`.',
    })
  const { code, declineCode, message } = verdict.decline
  return cardProblem({ code, decline_code: declineCode, message })
}
