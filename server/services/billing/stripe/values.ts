/** Stripe's objects as ours. */
import type { Stripe } from 'stripe'
import type { Setup, Subscription } from '../provider.ts'
import { problemOf } from './errors.ts'

/** Everything but what is over: Stripe, "Subscription lifecycle". */
export const liveStatuses: ReadonlySet<Stripe.Subscription.Status> = new Set([
  'incomplete',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
])
export const isOver = ({ status }: Stripe.Subscription) => !liveStatuses.has(status)

const setupStates: Readonly<Record<string, Setup['state']>> = {
  succeeded: 'succeeded',
  processing: 'processing',
  requires_action: 'needs action',
  requires_confirmation: 'needs card',
  requires_payment_method: 'needs card',
  canceled: 'gone',
}

export function toSetup({ id, status, payment_method, last_setup_error }: Stripe.SetupIntent): Setup {
  const method = typeof payment_method === 'string' ? null : payment_method
  const paymentMethodId = typeof payment_method === 'string' ? payment_method : (payment_method?.id ?? null)
  const { brand, last4 } = method?.card ?? {}
  return {
    id,
    // a state Stripe adds later waits, and is asked about again
    state: setupStates[status] ?? 'processing',
    paymentMethodId,
    card: brand && last4 ? { brand, last4 } : null,
    problem: problemOf(last_setup_error),
  }
}

/** `payment` is the payment of its newest invoice, which says what an incomplete one waits for. */
export function toSubscription(
  { id, status, metadata }: Stripe.Subscription,
  payment: Stripe.PaymentIntent | null,
): Subscription {
  const problem = problemOf(payment?.last_payment_error)
  return { id, identity: metadata['identity'] ?? '', state: stateOf(status, payment), problem }
}

function stateOf(status: Stripe.Subscription.Status, payment: Stripe.PaymentIntent | null): Subscription['state'] {
  if (status === 'active' || status === 'trialing') return 'active'
  if (!liveStatuses.has(status)) return 'gone'
  if (payment?.status === 'requires_action' || payment?.status === 'requires_confirmation') return 'needs action'
  if (payment?.status === 'processing') return 'processing'
  return 'declined'
}
