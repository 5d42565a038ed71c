/**
 * Making a draft.
 *
 * Source: Stripe API reference, "Invoices"; Stripe docs, "Invoicing workflow".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { listOf } from '../../wire/list.ts'
import { lineItem, type PlannedLine, sum } from './lines.ts'

export interface NewInvoice {
  readonly customer: string
  readonly reason: Stripe.Invoice.BillingReason
  readonly currency: string
  readonly lines: readonly PlannedLine[]
  readonly subscription?: Stripe.Subscription | null
  /** Whole seconds since 1970. */
  readonly period: { readonly start: number; readonly end: number }
  readonly collectionMethod?: Stripe.Invoice.CollectionMethod
  readonly daysUntilDue?: number | null
  readonly defaultPaymentMethod?: string | null
  readonly description?: string | null
  readonly metadata?: Record<string, string>
  readonly autoAdvance?: boolean
}

/** A draft that nobody was told of: previews are made of it, too. */
export function draft(account: Account, id: string, asked: NewInvoice): Stripe.Invoice {
  const customer = account.customers.find(asked.customer)
  const total = sum(asked.lines)
  return {
    id,
    object: 'invoice',
    account_country: 'IE',
    account_name: 'Tenure (sandbox)',
    account_tax_ids: null,
    ...amountsOf(total, customer?.balance ?? 0),
    amount_paid: 0,
    amount_overpaid: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: asked.autoAdvance ?? true,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: asked.reason,
    collection_method: asked.collectionMethod ?? 'charge_automatically',
    created: account.clock.seconds(),
    currency: asked.currency,
    custom_fields: null,
    customer: asked.customer,
    customer_account: null,
    customer_address: customer?.address ?? null,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_phone: customer?.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer?.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: asked.defaultPaymentMethod ?? null,
    default_source: null,
    default_tax_rates: [],
    description: asked.description ?? null,
    discounts: [],
    due_date: dueDate(account, asked),
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: listOf(
      asked.lines.map((line) => lineItem(account, id, line)),
      `/v1/invoices/${id}/lines`,
    ),
    livemode: false,
    metadata: asked.metadata ?? {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: parentOf(asked.subscription ?? null),
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: asked.period.end,
    period_start: asked.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: customer?.balance ?? 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  }
}

/** A negative balance is credit and pays first; a positive one is owed on top. */
export function amountsOf(total: number, balance: number) {
  const due = Math.max(0, total + balance)
  return { amount_due: due, amount_remaining: due }
}

/** Keeps a draft and takes the pending items its lines were made of. */
export function newInvoice(account: Account, asked: NewInvoice): Stripe.Invoice {
  const invoice = account.keep(account.invoices, draft(account, account.id('in'), asked), 'invoice.created')
  for (const { invoiceItem } of asked.lines) {
    const item = invoiceItem === null ? undefined : account.invoiceItems.find(invoiceItem)
    if (item) account.change(item, null, { invoice: invoice.id })
  }
  if (asked.subscription)
    account.change(asked.subscription, 'customer.subscription.updated', { latest_invoice: invoice.id })
  return invoice
}

const DAY = 86_400
const dueDate = (account: Account, { collectionMethod, daysUntilDue }: NewInvoice): number | null =>
  collectionMethod === 'send_invoice' ? account.clock.seconds() + (daysUntilDue ?? 30) * DAY : null

const parentOf = (subscription: Stripe.Subscription | null): Stripe.Invoice.Parent | null =>
  subscription && {
    type: 'subscription_details',
    quote_details: null,
    subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
  }
