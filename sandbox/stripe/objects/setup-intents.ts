/**
 * Setup intents: saving a card for later payments.
 *
 *   requires_payment_method   no card yet, or the last one was refused
 *   requires_confirmation     a card is there, nobody has confirmed
 *   requires_action           the bank asks for 3-D Secure
 *   succeeded                 saved, and attached to the customer
 *   canceled                  given up
 *
 * Source: Stripe docs, "The Setup Intents API"; API reference, "SetupIntents".
 */
import type Stripe from 'stripe'
import type { Account } from '../account/account.ts'
import { idOf } from '../account/id-of.ts'
import { invalid } from '../account/problem.ts'
import type { Decline } from './cards.ts'
import { authenticationFailed, type Confirmation, declinedError, methodFor, nextAction, refusal } from './intent.ts'
import { behaviourOf } from './payment-methods.ts'
import { verdictOnSetup } from './verdict.ts'

type Intent = Stripe.SetupIntent

export interface NewSetupIntent {
  readonly customer?: string | null | undefined
  readonly payment_method?: string | null | undefined
  readonly description?: string | null | undefined
  readonly metadata?: Record<string, string>
  readonly usage?: 'off_session' | 'on_session' | undefined
  readonly automatic?: Stripe.SetupIntent.AutomaticPaymentMethods | null
}

export function newSetupIntent(account: Account, asked: NewSetupIntent): Intent {
  const id = account.id('seti')
  const intent: Intent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: asked.automatic ?? null,
    cancellation_reason: null,
    client_secret: account.id(`${id}_secret`),
    created: account.clock.seconds(),
    customer: asked.customer ?? null,
    customer_account: null,
    description: asked.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: asked.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: asked.payment_method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: asked.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    usage: asked.usage ?? 'off_session',
  }
  return account.keep(account.setupIntents, intent, 'setup_intent.created')
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Throws a card error when the bank refuses; the intent then waits for another card. */
export function confirmSetup(account: Account, intent: Intent, asked: Confirmation): Intent {
  if (!confirmable.includes(intent.status)) throw unexpected(intent, 'confirm')
  const paymentMethod = methodFor(account, asked, idOf(intent.payment_method), idOf(intent.customer))
  if (!paymentMethod)
    throw invalid(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      { code: 'setup_intent_unexpected_state', param: 'payment_method' },
    )
  const verdict = verdictOnSetup(behaviourOf(account, paymentMethod.id), { authenticated: false })
  noteAttempt(account, intent, paymentMethod.id, verdict.kind)
  if (verdict.kind === 'ok') return succeed(account, intent, paymentMethod)
  if (verdict.kind === 'declined') throw refuse(account, intent, paymentMethod, verdict.decline)
  return account.change(intent, 'setup_intent.requires_action', {
    status: 'requires_action',
    payment_method: paymentMethod.id,
    next_action: nextAction(account, intent, asked),
    last_setup_error: null,
  })
}

/** The person came back from the bank. */
export function setupChallenged(account: Account, intent: Intent, passed: boolean): Intent {
  if (intent.status !== 'requires_action') throw unexpected(intent, 'authenticate')
  const paymentMethod = account.paymentMethods.get(idOf(intent.payment_method)!)
  if (!passed) return fail(account, intent, authenticationFailed('setup_intent', paymentMethod))
  const verdict = verdictOnSetup(behaviourOf(account, paymentMethod.id), { authenticated: true })
  noteAttempt(account, intent, paymentMethod.id, verdict.kind)
  if (verdict.kind === 'declined') return fail(account, intent, declinedError(verdict.decline, paymentMethod))
  return succeed(account, intent, paymentMethod)
}

export function cancelSetup(account: Account, intent: Intent, reason: string | null): Intent {
  if (!confirmable.includes(intent.status)) throw unexpected(intent, 'cancel')
  return account.change(intent, 'setup_intent.canceled', {
    status: 'canceled',
    cancellation_reason: reason,
    next_action: null,
  })
}

function succeed(account: Account, intent: Intent, paymentMethod: Stripe.PaymentMethod): Intent {
  const customer = idOf(intent.customer)
  if (customer && paymentMethod.customer === null)
    account.change(paymentMethod, 'payment_method.attached', { customer })
  account.setUp.add(paymentMethod.id)
  account.change(intent, 'setup_intent.succeeded', {
    status: 'succeeded',
    payment_method: paymentMethod.id,
    next_action: null,
    last_setup_error: null,
  })
  account.reactions.setupSucceeded(account, intent)
  return intent
}

function refuse(account: Account, intent: Intent, paymentMethod: Stripe.PaymentMethod, decline: Decline) {
  const error = declinedError(decline, paymentMethod)
  fail(account, intent, error)
  return refusal(error, { setup_intent: intent, payment_method: paymentMethod })
}

const fail = (account: Account, intent: Intent, error: Stripe.SetupIntent.LastSetupError): Intent =>
  account.change(intent, 'setup_intent.setup_failed', {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: error,
  })

function noteAttempt(account: Account, intent: Intent, paymentMethod: string, kind: string): void {
  const attempt: Stripe.SetupAttempt = {
    id: account.id('setatt'),
    object: 'setup_attempt',
    application: null,
    created: account.clock.seconds(),
    customer: intent.customer,
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: paymentMethod,
    payment_method_details: { type: 'card' },
    setup_error: null,
    setup_intent: intent.id,
    status: kind === 'ok' ? 'succeeded' : kind === 'declined' ? 'failed' : 'requires_action',
    usage: intent.usage,
  }
  account.setupAttempts.add(attempt)
  account.change(intent, null, { latest_attempt: attempt.id })
}

const unexpected = (intent: Intent, verb: string) =>
  refusal(
    {
      type: 'invalid_request_error',
      code: 'setup_intent_unexpected_state',
      message: `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`,
    },
    { setup_intent: intent },
  )
