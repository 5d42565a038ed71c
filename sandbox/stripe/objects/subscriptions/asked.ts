/** What a request asks of a new subscription, and the subscription it describes, before anything is billed. */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { invalid } from '../../account/problem.ts'
import { clearable, expandable, flag, integer, list, metadata, natural, text, withMetadata } from '../../wire/schema.ts'
import { takePaymentMethod } from '../payment-methods.ts'
import { newItemSchema, plannedItems, recurringOf } from './items.ts'
import { newSubscription } from './new-subscription.ts'
import { after } from './period.ts'

export const paymentSettings = z.strictObject({
  payment_method_types: list(text).optional(),
  save_default_payment_method: z.enum(['off', 'on_subscription']).optional(),
})

export const createSchema = z.strictObject({
  ...expandable,
  automatic_tax: z.strictObject({ enabled: z.literal('false') }).optional(),
  billing_mode: z.strictObject({ type: z.enum(['classic', 'flexible']) }).optional(),
  cancel_at: natural.optional(),
  cancel_at_period_end: flag.optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  currency: text.optional(),
  customer: text,
  days_until_due: natural.optional(),
  default_payment_method: text.optional(),
  description: clearable.optional(),
  items: list(newItemSchema),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  payment_behavior: z.enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete']).optional(),
  payment_settings: paymentSettings.optional(),
  proration_behavior: z.enum(['create_prorations', 'none', 'always_invoice']).optional(),
  trial_end: z.union([z.literal('now'), integer]).optional(),
  trial_period_days: natural.optional(),
  trial_settings: z
    .strictObject({
      end_behavior: z.strictObject({ missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']) }),
    })
    .optional(),
})
export type Asked = z.output<typeof createSchema>

const DAY = 86_400

/** Throws for prices that cannot stand together, a card of somebody else's, a trial that is over. */
export function build(account: Account, asked: Asked, customer: Stripe.Customer): Stripe.Subscription {
  const items = plannedItems(account, asked.items)
  const now = account.clock.seconds()
  const trialEnd = trialEndOf(asked, now)
  const collectionMethod = asked.collection_method ?? 'charge_automatically'
  if (collectionMethod === 'send_invoice' && asked.days_until_due === undefined)
    throw invalid('You must specify `days_until_due` when `collection_method` is `send_invoice`.', {
      param: 'days_until_due',
    })
  const paymentMethod = asked.default_payment_method
  if (paymentMethod) takePaymentMethod(account, paymentMethod, customer.id, 'default_payment_method')
  const end = trialEnd ?? after(now, recurringOf(items), 1)
  const subscription = newSubscription(account, {
    customer: customer.id,
    items,
    period: { start: now, end },
    trialEnd,
    status: trialEnd !== null ? 'trialing' : collectionMethod === 'send_invoice' ? 'active' : 'incomplete',
    collectionMethod,
    daysUntilDue: asked.days_until_due ?? null,
    defaultPaymentMethod: paymentMethod ?? null,
    description: asked.description ?? null,
    metadata: withMetadata(null, asked.metadata),
    billingMode: asked.billing_mode?.type ?? 'flexible',
    saveDefaultPaymentMethod: asked.payment_settings?.save_default_payment_method ?? 'off',
    missingPaymentMethod: asked.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
  })
  const endsWithPeriod = asked.cancel_at_period_end ?? false
  const cancelAt = asked.cancel_at ?? (endsWithPeriod ? end : null)
  return cancelAt === null
    ? subscription
    : { ...subscription, cancel_at: cancelAt, cancel_at_period_end: endsWithPeriod, canceled_at: now }
}

function trialEndOf(asked: Asked, now: number): number | null {
  if (asked.trial_end === 'now') return null
  if (asked.trial_end !== undefined && asked.trial_end <= now)
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', { param: 'trial_end' })
  return asked.trial_end ?? (asked.trial_period_days ? now + asked.trial_period_days * DAY : null)
}
