/**
 * An invoice's way from draft to its end.
 *
 *   draft           may still change
 *   open            has a number and an amount; somebody has to pay
 *   paid            the money is there, or there was none to ask for
 *   void            was a mistake
 *   uncollectible   given up, though it may still be paid
 *
 * Source: Stripe docs, "Status transitions and finalization".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid } from '../../account/problem.ts'
import { newPaymentIntent } from '../new-payment-intent.ts'
import { cancelPayment, isPayable } from '../payment-intents.ts'
import { amountsOf } from './new-invoice.ts'
import { defaultMethodOf, openPaymentOf } from './payment.ts'

type Invoice = Stripe.Invoice

/** Numbers the draft, fixes its amount against the customer's balance and asks for it. Nothing to pay is paid. */
export function finalize(account: Account, invoice: Invoice): Invoice {
  if (invoice.status !== 'draft')
    throw invalid("This invoice is already finalized, you can't re-finalize a non-draft invoice.")
  account.clock.cancel('invoice.finalizes', invoice.id)
  const now = account.clock.seconds()
  account.change(invoice, null, {
    ...settledAmounts(account, invoice),
    status: 'open',
    number: takeNumber(account, invoice),
    effective_at: now,
    automatically_finalizes_at: null,
    hosted_invoice_url: `${account.options.url()}/invoice/${invoice.id}`,
    invoice_pdf: `${account.options.url()}/invoice/${invoice.id}/pdf`,
    status_transitions: { ...invoice.status_transitions, finalized_at: now },
  })
  account.tell('invoice.finalized', invoice)
  if (invoice.amount_due === 0) return markPaid(account, invoice)
  askFor(account, invoice)
  if (invoice.due_date !== null) account.clock.schedule('invoice.falls_due', invoice.id, invoice.due_date)
  return invoice
}

/** Credit is used up, or grows when the invoice itself is one. */
function settledAmounts(account: Account, invoice: Invoice): Partial<Invoice> {
  const customer = account.customers.find(idOf(invoice.customer)!)
  const balance = customer?.balance ?? 0
  const left = Math.min(0, invoice.total + balance)
  if (customer && balance !== left) account.change(customer, 'customer.updated', { balance: left })
  return { starting_balance: balance, ending_balance: left, ...amountsOf(invoice.total, balance) }
}

function takeNumber(account: Account, invoice: Invoice): string {
  const customer = account.customers.get(idOf(invoice.customer)!)
  const sequence = customer.next_invoice_sequence ?? 1
  account.change(customer, null, { next_invoice_sequence: sequence + 1, currency: invoice.currency })
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`
}

function askFor(account: Account, invoice: Invoice): void {
  const intent = newPaymentIntent(account, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: idOf(invoice.customer),
    payment_method: defaultMethodOf(account, invoice),
    description: invoice.billing_reason === 'subscription_create' ? 'Subscription creation' : 'Subscription update',
    setup_future_usage: invoice.parent ? 'off_session' : null,
  })
  account.invoicePayments.add({
    id: account.id('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: account.clock.seconds(),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  })
}

/** `outOfBand`: somebody paid another way, and says so. */
export function markPaid(account: Account, invoice: Invoice, { outOfBand = false } = {}): Invoice {
  const now = account.clock.seconds()
  const payment = openPaymentOf(account, invoice)
  if (payment && outOfBand) endPayment(account, invoice)
  else if (payment) {
    account.change(payment, null, {
      status: 'paid',
      amount_paid: invoice.amount_due,
      status_transitions: { ...payment.status_transitions, paid_at: now },
    })
    account.tell('invoice_payment.paid', payment)
  }
  endTimers(account, invoice)
  account.change(invoice, 'invoice.updated', {
    status: 'paid',
    amount_paid: outOfBand ? 0 : invoice.amount_due,
    ...(outOfBand && { amount_paid_off_stripe: invoice.amount_due }),
    amount_remaining: 0,
    attempted: true,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  })
  account.tell('invoice.paid', invoice)
  if (!outOfBand) account.tell('invoice.payment_succeeded', invoice)
  account.reactions.invoiceMoved(account, invoice)
  return invoice
}

export function voidInvoice(account: Account, invoice: Invoice): Invoice {
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible')
    throw invalid(
      `You can only pass in open or uncollectible invoices. This invoice isn't open: it is ${invoice.status}.`,
    )
  return end(account, invoice, 'invoice.voided', {
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: account.clock.seconds() },
  })
}

export function markUncollectible(account: Account, invoice: Invoice): Invoice {
  if (invoice.status !== 'open')
    throw invalid(`You can only mark open invoices as uncollectible. This invoice is ${invoice.status}.`)
  return end(account, invoice, 'invoice.marked_uncollectible', {
    status: 'uncollectible',
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: account.clock.seconds() },
  })
}

function end(account: Account, invoice: Invoice, type: Stripe.Event.Type, patch: Partial<Invoice>): Invoice {
  endTimers(account, invoice)
  account.change(invoice, null, { ...patch, next_payment_attempt: null, auto_advance: false })
  // an uncollectible invoice may still be paid, so its payment stays open
  if (invoice.status === 'void') endPayment(account, invoice)
  account.tell(type, invoice)
  account.reactions.invoiceMoved(account, invoice)
  return invoice
}

function endPayment(account: Account, invoice: Invoice): void {
  const payment = openPaymentOf(account, invoice)
  const intent = payment && account.paymentIntents.find(idOf(payment.payment.payment_intent) ?? '')
  if (!payment || !intent) return
  account.change(payment, null, {
    status: 'canceled',
    status_transitions: { ...payment.status_transitions, canceled_at: account.clock.seconds() },
  })
  if (isPayable(intent)) cancelPayment(account, intent, 'void_invoice')
}

function endTimers(account: Account, { id }: Invoice): void {
  for (const kind of ['invoice.retries', 'invoice.falls_due', 'invoice.finalizes'] as const)
    account.clock.cancel(kind, id)
}
