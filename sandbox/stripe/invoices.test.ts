import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, customerWith, openSandbox, refusal, teamPrices } from './testing/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openSandbox()
})
afterAll(() => bench.sandbox.close())

const billed = async (card: string) => {
  const customer = await customerWith(bench.stripe, card)
  await bench.stripe.invoiceItems.create({
    customer: customer.id,
    amount: 2500,
    currency: 'eur',
    description: 'Migration',
  })
  return bench.stripe.invoices.create({ customer: customer.id, pending_invoice_items_behavior: 'include' })
}

describe('an invoice', () => {
  it('goes from draft to open to paid', async () => {
    const { stripe } = bench
    const draft = await billed('pm_card_visa')
    expect(draft).toMatchObject({ status: 'draft', number: null, amount_due: 2500 })
    const open = await stripe.invoices.finalizeInvoice(draft.id)
    expect(open).toMatchObject({ status: 'open', amount_remaining: 2500 })
    expect(await refusal(stripe.invoices.finalizeInvoice(draft.id))).toMatchObject({ statusCode: 400 })
    const paid = await stripe.invoices.pay(draft.id)
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 2500, amount_remaining: 0, attempt_count: 1 })
    expect((await refusal(stripe.invoices.pay(draft.id))).message).toBe('Invoice is already paid')
    expect((await stripe.invoices.list({ customer: String(paid.customer), status: 'paid' })).data).toHaveLength(1)
  })

  it('is found by the payment that paid it', async () => {
    const { stripe } = bench
    const paid = await stripe.invoices.pay((await billed('pm_card_visa')).id)
    await stripe.invoices.pay((await billed('pm_card_visa')).id)
    const [mine] = (await stripe.invoicePayments.list({ invoice: paid.id, status: 'paid' })).data
    const intent = String(mine!.payment.payment_intent)
    const payment = { type: 'payment_intent', payment_intent: intent } as const
    expect((await stripe.invoicePayments.list({ payment })).data.map(({ invoice }) => invoice)).toEqual([paid.id])
    expect((await stripe.invoicePayments.list({ payment, status: 'open' })).data).toEqual([])
  })

  it('stays open when the card is refused, and can be void or given up', async () => {
    const { stripe } = bench
    const refused = await billed('pm_card_chargeCustomerFail')
    expect(await refusal(stripe.invoices.pay(refused.id))).toMatchObject({ statusCode: 402, code: 'card_declined' })
    expect((await stripe.invoices.retrieve(refused.id)).status).toBe('open')
    expect((await stripe.invoices.markUncollectible(refused.id)).status).toBe('uncollectible')
    expect((await stripe.invoices.voidInvoice(refused.id)).status).toBe('void')
    expect(await refusal(stripe.invoices.pay(refused.id))).toMatchObject({ statusCode: 400 })
  })

  it('can be shown to a person, and downloaded', async () => {
    const invoice = await bench.stripe.invoices.finalizeInvoice((await billed('pm_card_visa')).id)
    expect(await (await fetch(invoice.hosted_invoice_url!)).text()).toContain('€25.00')
    const pdf = await fetch(invoice.invoice_pdf!)
    expect([pdf.headers.get('content-type'), (await pdf.text()).slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
  })

  it('is deleted only while it is a draft of its own', async () => {
    const { id } = await bench.stripe.invoices.create({ customer: (await bench.stripe.customers.create({})).id })
    expect(await bench.stripe.invoices.del(id)).toMatchObject({ deleted: true })
    const open = await bench.stripe.invoices.finalizeInvoice((await billed('pm_card_visa')).id)
    expect(await refusal(bench.stripe.invoices.del(open.id))).toMatchObject({ code: 'invoice_not_editable' })
  })
})

describe('a preview', () => {
  it('says what a subscription would cost, and keeps nothing', async () => {
    const { stripe, sandbox } = bench
    const { monthly, yearly } = await teamPrices(stripe)
    const before = sandbox.state()
    const first = await stripe.invoices.createPreview({
      subscription_details: { items: [{ price: monthly.id, quantity: 7 }] },
    })
    expect(first).toMatchObject({ total: 12_600, currency: 'eur', status: 'draft' })
    const customer = await customerWith(stripe, 'pm_card_visa')
    const subscription = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
    const preview = (details: Stripe.InvoiceCreatePreviewParams.SubscriptionDetails) =>
      stripe.invoices.createPreview({ subscription: subscription.id, subscription_details: details })
    const toYearly = await preview({ items: [{ id: subscription.items.data[0]!.id, price: yearly.id }] })
    expect(toYearly.lines.data.map(({ amount }) => amount)).toEqual([-1800, 18_000])
    expect((await preview({ cancel_now: true })).total).toBe(-1800)
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
    expect((await refusal(preview({}))).code).toBe('invoice_upcoming_none')
    expect(sandbox.state().invoices).toHaveLength(before.invoices.length + 1)
    expect(sandbox.state().invoiceitems).toHaveLength(before.invoiceitems.length)
  })
})

describe('a refund', () => {
  it('gives back part by part, never more than was taken', async () => {
    const { stripe } = bench
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'eur',
      payment_method: 'pm_card_visa',
      confirm: true,
    })
    const part = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 500,
      reason: 'requested_by_customer',
    })
    expect(part).toMatchObject({ amount: 500, status: 'succeeded', payment_intent: intent.id })
    expect((await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 1501 }))).param).toBe('amount')
    await stripe.refunds.create({ charge: String(intent.latest_charge) })
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] })
    expect([charge.refunded, charge.amount_refunded, charge.refunds?.data.length]).toEqual([true, 2000, 2])
    expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      code: 'charge_already_refunded',
    })
  })
})
