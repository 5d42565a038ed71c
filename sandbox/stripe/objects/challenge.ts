/** The bank's question, answered: Stripe.js, the page of the sandbox and tests all come here. */
import type Stripe from 'stripe'
import type { Account } from '../account/account.ts'
import { checkSecret } from './intent.ts'
import { paymentChallenged } from './payment-intents.ts'
import { setupChallenged } from './setup-intents.ts'

export type AnyIntent = Stripe.SetupIntent | Stripe.PaymentIntent

/** Throws `resource_missing` for an intent that is not there. */
export const intentById = (account: Account, id: string): AnyIntent =>
  id.startsWith('seti_') ? account.setupIntents.get(id, 'intent') : account.paymentIntents.get(id, 'intent')

/** The intent, for somebody who knows its secret. */
export function secretIntent(account: Account, id: string, secret: string): AnyIntent {
  const intent = intentById(account, id)
  checkSecret(intent, secret, false, intent.object === 'setup_intent' ? 'setupintent' : 'payment_intent')
  return intent
}

/** Throws `*_unexpected_state` when nobody asks. */
export const answerChallenge = (account: Account, intent: AnyIntent, passed: boolean): AnyIntent =>
  intent.object === 'setup_intent'
    ? setupChallenged(account, intent, passed)
    : paymentChallenged(account, intent, passed)
