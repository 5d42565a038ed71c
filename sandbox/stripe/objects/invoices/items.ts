/**
 * Invoice items: what waits for the customer's next invoice, in minor currency units; a credit is negative.
 *
 * Source: Stripe API reference, "Invoice Items".
 */
import type Stripe from 'stripe'
import { default as StripeSdk } from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import type { PlannedLine } from './lines.ts'

export interface NewItem extends Omit<PlannedLine, 'invoiceItem'> {
  readonly customer: string
  readonly metadata?: Record<string, string>
  /** A draft it is meant for; null: the next one. */
  readonly invoice?: string | null
}

export function newInvoiceItem(account: Account, asked: NewItem): Stripe.InvoiceItem {
  const item: Stripe.InvoiceItem = {
    id: account.id('ii'),
    object: 'invoiceitem',
    amount: asked.amount,
    currency: asked.currency,
    customer: asked.customer,
    customer_account: null,
    date: account.clock.seconds(),
    description: asked.description,
    discountable: !asked.isProration,
    discounts: [],
    invoice: asked.invoice ?? null,
    livemode: false,
    metadata: asked.metadata ?? {},
    parent: asked.subscription
      ? {
          type: 'subscription_details',
          subscription_details: {
            subscription: asked.subscription,
            ...(asked.subscriptionItem && { subscription_item: asked.subscriptionItem }),
          },
        }
      : null,
    period: asked.period,
    pricing: asked.price && {
      type: 'price_details',
      price_details: { price: asked.price.id, product: idOf(asked.price.product)! },
      unit_amount_decimal: asked.price.unit_amount_decimal,
    },
    proration: asked.isProration,
    quantity: asked.quantity,
    quantity_decimal: StripeSdk.Decimal.from(asked.quantity),
    tax_rates: [],
    test_clock: null,
  }
  return account.keep(account.invoiceItems, item, 'invoiceitem.created')
}

/** What waits for this customer's next invoice; with a subscription, also what waits for that one. */
export const pendingLines = (account: Account, customer: string, subscription: string | null): PlannedLine[] =>
  account.invoiceItems
    .oldestFirst()
    .filter((item) => item.customer === customer && item.invoice === null)
    .filter((item) => belongsTo(item, subscription))
    .map((item) => lineOf(account, item))

const subscriptionOf = (item: Stripe.InvoiceItem) => item.parent?.subscription_details?.subscription ?? null
const belongsTo = (item: Stripe.InvoiceItem, subscription: string | null) => {
  const own = subscriptionOf(item)
  return own === null || own === subscription
}

export const lineOf = (account: Account, item: Stripe.InvoiceItem): PlannedLine => ({
  amount: item.amount,
  currency: item.currency,
  description: item.description ?? '',
  period: item.period,
  price: account.prices.find(idOf(item.pricing?.price_details?.price) ?? '') ?? null,
  quantity: item.quantity,
  subscription: subscriptionOf(item),
  subscriptionItem: item.parent?.subscription_details?.subscription_item ?? null,
  isProration: item.proration,
  invoiceItem: item.id,
})
