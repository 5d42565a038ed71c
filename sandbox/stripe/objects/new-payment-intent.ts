/** A payment intent before anything was tried. Amounts are in minor currency units. */
import type Stripe from 'stripe'
import type { Account } from '../account/account.ts'

export interface NewPaymentIntent {
  readonly amount: number
  readonly currency: string
  readonly customer?: string | null
  readonly payment_method?: string | null | undefined
  readonly description?: string | null | undefined
  readonly metadata?: Record<string, string>
  readonly receipt_email?: string | null | undefined
  readonly setup_future_usage?: 'off_session' | 'on_session' | null | undefined
  readonly automatic?: Stripe.PaymentIntent.AutomaticPaymentMethods | null
}

export function newPaymentIntent(account: Account, asked: NewPaymentIntent): Stripe.PaymentIntent {
  const id = account.id('pi')
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: asked.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: asked.automatic ?? null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: account.id(`${id}_secret`),
    confirmation_method: 'automatic',
    created: account.clock.seconds(),
    currency: asked.currency,
    customer: asked.customer ?? null,
    customer_account: null,
    description: asked.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: asked.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: asked.payment_method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: asked.receipt_email ?? null,
    review: null,
    setup_future_usage: asked.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: asked.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_group: null,
  }
  return account.keep(account.paymentIntents, intent, 'payment_intent.created')
}
