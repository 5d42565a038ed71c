/**
 * What an invoice would say: the next one of a subscription, with a change or without, or the first of one that does
 * not exist yet. Nothing is kept and nobody is told.
 *
 * Source: Stripe API reference, "Create a preview invoice"; docs, "Prorations" (preview a proration).
 */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { expandable, flag, integer, list, text } from '../../wire/schema.ts'
import { pendingLines } from '../invoices/items.ts'
import type { PlannedLine } from '../invoices/lines.ts'
import { draft } from '../invoices/new-invoice.ts'
import { type Change, itemChangeSchema, planChange } from './change.ts'
import { newItemSchema, periodLines, periodOf, plannedFrom, plannedItems, recurringOf } from './items.ts'
import { after, endOf } from './period.ts'
import { prorationBehavior } from './plain-update.ts'
import { creditLines } from './proration.ts'

export const previewSchema = z.strictObject({
  ...expandable,
  automatic_tax: z.strictObject({ enabled: z.literal('false') }).optional(),
  currency: text.optional(),
  customer: text.optional(),
  preview_mode: z.enum(['next']).optional(),
  subscription: text.optional(),
  subscription_details: z
    .strictObject({
      items: list(itemChangeSchema).optional(),
      cancel_now: flag.optional(),
      cancel_at_period_end: flag.optional(),
      proration_behavior: prorationBehavior.optional(),
      proration_date: integer.optional(),
      trial_end: z.union([z.literal('now'), integer]).optional(),
    })
    .optional(),
})
type Asked = z.output<typeof previewSchema>

export function previewInvoice(account: Account, asked: Asked): Stripe.Invoice {
  if (asked.subscription === undefined) return previewFirst(account, asked)
  const subscription = account.subscriptions.get(asked.subscription, 'subscription')
  if (asked.customer !== undefined && asked.customer !== subscription.customer)
    throw invalid('The subscription does not belong to the customer.', { param: 'subscription' })
  const details = asked.subscription_details ?? {}
  if (subscription.ended_at !== null) throw nothingToCome()
  if (details.cancel_now)
    return previewOf(account, subscription, cancelLines(account, subscription, details), periodOf(subscription))
  const change = planChange(account, subscription, {
    items: details.items,
    prorate: details.proration_behavior !== 'none',
    prorationDate: details.proration_date,
    endsTrial: details.trial_end === 'now' && subscription.status === 'trialing',
  })
  const isNow = change.newPeriod !== null || details.proration_behavior === 'always_invoice'
  if (!isNow && (details.cancel_at_period_end ?? subscription.cancel_at_period_end)) throw nothingToCome()
  const lines = isNow ? linesNow(account, subscription, change) : linesThen(account, subscription, change)
  return previewOf(account, subscription, lines, periodOf(subscription))
}

/** Source: Stripe docs, "Error codes" (invoice_upcoming_none). */
const nothingToCome = () => invalid('No upcoming invoices for customer', { code: 'invoice_upcoming_none' })

const linesNow = (account: Account, { id, customer }: Stripe.Subscription, change: Change): PlannedLine[] => [
  ...pendingLines(account, idOf(customer)!, id),
  ...change.prorations,
  ...change.periodLines,
]

/** The invoice at the period's end: what waits, what the change adds, and the whole period after it. */
function linesThen(account: Account, subscription: Stripe.Subscription, change: Change): PlannedLine[] {
  const { end: start } = periodOf(subscription)
  const end = endOf(subscription.billing_cycle_anchor, recurringOf(change.items), start)
  return [
    ...pendingLines(account, idOf(subscription.customer)!, subscription.id),
    ...change.prorations,
    ...periodLines(account, subscription.id, change.items, { start, end }),
  ]
}

function cancelLines(
  account: Account,
  subscription: Stripe.Subscription,
  details: NonNullable<Asked['subscription_details']>,
) {
  const isFree = details.proration_behavior === 'none' || subscription.status === 'trialing'
  const at = details.proration_date ?? account.clock.seconds()
  const items = subscription.items.data.map(plannedFrom)
  return [
    ...pendingLines(account, idOf(subscription.customer)!, subscription.id),
    ...(isFree ? [] : creditLines(account, subscription.id, items, periodOf(subscription), at)),
  ]
}

const previewOf = (
  account: Account,
  subscription: Stripe.Subscription,
  lines: PlannedLine[],
  period: { start: number; end: number },
): Stripe.Invoice =>
  draft(account, account.id('upcoming_in'), {
    customer: idOf(subscription.customer)!,
    reason: 'upcoming',
    currency: subscription.currency,
    lines,
    subscription,
    period,
    collectionMethod: subscription.collection_method,
    daysUntilDue: subscription.days_until_due,
  })

/** A subscription that is only thought of; without a customer, too. */
function previewFirst(account: Account, asked: Asked): Stripe.Invoice {
  if (asked.customer !== undefined) account.customers.get(asked.customer, 'customer')
  const wanted = z.array(newItemSchema).safeParse(asked.subscription_details?.items?.map(asNew) ?? [])
  if (!wanted.success || wanted.data.length === 0) throw nothingToCome()
  const items = plannedItems(account, wanted.data, 'subscription_details[items]')
  const now = account.clock.seconds()
  const trialEnd = asked.subscription_details?.trial_end
  const isTrial = typeof trialEnd === 'number' && trialEnd > now
  const period = { start: now, end: isTrial ? trialEnd : after(now, recurringOf(items), 1) }
  const pending = asked.customer === undefined ? [] : pendingLines(account, asked.customer, null)
  return draft(account, account.id('upcoming_in'), {
    customer: asked.customer ?? '',
    reason: 'upcoming',
    currency: items[0]!.price.currency,
    lines: [...pending, ...periodLines(account, '', items, period, { isTrial })],
    period: { start: now, end: now },
  })
}

const asNew = ({ price, quantity }: z.output<typeof itemChangeSchema>) => ({
  price,
  ...(quantity !== undefined && { quantity: String(quantity) }),
})
