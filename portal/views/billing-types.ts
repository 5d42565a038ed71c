/** What the home page shows of money. Every amount is raw; the views write it. */
import type { Money } from '../../machines/vocabulary/plans.ts'

export interface PaidPlan {
  /** Per seat and interval. */
  price: Money
  interval: 'month' | 'year'
  /** Seats that are paid for. */
  seats: number
  /** ISO; null when nothing will be charged. */
  next: { total: Money; at: string } | null
  /** When it ends, ISO, if it was cancelled. */
  endsAt: string | null
  card: { brand: string; last4: string } | null
  /** The last charge did not go through. */
  overdue: boolean
}

export interface InvoiceLine {
  /** As it is printed on it. */
  number: string
  /** ISO */
  createdAt: string
  total: Money
  state: 'paid' | 'refunded' | 'open' | 'void' | 'unpaid'
  /** Its page at the payment provider. */
  href: string | null
  /** The same as a file. */
  pdf: string | null
}

export interface Billing {
  planName: string
  seats: { used: number; all: number }
  /** `free`: nobody pays for it. `arriving`: it is paid for, and the provider has not told us the rest yet. */
  paid: PaidPlan | 'free' | 'arriving'
  /** Newest first. */
  invoices: readonly InvoiceLine[]
}
