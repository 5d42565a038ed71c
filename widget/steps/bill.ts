/** What is to be paid, in words: before a card is asked for, and wherever the amount is named again. */
import type { PaymentView } from '../../machines/payment/payment.view.ts'
import type { Interval } from '../../machines/vocabulary/plans.ts'
import type { Fact } from '../../ui/Summary.tsx'
import { amountOf, seatsOf, totalOf } from '../copy/choices.ts'
import { copy } from '../copy/payment.ts'

export interface Bill {
  /** The plan's name. */
  readonly plan: string
  readonly seats: number
  readonly interval: Interval
  /** All seats for one interval. */
  readonly amount: string
}

export const billOf = ({ planName, seats, interval, price }: PaymentView): Bill => ({
  plan: planName,
  seats,
  interval,
  amount: amountOf(totalOf(price, seats)),
})

/** The total comes last, and says from when and how often. */
export const billFacts = ({ plan, seats, interval, amount }: Bill): Fact[] => [
  { label: seatsOf(plan, seats), value: amount },
  { label: copy.text(`payment.${interval}`), value: amount, total: true },
]
