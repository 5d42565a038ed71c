/** The pages a paying person meets at Stripe's: the bank's question after a redirect, and an invoice. */
import type Stripe from 'stripe'
import { html } from '../../../server/http/html.ts'
import type { AnyIntent } from '../objects/challenge.ts'
import { day, money, sandboxPage } from './shell.ts'

/** Asks; the two buttons post to the address the page stands at. */
export const challengePage = (intent: AnyIntent): string =>
  sandboxPage(
    '3-D Secure',
    intent.status === 'requires_action'
      ? html`<section class="card"><h1>Your bank asks: is it you?</h1>
<p>${intent.object === 'payment_intent' ? `Tenure wants to take ${money(intent.amount, intent.currency)}.` : 'Tenure wants to save your card for later payments.'}</p>
<form method="post"><button name="outcome" value="complete">Complete</button><button class="quiet" name="outcome" value="fail">Fail</button></form></section>`
      : html`<section class="card"><h1>There is nothing to confirm</h1><p>This payment is not waiting for you. You can close this page.</p></section>`,
  )

const told: Readonly<Record<string, string>> = {
  draft: 'Not sent yet',
  open: 'Waiting for payment',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Written off',
}

export const invoicePage = (invoice: Stripe.Invoice): string =>
  sandboxPage(
    `Invoice ${invoice.number ?? ''}`,
    html`<section class="card"><h1>${money(invoice.amount_due, invoice.currency)}</h1><p>${told[invoice.status ?? 'draft'] ?? ''}</p>
<dl><dt>Invoice</dt><dd>${invoice.number ?? 'Draft'}</dd><dt>To</dt><dd>${invoice.customer_name ?? invoice.customer_email ?? ''}</dd><dt>Date</dt><dd>${day(invoice.created)}</dd></dl></section>
<section class="card"><dl>${invoice.lines.data.map((line) => html`<dt>${line.description}</dt><dd>${money(line.amount, line.currency)}</dd>`)}</dl></section>
<a class="button quiet" href="/invoice/${invoice.id}/pdf">Download as PDF</a>`,
  )
