/**
 * Trying to collect an open invoice, and what follows when its payment moves by another's hand (a person who confirms
 * it in the browser).
 *
 * Source: Stripe docs, "How subscriptions work" (payment failures), "Automate payment retries".
 */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'
import { invalid, StripeProblem } from '../../account/problem.ts'
import { attempt, refusalOf } from '../payment-intents.ts'
import { namedPaymentMethod } from '../payment-methods.ts'
import { defaultMethodOf, intentOf } from './payment.ts'
import { finalize, markPaid } from './settle.ts'

type Invoice = Stripe.Invoice

export interface Collection {
  /** Instead of the default one. */
  readonly paymentMethod?: string | undefined
  readonly offSession: boolean
}

/** One attempt. The outcome stands in the invoice and its payment intent; only a missing card throws. */
export function collect(account: Account, invoice: Invoice, { paymentMethod, offSession }: Collection): Invoice {
  const customer = idOf(invoice.customer)!
  const id = paymentMethod ?? defaultMethodOf(account, invoice)
  if (id === null) {
    noteAttempt(account, invoice)
    account.tell('invoice.payment_failed', invoice)
    account.reactions.invoiceMoved(account, invoice)
    throw noPaymentMethod()
  }
  const intent = intentOf(account, invoice)
  if (!intent) throw new Error(`Invoice ${invoice.id} is open and has no payment intent.`)
  const method = namedPaymentMethod(account, id, customer, 'payment_method')
  noteAttempt(account, invoice)
  attempt(account, intent, method, { offSession })
  return invoice
}

const noteAttempt = (account: Account, invoice: Invoice) =>
  account.change(invoice, null, { attempt_count: invoice.attempt_count + 1, attempted: true })

export const noPaymentMethod = () =>
  invalid(
    'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.',
    { code: 'resource_missing' },
  )

/** `POST /pay`: throws a card error when the bank refuses, or 402 when a person has to authenticate. */
export function pay(account: Account, invoice: Invoice, collection: Collection & { outOfBand: boolean }): Invoice {
  if (invoice.status === 'draft') finalize(account, invoice)
  if (invoice.status === 'paid') throw invalid('Invoice is already paid')
  if (invoice.status === 'void') throw invalid('This invoice can no longer be paid')
  if (collection.outOfBand) return markPaid(account, invoice, { outOfBand: true })
  collect(account, invoice, collection)
  const intent = intentOf(account, invoice)
  const refused = intent && refusalOf(intent)
  if (refused) throw refused
  if (intent?.status === 'requires_action')
    throw new StripeProblem(402, {
      type: 'card_error',
      code: 'invoice_payment_intent_requires_action',
      message:
        'Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with this invoice.',
    })
  return invoice
}

/** A payment moved: tells its invoice. */
export function intentMoved(account: Account, intent: Stripe.PaymentIntent): void {
  const payment = account.invoicePayments
    .newestFirst()
    .find((known) => known.payment.payment_intent === intent.id && known.status === 'open')
  const invoice = payment && account.invoices.find(idOf(payment.invoice) ?? '')
  if (!invoice) return
  if (intent.status === 'succeeded') {
    markPaid(account, invoice)
  } else if (intent.status === 'requires_action' || intent.status === 'requires_payment_method') {
    if (intent.status === 'requires_action') account.tell('invoice.payment_action_required', invoice)
    else account.tell('invoice.payment_failed', invoice)
    account.reactions.invoiceMoved(account, invoice)
  }
}
