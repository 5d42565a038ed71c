/**
 * Prorations, to the second: what was paid and will not be used is credited, what will be used is charged. Amounts in
 * minor currency units, each line rounded for itself.
 *
 * Source: Stripe docs, "Prorations" (how prorations work).
 */
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { costOf, type PlannedLine } from '../invoices/lines.ts'
import type { PlannedItem } from './items.ts'
import { type Period, shareLeft } from './period.ts'

type Side = 'Unused' | 'Remaining'

function line(
  account: Account,
  subscription: string,
  item: PlannedItem,
  period: Period,
  at: number,
  side: Side,
): PlannedLine {
  const { price, quantity } = item
  const share = costOf(price, quantity) * shareLeft(period, at)
  const product = account.products.find(idOf(price.product)!)?.name ?? 'Product'
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at * 1000)
  return {
    amount: side === 'Unused' ? -Math.round(share) : Math.round(share),
    currency: price.currency,
    description: `${side} time on ${quantity === 1 ? '' : `${quantity} × `}${product} after ${day}`,
    period: { start: at, end: period.end },
    price,
    quantity,
    subscription,
    subscriptionItem: item.id,
    isProration: true,
    invoiceItem: null,
  }
}

/** What is given back for the rest of the period, from `at` on. */
export const creditLines = (
  account: Account,
  subscription: string,
  items: readonly PlannedItem[],
  period: Period,
  at: number,
) => items.map((item) => line(account, subscription, item, period, at, 'Unused'))

/** What the rest of the period costs, from `at` on. */
export const debitLines = (
  account: Account,
  subscription: string,
  items: readonly PlannedItem[],
  period: Period,
  at: number,
) => items.map((item) => line(account, subscription, item, period, at, 'Remaining'))
