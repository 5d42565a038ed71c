/** Lines of invoices. Amounts are in minor currency units, moments in whole seconds. */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'

/** A line before it stands on an invoice. A credit's amount is negative. */
export interface PlannedLine {
  readonly amount: number
  readonly currency: string
  readonly description: string
  readonly period: { readonly start: number; readonly end: number }
  readonly price: Stripe.Price | null
  readonly quantity: number
  readonly subscription: string | null
  readonly subscriptionItem: string | null
  readonly isProration: boolean
  /** The pending item it was taken from. */
  readonly invoiceItem: string | null
}

export const lineItem = (account: Account, invoice: string | null, line: PlannedLine): Stripe.InvoiceLineItem => ({
  id: account.id('il'),
  object: 'line_item',
  amount: line.amount,
  currency: line.currency,
  description: line.description,
  discount_amounts: [],
  discountable: !line.isProration,
  discounts: [],
  invoice,
  livemode: false,
  metadata: {},
  parent: parentOf(line),
  period: line.period,
  pretax_credit_amounts: [],
  pricing: line.price && {
    type: 'price_details',
    price_details: { price: line.price.id, product: idOf(line.price.product)! },
    unit_amount_decimal: line.price.unit_amount_decimal,
  },
  quantity: line.quantity,
  quantity_decimal: null,
  subscription: line.subscription,
  subtotal: line.amount,
  taxes: [],
})

function parentOf(line: PlannedLine): Stripe.InvoiceLineItem.Parent {
  if (line.subscriptionItem !== null)
    return {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: line.invoiceItem,
        proration: line.isProration,
        proration_details: line.isProration ? { credited_items: null } : null,
        subscription: line.subscription,
        subscription_item: line.subscriptionItem,
      },
    }
  return {
    type: 'invoice_item_details',
    subscription_item_details: null,
    invoice_item_details: {
      invoice_item: line.invoiceItem ?? '',
      proration: false,
      proration_details: null,
      subscription: line.subscription,
    },
  }
}

/** What a recurring price costs for a whole period. Metered prices bill nothing: usage is accepted, not rated. */
export const costOf = (price: Stripe.Price, quantity: number): number =>
  price.recurring?.usage_type === 'metered' ? 0 : Math.round(Number(price.unit_amount_decimal ?? 0) * quantity)

/** "5 × Team (at €18.00 / month)", as Stripe words it. */
export function describe(account: Account, price: Stripe.Price, quantity: number): string {
  const product = account.products.find(idOf(price.product)!)?.name ?? 'Product'
  const amount = new Intl.NumberFormat('en-IE', { style: 'currency', currency: price.currency }).format(
    Number(price.unit_amount_decimal ?? 0) / 100,
  )
  return `${quantity} × ${product} (at ${amount} / ${price.recurring?.interval ?? 'unit'})`
}

export const sum = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((total, { amount }) => total + amount, 0)
