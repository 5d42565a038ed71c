/** What an update changes besides the items: cards, cancellation, trial, words. */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { clearable, expandable, flag, integer, list, metadata, natural, withMetadata } from '../../wire/schema.ts'
import { takePaymentMethod } from '../payment-methods.ts'
import { paymentSettings } from './asked.ts'
import { itemChangeSchema } from './change.ts'
import { periodOf } from './items.ts'

export const prorationBehavior = z.enum(['create_prorations', 'none', 'always_invoice'])

export const updateSchema = z.strictObject({
  ...expandable,
  automatic_tax: z.strictObject({ enabled: z.literal('false') }).optional(),
  cancel_at: z.union([z.literal(''), integer]).optional(),
  cancel_at_period_end: flag.optional(),
  cancellation_details: z.strictObject({ comment: clearable.optional(), feedback: clearable.optional() }).optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  days_until_due: natural.optional(),
  default_payment_method: clearable.optional(),
  description: clearable.optional(),
  items: list(itemChangeSchema).optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  payment_behavior: z
    .enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete', 'pending_if_incomplete'])
    .optional(),
  payment_settings: paymentSettings.optional(),
  proration_behavior: prorationBehavior.optional(),
  proration_date: integer.optional(),
  trial_end: z.union([z.literal('now'), integer]).optional(),
})
export type Asked = z.output<typeof updateSchema>
type Subscription = Stripe.Subscription

/** Throws when a card is not the customer's, or a trial that does not run is extended. */
export function plainPatch(account: Account, subscription: Subscription, asked: Asked): Partial<Subscription> {
  const card = asked.default_payment_method
  if (card) takePaymentMethod(account, card, idOf(subscription.customer)!, 'default_payment_method')
  const { cancellation_details: details, payment_settings: settings } = asked
  return {
    ...(card !== undefined && { default_payment_method: card }),
    ...(asked.description !== undefined && { description: asked.description }),
    ...(asked.collection_method && { collection_method: asked.collection_method }),
    ...(asked.days_until_due !== undefined && { days_until_due: asked.days_until_due }),
    ...(details && { cancellation_details: { ...subscription.cancellation_details!, ...details } }),
    ...(settings && { payment_settings: { ...subscription.payment_settings!, ...settings } }),
    ...cancelPatch(account, subscription, asked),
    ...trialPatch(account, subscription, asked),
    metadata: withMetadata(subscription.metadata, asked.metadata),
  }
}

function cancelPatch(account: Account, subscription: Subscription, asked: Asked): Partial<Subscription> {
  const now = account.clock.seconds()
  if (asked.cancel_at_period_end === true)
    return { cancel_at_period_end: true, cancel_at: periodOf(subscription).end, canceled_at: now }
  if (asked.cancel_at !== undefined && asked.cancel_at !== '')
    return { cancel_at_period_end: false, cancel_at: asked.cancel_at, canceled_at: now }
  const isUndone = asked.cancel_at_period_end === false || asked.cancel_at === ''
  return isUndone ? { cancel_at_period_end: false, cancel_at: null, canceled_at: null } : {}
}

/** A later end of a running trial moves the whole period. */
function trialPatch(account: Account, subscription: Subscription, { trial_end: asked }: Asked): Partial<Subscription> {
  if (asked === undefined) return {}
  if (asked === 'now')
    return subscription.status === 'trialing' ? { trial_end: account.clock.seconds(), status: 'active' } : {}
  if (subscription.status !== 'trialing')
    throw invalid('Only a running trial can be extended here.', { param: 'trial_end' })
  const data = subscription.items.data.map((item) => ({ ...item, current_period_end: asked }))
  return { trial_end: asked, billing_cycle_anchor: asked, items: { ...subscription.items, data } }
}
