/**
 * What `/sandbox/stripe` shows: the customers, subscriptions, invoices and events the stand-in holds, and which faults
 * are on. Everything in it may have been typed by somebody, so everything is escaped.
 */
import type Stripe from 'stripe'
import { type Html, html, page } from '../../../server/http/html.ts'
import type { WaitingFault } from '../control/faults.ts'
import type { SandboxState } from '../control/state.ts'
import { look } from './look.ts'
import { day, money } from './shell.ts'

const SHOWN = 30

export const stripePage = (state: SandboxState): string =>
  page({
    title: 'Stripe (sandbox) · Tenure',
    head: html`<link rel="stylesheet" href="/assets/tokens.css"><style>${style}</style>`,
    body: html`${bar}<main>${figures(state)}
${section('Customers', 'No customer yet. One appears when a team chooses a paid plan.', state.customers, (customer) => customerRow(state, customer))}
${section('Subscriptions', 'No subscription yet.', state.subscriptions, subscriptionRow)}
${section('Invoices', 'No invoice yet.', state.invoices, invoiceRow)}
${section('Faults that wait for their call', 'None: every call is answered as Stripe would answer it.', state.faults, faultRow)}
${section('Events', 'Nothing has happened yet.', state.events, eventRow)}</main>`,
  })

// our own text, without a sign that HTML would read
const style = html([look] as unknown as TemplateStringsArray)

const bar = html`<header class="bar"><img class="mark" src="/assets/mark.svg" alt=""><h1>Stripe</h1>
<p>This is a sandbox: no bank is asked and no money moves. Set <code>STRIPE_SECRET_KEY</code> to use Stripe itself.</p>
<a href="/sandbox/stripe">Look again</a></header>`

function figures(state: SandboxState): Html {
  const live = state.subscriptions.filter(({ status }) => ['active', 'trialing', 'past_due'].includes(status)).length
  const open = state.invoices.filter(({ status }) => status === 'open').length
  const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return html`<dl class="figures"><div><dt>Customers</dt><dd>${state.customers.length}</dd></div>
<div><dt>Live subscriptions</dt><dd>${live}</dd></div><div><dt>Open invoices</dt><dd>${open}</dd></div>
<div><dt>Its clock says, in UTC</dt><dd><time datetime="${new Date(state.now).toISOString()}">${clock.format(state.now)}</time></dd></div></dl>`
}

/** Newest first, and not without end. */
function section<T>(title: string, none: string, items: readonly T[], row: (item: T) => Html): Html {
  if (items.length === 0) return html`<section><h2>${title}</h2><p class="none">${none}</p></section>`
  const shown = items.slice(-SHOWN).toReversed()
  const rest = items.length > shown.length ? html` <small>the last ${shown.length} of ${items.length}</small>` : null
  return html`<section><h2>${title}${rest}</h2><ul class="rows">${shown.map((item) => html`<li>${row(item)}</li>`)}</ul></section>`
}

function customerRow(state: SandboxState, customer: Stripe.Customer): Html {
  const card = state.payment_methods.find(({ id }) => id === customer.invoice_settings.default_payment_method)?.card
  const paysWith = card ? `${card.brand} ending in ${card.last4}` : 'no card'
  return html`<b>${customer.name ?? customer.email ?? 'Without a name'}</b><time>${day(customer.created)}</time>
<small>${customer.email ?? 'no address'}, ${paysWith}</small><span class="id">${customer.id}</span>`
}

const subscriptionRow = (subscription: Stripe.Subscription): Html => {
  const items = subscription.items.data.map(({ quantity, price }) => `${quantity} × ${price.lookup_key ?? price.id}`)
  return html`<b>${items.join(', ')}</b>${chip(subscription.status)}
<small>${whatComes(subscription)}</small><span class="id">${subscription.id}</span>`
}

function whatComes({ status, ended_at: ended, cancel_at: cancelAt, items }: Stripe.Subscription): string {
  if (ended !== null) return `ended on ${day(ended)}`
  if (status === 'incomplete') return 'waits for its first payment'
  return cancelAt === null ? `renews on ${day(items.data[0]?.current_period_end ?? 0)}` : `ends on ${day(cancelAt)}`
}

const invoiceRow = (invoice: Stripe.Invoice): Html =>
  html`<b>${invoice.number ?? 'Draft'}</b><span class="amount">${money(invoice.amount_due, invoice.currency)} ${chip(invoice.status ?? 'draft')}</span>
<small>${invoice.customer_name ?? invoice.customer_email ?? ''}, ${day(invoice.created)}</small><span class="id">${invoice.id}</span>`

const eventRow = (event: Stripe.EventBase): Html =>
  html`<b>${event.type}</b><time>${day(event.created)}</time>
<small>${event.pending_webhooks === 0 ? 'delivered, or nobody listens' : 'not delivered yet'}</small><span class="id">${event.id}</span>`

const faultRow = ({ id, fault, used }: WaitingFault): Html => {
  const { kind, ...where } = fault
  return html`<b>${kind}</b><small>used ${used} times</small><small>${JSON.stringify(where)}</small><span class="id">${id}</span>`
}

/** Colours of the state, which its word says, too. */
const tones: Readonly<Record<string, string>> = {
  active: 'good',
  trialing: 'good',
  paid: 'good',
  incomplete: 'person',
  open: 'person',
  paused: 'person',
  past_due: 'problem',
  unpaid: 'problem',
  uncollectible: 'problem',
}
const chip = (status: string): Html =>
  html`<span class="chip ${tones[status] ?? ''}">${status.replaceAll('_', ' ')}</span>`
