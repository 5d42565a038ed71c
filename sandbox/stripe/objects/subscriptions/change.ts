/** What a change of items comes to, computed without changing anything: updates and previews ask the same question. */
import type Stripe from 'stripe'
import * as z from 'zod'
import type { Account } from '../../account/account.ts'
import { invalid } from '../../account/problem.ts'
import { flag, metadata, natural, text, withMetadata } from '../../wire/schema.ts'
import type { PlannedLine } from '../invoices/lines.ts'
import {
  checkTogether,
  type PlannedItem,
  periodLines,
  periodOf,
  plannedFrom,
  recurringOf,
  recurringPrice,
} from './items.ts'
import { after, type Period } from './period.ts'
import { creditLines, debitLines } from './proration.ts'

export const itemChangeSchema = z.strictObject({
  id: text.optional(),
  price: text.optional(),
  quantity: natural.optional(),
  deleted: flag.optional(),
  metadata: metadata.optional(),
})
export type ItemChange = z.output<typeof itemChangeSchema>

export interface AskedChange {
  readonly items: readonly ItemChange[] | undefined
  readonly prorate: boolean
  /** Whole seconds since 1970; now when it is left out. */
  readonly prorationDate: number | undefined
  /** The trial ends with this change. */
  readonly endsTrial: boolean
}

export interface Change {
  readonly items: readonly PlannedItem[]
  readonly prorations: readonly PlannedLine[]
  /** The new period, when the old one ends early: another interval, or the end of a trial. */
  readonly newPeriod: Period | null
  /** The new period's cost; empty when the period stays. */
  readonly periodLines: readonly PlannedLine[]
}

export function planChange(account: Account, subscription: Stripe.Subscription, asked: AskedChange): Change {
  const before = subscription.items.data.map(plannedFrom)
  const items = asked.items ? changed(account, before, asked.items) : before
  const now = account.clock.seconds()
  const at = asked.prorationDate ?? now
  const newPeriod = restarts(before, items, asked.endsTrial)
    ? { start: now, end: after(now, recurringOf(items), 1) }
    : null
  const isFree = subscription.status === 'trialing' || !asked.prorate
  return {
    items,
    prorations: isFree ? [] : prorate(account, subscription, { before, items, at, isRestart: newPeriod !== null }),
    newPeriod,
    periodLines: newPeriod ? periodLines(account, subscription.id, items, newPeriod) : [],
  }
}

const intervalOf = (items: readonly PlannedItem[]) => {
  const { interval, interval_count: count } = recurringOf(items)
  return `${count} ${interval}`
}
const restarts = (before: readonly PlannedItem[], items: readonly PlannedItem[], endsTrial: boolean) =>
  endsTrial || intervalOf(before) !== intervalOf(items)

interface Proration {
  readonly before: readonly PlannedItem[]
  readonly items: readonly PlannedItem[]
  readonly at: number
  readonly isRestart: boolean
}

/** Items that stay as they are cost nothing new, unless the whole period starts over. */
function prorate(
  account: Account,
  { id, ...subscription }: Stripe.Subscription,
  { before, items, at, isRestart }: Proration,
) {
  const period = periodOf({ id, ...subscription })
  const isSame = (item: PlannedItem, others: readonly PlannedItem[]) =>
    others.some((other) => other.id === item.id && other.price.id === item.price.id && other.quantity === item.quantity)
  if (isRestart) return creditLines(account, id, before, period, at)
  const gone = before.filter((item) => !isSame(item, items))
  const come = items.filter((item) => !isSame(item, before))
  return [...creditLines(account, id, gone, period, at), ...debitLines(account, id, come, period, at)]
}

function changed(account: Account, before: readonly PlannedItem[], changes: readonly ItemChange[]): PlannedItem[] {
  let items = [...before]
  for (const [index, change] of changes.entries()) {
    if (change.id === undefined) items.push(added(account, change, index))
    else items = items.flatMap((item) => (item.id === change.id ? altered(account, item, change, index) : [item]))
    if (change.id !== undefined && !before.some(({ id }) => id === change.id))
      throw invalid(`No such subscription item: '${change.id}'`, {
        code: 'resource_missing',
        param: `items[${index}][id]`,
      })
  }
  if (items.length === 0) throw invalid('A subscription must have at least one active item.', { param: 'items' })
  checkTogether(items)
  return items
}

function added(account: Account, change: ItemChange, index: number): PlannedItem {
  if (!change.price)
    throw invalid(`Missing required param: items[${index}][price].`, {
      code: 'parameter_missing',
      param: `items[${index}][price]`,
    })
  const price = recurringPrice(account, change.price, `items[${index}][price]`)
  return {
    id: account.id('si', 14),
    price,
    quantity: change.quantity ?? 1,
    metadata: withMetadata(null, change.metadata),
  }
}

const altered = (account: Account, item: PlannedItem, change: ItemChange, index: number): PlannedItem[] =>
  change.deleted
    ? []
    : [
        {
          ...item,
          price: change.price ? recurringPrice(account, change.price, `items[${index}][price]`) : item.price,
          quantity: change.quantity ?? item.quantity,
          metadata: withMetadata(item.metadata, change.metadata),
        },
      ]
