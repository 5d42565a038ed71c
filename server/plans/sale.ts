/** Whether a plan is still sold as somebody saw it. */
import { type Catalogue, type Interval, type Money, priceOf } from '../../machines/vocabulary/plans.ts'

export interface Seen {
  readonly plan: string
  readonly interval: Interval
  /** Per seat and interval. */
  readonly price: Money
}

export function saleOf({ plans }: Catalogue, { plan: key, interval, price }: Seen): 'same' | 'changed' | 'gone' {
  const plan = plans.find((one) => one.key === key)
  const now = plan?.offered === true && plan.billing === 'card' ? priceOf(plan, interval) : null
  if (now === null) return 'gone'
  return now.amountMinor === price.amountMinor && now.currency === price.currency ? 'same' : 'changed'
}
