/** Stripe's errors and refusal codes in our words. Sources: Stripe's "Error handling" and "Decline codes" pages. */
import { Stripe } from 'stripe'
import type { ProblemCode } from '../../../../machines/vocabulary/problems.ts'
import { EffectError, giveUp, retryAfter } from '../../effect.ts'

const DEFAULT_REST_MS = 2000

const problems: Readonly<Record<string, ProblemCode>> = {
  expired_card: 'card.expired',
  insufficient_funds: 'card.insufficientFunds',
  incorrect_cvc: 'card.incorrectCvc',
  invalid_cvc: 'card.incorrectCvc',
  processing_error: 'card.processingError',
  setup_intent_authentication_failure: 'card.notAuthenticated',
  payment_intent_authentication_failure: 'card.notAuthenticated',
  authentication_required: 'card.notAuthenticated',
  invoice_payment_intent_requires_action: 'card.notAuthenticated',
}

interface Refused {
  readonly code?: string | null
  readonly decline_code?: string | null
}

/** What a person is told about a refused card: the bank's own reason where it gave one. */
export function problemOf(error: Refused | null | undefined): ProblemCode | null {
  if (!error) return null
  return problems[error.decline_code ?? ''] ?? problems[error.code ?? ''] ?? 'card.declined'
}

/** Runs a call; what it throws is an `EffectError` that says whether trying again is of use. */
export async function translated<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw inOurWords(error)
  }
}

/** What the bank refused a charge with, or null when it went through. Source: Stripe's "Error handling" (card errors). */
export async function orRefused(call: Promise<unknown>): Promise<ProblemCode | null> {
  try {
    await call
    return null
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) return problemOf(error)
    throw inOurWords(error)
  }
}

/** A preview, or null where no invoice will come. Source: Stripe's "Error codes" (invoice_upcoming_none). */
export const orNothingToCome = <T>(call: Promise<T>): Promise<T | null> =>
  translated(
    call.catch((error: { code?: string }) => {
      if (error.code === 'invoice_upcoming_none') return null
      throw error
    }),
  )

function inOurWords(error: unknown): EffectError {
  if (error instanceof EffectError) return error
  if (error instanceof Stripe.errors.StripeRateLimitError)
    return retryAfter('payment.unreachable', 'The provider asks us to slow down.', restMs(error))
  const passes =
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    // a call of the same identity is still under way
    (error instanceof Stripe.errors.StripeError && error.statusCode === 409)
  if (passes || !(error instanceof Stripe.errors.StripeError))
    return new EffectError('payment.unreachable', `The provider did not answer: ${messageOf(error)}`)
  return giveUp('billing.refused', `The provider refused: ${error.code ?? error.type}, ${error.message}`)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const restMs = ({ headers }: { headers?: Record<string, string> | undefined }) => {
  const seconds = Number(headers?.['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : DEFAULT_REST_MS
}

/**
 * What the SDK resolves with is not always what was asked for: an answer without an `error` key resolves whatever its
 * status was. Only an object of the right kind counts.
 */
export function expectObject<T extends { object: string }>(answer: T, kind: T['object']): T {
  if ((answer as Partial<T> | null)?.object !== kind)
    throw new EffectError('payment.unreachable', `The provider answered with something that is no ${kind}.`)
  return answer
}
