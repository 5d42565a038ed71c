/**
 * Payment intents: taking an amount, in minor currency units, from one card or another until it is there.
 *
 *   requires_payment_method   no card yet, or the last one was refused
 *   requires_confirmation     a card is there, nobody has confirmed
 *   requires_action           the bank asks for 3-D Secure
 *   succeeded, canceled       done
 *
 * Source: Stripe docs, "The Payment Intents API"; API reference, "PaymentIntents".
 */
import type Stripe from 'stripe'
import type { Account } from '../account/account.ts'
import { idOf } from '../account/id-of.ts'
import type { Decline } from './cards.ts'
import { newCharge } from './charges.ts'
import { authenticationFailed, type Confirmation, declinedError, nextAction, refusal } from './intent.ts'
import { behaviourOf } from './payment-methods.ts'
import { verdictOnCharge } from './verdict.ts'

type Intent = Stripe.PaymentIntent

export const isPayable = ({ status }: Intent): boolean =>
  ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(status)

/**
 * One attempt with a card. Never throws for the bank's answer: it stands in the intent afterwards, and whoever stands
 * above it (an invoice) has been told.
 */
export function attempt(
  account: Account,
  intent: Intent,
  paymentMethod: Stripe.PaymentMethod,
  { offSession, ...asked }: Confirmation & { offSession: boolean },
): Intent {
  const isSetUp = account.setUp.has(paymentMethod.id)
  const verdict = verdictOnCharge(behaviourOf(account, paymentMethod.id), { offSession, isSetUp, authenticated: false })
  account.change(intent, null, { payment_method: paymentMethod.id })
  if (verdict.kind === 'ok') succeed(account, intent, paymentMethod)
  else if (verdict.kind === 'declined') decline(account, intent, paymentMethod, verdict.decline)
  else askToAuthenticate(account, intent, asked)
  account.reactions.intentMoved(account, intent)
  return intent
}

/** The person came back from the bank. */
export function paymentChallenged(account: Account, intent: Intent, passed: boolean): Intent {
  if (intent.status !== 'requires_action') throw unexpected(intent, 'authenticate')
  const paymentMethod = account.paymentMethods.get(idOf(intent.payment_method)!)
  const { onCharge } = behaviourOf(account, paymentMethod.id)
  if (!passed) fail(account, intent, authenticationFailed('payment_intent', paymentMethod))
  else if (onCharge) decline(account, intent, paymentMethod, onCharge)
  else succeed(account, intent, paymentMethod)
  account.reactions.intentMoved(account, intent)
  return intent
}

export function cancelPayment(account: Account, intent: Intent, reason: string | null): Intent {
  if (!isPayable(intent)) throw unexpected(intent, 'cancel')
  account.change(intent, 'payment_intent.canceled', {
    status: 'canceled',
    canceled_at: account.clock.seconds(),
    cancellation_reason: reason,
    next_action: null,
  })
  account.reactions.intentMoved(account, intent)
  return intent
}

function succeed(account: Account, intent: Intent, paymentMethod: Stripe.PaymentMethod): void {
  const customer = idOf(intent.customer)
  if (intent.setup_future_usage === 'off_session') {
    account.setUp.add(paymentMethod.id)
    if (customer && paymentMethod.customer === null)
      account.change(paymentMethod, 'payment_method.attached', { customer })
  }
  const charge = newCharge(account, intent, paymentMethod, null)
  account.change(intent, 'payment_intent.succeeded', {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  })
}

function decline(account: Account, intent: Intent, paymentMethod: Stripe.PaymentMethod, reason: Decline): void {
  const charge = newCharge(account, intent, paymentMethod, reason)
  account.change(intent, null, { latest_charge: charge.id })
  fail(account, intent, { ...declinedError(reason, paymentMethod), charge: charge.id })
}

function fail(account: Account, intent: Intent, error: Stripe.PaymentIntent.LastPaymentError): void {
  account.change(intent, 'payment_intent.payment_failed', {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: error,
  })
}

const askToAuthenticate = (account: Account, intent: Intent, asked: Confirmation): void =>
  void account.change(intent, 'payment_intent.requires_action', {
    status: 'requires_action',
    next_action: nextAction(account, intent, asked),
    last_payment_error: null,
  })

/** An intent that asks for a person who is not there has failed, until somebody confirms it on session. */
export function failForAbsence(account: Account, intent: Intent): void {
  const paymentMethod = account.paymentMethods.get(idOf(intent.payment_method)!)
  const reason: Decline = {
    code: 'authentication_required',
    declineCode: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  }
  decline(account, intent, paymentMethod, reason)
}

/** What the caller of a confirmation is told when the attempt failed; null when it did not. */
export function refusalOf(intent: Intent) {
  const error = intent.last_payment_error
  if (intent.status !== 'requires_payment_method' || !error) return null
  const type = error.type === 'card_error' ? ('card_error' as const) : ('invalid_request_error' as const)
  return refusal(
    { type, code: error.code ?? 'card_declined', decline_code: error.decline_code, message: error.message ?? '' },
    { payment_intent: intent, payment_method: error.payment_method, charge: error.charge },
  )
}

export const unexpected = (intent: Intent, verb: string) =>
  refusal(
    {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`,
    },
    { payment_intent: intent },
  )
