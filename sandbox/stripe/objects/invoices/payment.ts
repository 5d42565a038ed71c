/** Which card an invoice is paid with, and which payment stands for it. */
import type Stripe from 'stripe'
import type { Account } from '../../account/account.ts'
import { idOf } from '../../account/id-of.ts'

export const subscriptionOf = (account: Account, invoice: Stripe.Invoice): Stripe.Subscription | null =>
  account.subscriptions.find(idOf(invoice.parent?.subscription_details?.subscription) ?? '') ?? null

/**
 * The invoice's own card, else the subscription's, else the customer's; null when there is none.
 *
 * Source: Stripe docs, "Default payment methods" (order of use).
 */
export function defaultMethodOf(account: Account, invoice: Stripe.Invoice): string | null {
  const customer = account.customers.find(idOf(invoice.customer) ?? '')
  return (
    idOf(invoice.default_payment_method) ??
    idOf(subscriptionOf(account, invoice)?.default_payment_method) ??
    idOf(customer?.invoice_settings.default_payment_method)
  )
}

export const paymentsOf = (account: Account, invoice: string): Stripe.InvoicePayment[] =>
  account.invoicePayments.newestFirst().filter((payment) => payment.invoice === invoice)

export const openPaymentOf = (account: Account, invoice: Stripe.Invoice): Stripe.InvoicePayment | undefined =>
  paymentsOf(account, invoice.id).find(({ status }) => status === 'open')

export const intentOf = (account: Account, invoice: Stripe.Invoice): Stripe.PaymentIntent | undefined => {
  const [payment] = paymentsOf(account, invoice.id)
  return account.paymentIntents.find(idOf(payment?.payment.payment_intent) ?? '')
}

/** What Stripe.js confirms an open invoice with. */
export const confirmationSecretOf = (
  account: Account,
  invoice: Stripe.Invoice,
): Stripe.Invoice.ConfirmationSecret | null => {
  const secret = intentOf(account, invoice)?.client_secret
  return secret ? { client_secret: secret, type: 'payment_intent' } : null
}
