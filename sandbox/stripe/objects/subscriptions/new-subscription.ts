/** A subscription before anything was billed. Moments in whole seconds since 1970. */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { listOf } from '../../wire/list.ts'
import { type PlannedItem, subscriptionItem } from './items.ts'
import type { Period } from './period.ts'

export interface NewSubscription {
  readonly customer: string
  readonly items: readonly PlannedItem[]
  readonly period: Period
  readonly trialEnd: number | null
  readonly status: Stripe.Subscription.Status
  readonly collectionMethod: 'charge_automatically' | 'send_invoice'
  readonly daysUntilDue: number | null
  readonly defaultPaymentMethod: string | null
  readonly description: string | null
  readonly metadata: Record<string, string>
  readonly billingMode: 'classic' | 'flexible'
  readonly saveDefaultPaymentMethod: 'off' | 'on_subscription'
  readonly missingPaymentMethod: 'cancel' | 'create_invoice' | 'pause'
}

export function newSubscription(account: Account, asked: NewSubscription): Stripe.Subscription {
  const id = account.id('sub')
  const now = account.clock.seconds()
  const items = asked.items.map((item) => subscriptionItem(account, id, item, asked.period))
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: asked.trialEnd ?? now,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: null, type: asked.billingMode },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: asked.collectionMethod,
    created: now,
    currency: asked.items[0]?.price.currency ?? 'eur',
    customer: asked.customer,
    customer_account: null,
    days_until_due: asked.daysUntilDue,
    default_payment_method: asked.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: asked.description,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: listOf(items, `/v1/subscription_items?subscription=${id}`),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: asked.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: asked.saveDefaultPaymentMethod,
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: now,
    status: asked.status,
    test_clock: null,
    transfer_data: null,
    trial_end: asked.trialEnd,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: asked.missingPaymentMethod },
    },
    trial_start: asked.trialEnd === null ? null : now,
  }
}
