/** An invoice as a PDF: one page of text. */
import type Stripe from 'stripe'
import { textPdf } from '../../../server/pdf/text-pdf.ts'
import { day, money } from './shell.ts'

export function invoicePdf(invoice: Stripe.Invoice): Buffer {
  const lines = [
    `Invoice ${invoice.number ?? '(draft)'}`,
    `From ${invoice.account_name ?? ''}`,
    `To ${invoice.customer_name ?? invoice.customer_email ?? ''}`,
    `Date ${day(invoice.created)}`,
    '',
    ...invoice.lines.data.map((line) => `${line.description ?? ''}    ${money(line.amount, line.currency)}`),
    '',
    `Total ${money(invoice.total, invoice.currency)}`,
    `Status ${invoice.status ?? ''}`,
    '',
    'This is a sandbox. No money moved.',
  ]
  return textPdf(lines)
}
