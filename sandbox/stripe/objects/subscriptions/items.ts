/** Subscription items: which price, how many, for which period. */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { metadata, natural, text, withMetadata } from '../../wire/schema.ts'
import { costOf, describe, type PlannedLine } from '../invoices/lines.ts'
import type { Period } from './period.ts'

export const newItemSchema = z.strictObject({
  price: text,
  quantity: natural.optional(),
  metadata: metadata.optional(),
})

/** What an item will be. `id` is null for one that is not there yet. */
export interface PlannedItem {
  readonly id: string | null
  readonly price: Stripe.Price
  readonly quantity: number
  readonly metadata: Record<string, string>
}

/** Throws when the prices cannot stand on one subscription. */
export function plannedItems(
  account: Account,
  asked: readonly z.output<typeof newItemSchema>[],
  param = 'items',
): PlannedItem[] {
  if (asked.length === 0) throw invalid('Missing required param: items.', { code: 'parameter_missing', param })
  const items = asked.map(({ price, quantity = 1, metadata: notes }, index) => ({
    id: null,
    price: recurringPrice(account, price, `${param}[${index}][price]`),
    quantity,
    metadata: withMetadata(null, notes),
  }))
  checkTogether(items)
  return items
}

export function recurringPrice(account: Account, id: string, param: string): Stripe.Price {
  const price = account.prices.get(id, param)
  if (!price.recurring)
    throw invalid(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      { param },
    )
  if (!price.active) throw invalid(`The price specified is inactive. This field only accepts active prices.`, { param })
  return price
}

export function checkTogether(items: readonly PlannedItem[]): void {
  const kinds = (of: (item: PlannedItem) => string) => new Set(items.map(of)).size
  if (kinds(({ price }) => price.currency) > 1)
    throw invalid('All prices on a subscription must have the same currency.', { param: 'items' })
  if (kinds(({ price }) => `${price.recurring?.interval_count} ${price.recurring?.interval}`) > 1)
    throw invalid('All prices on a subscription must have the same billing interval.', { param: 'items' })
  if (kinds(({ price }) => price.id) < items.length)
    throw invalid('You cannot have more than one subscription item with the same price.', { param: 'items' })
}

export const subscriptionItem = (
  account: Account,
  subscription: string,
  planned: PlannedItem,
  { start, end }: Period,
): Stripe.SubscriptionItem => ({
  id: planned.id ?? account.id('si', 14),
  object: 'subscription_item',
  billing_thresholds: null,
  created: account.clock.seconds(),
  current_period_end: end,
  current_period_start: start,
  current_trial: null,
  discounts: [],
  metadata: planned.metadata,
  plan: planOf(planned.price),
  price: planned.price,
  quantity: planned.quantity,
  subscription,
  tax_rates: [],
})

/** The older form of a price, which items still carry. */
const planOf = (price: Stripe.Price): Stripe.Plan => ({
  id: price.id,
  object: 'plan',
  active: price.active,
  amount: price.unit_amount,
  amount_decimal: price.unit_amount_decimal,
  billing_scheme: price.billing_scheme,
  created: price.created,
  currency: price.currency,
  interval: price.recurring?.interval ?? 'month',
  interval_count: price.recurring?.interval_count ?? 1,
  livemode: false,
  metadata: price.metadata,
  meter: null,
  nickname: price.nickname,
  product: idOf(price.product),
  tiers_mode: null,
  transform_usage: null,
  trial_period_days: null,
  usage_type: 'licensed',
})

/** One line per item for a whole period. A trial's lines cost nothing. */
export const periodLines = (
  account: Account,
  subscription: string,
  items: readonly PlannedItem[],
  period: Period,
  { isTrial = false } = {},
): PlannedLine[] =>
  items.map(({ id, price, quantity }) => ({
    amount: isTrial ? 0 : costOf(price, quantity),
    currency: price.currency,
    description: isTrial
      ? `Trial period for ${describe(account, price, quantity)}`
      : describe(account, price, quantity),
    period,
    price,
    quantity,
    subscription,
    subscriptionItem: id ?? '',
    isProration: false,
    invoiceItem: null,
  }))

export const plannedFrom = (item: Stripe.SubscriptionItem): PlannedItem => ({
  id: item.id,
  price: item.price,
  quantity: item.quantity ?? 1,
  metadata: item.metadata,
})

/** All items of a subscription share their period here: mixed intervals are refused. */
export const periodOf = (subscription: Stripe.Subscription): Period => {
  const [item] = subscription.items.data
  if (!item) throw new Error(`Subscription ${subscription.id} has no item.`)
  return { start: item.current_period_start, end: item.current_period_end }
}

export const recurringOf = (items: readonly { readonly price: Stripe.Price }[]): Stripe.Price.Recurring => {
  const recurring = items[0]?.price.recurring
  if (!recurring) throw new Error('A subscription has no recurring price.')
  return recurring
}
