/** A month of a few customers at Stripe: what they do makes events, many for each object. */
import type Stripe from 'stripe'
import { customerWith, DAY, teamPrices } from '../../../sandbox/stripe/testing/sandbox.ts'
import type { Inbox } from './inbox.ts'

export interface Customer {
  readonly tenant: string
  readonly customer: string
  subscription: string
}

const plan = {
  plan: 'team',
  planName: 'Team',
  limits: { seats: 10, projects: 10, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 },
  seats: 10,
  catalogueVersion: '1',
}

/** A workspace that is set up, with its owner. */
export async function newTenant({ records }: Pick<Inbox, 'records'>, id: string): Promise<void> {
  const owner = { userId: `usr_${id}`, email: `owner@${id.replace('_', '-')}.example`, name: 'Mara Lindqvist' }
  await records.connection.write([
    ...records.tenants.create(
      { id, slug: id.replace('_', '-'), name: 'Fernhill Studio', ...plan },
      { ...owner, occupation: 'designer' },
    ),
    records.tenants.markReady(id),
  ])
}

/** Customers who have each subscribed; `claimed` says which are known to be ours. */
export async function newCustomers(inbox: Inbox, count: number): Promise<Customer[]> {
  const { stripe, records } = inbox
  const { monthly } = await teamPrices(stripe)
  const made: Customer[] = []
  for (let n = 0; n < count; n++) {
    const tenant = `ten_${n}`
    const { id: customer } = await customerWith(stripe, 'pm_card_visa')
    await records.connection.write([records.billing.keepCustomer({ tenant, customer })])
    await newTenant(inbox, tenant)
    const items = [{ price: monthly.id, quantity: 1 + (n % 5) }]
    const { id } = await stripe.subscriptions.create({ customer, items })
    made.push({ tenant, customer, subscription: id })
  }
  return made
}

type Act = (stripe: Stripe, customer: Customer, round: number) => Promise<unknown>

const acts: readonly Act[] = [
  async (stripe, { subscription }, round) => {
    const { items } = await stripe.subscriptions.retrieve(subscription)
    await stripe.subscriptions.update(subscription, { items: [{ id: items.data[0]!.id, quantity: 1 + (round % 7) }] })
  },
  (stripe, { subscription }, round) =>
    stripe.subscriptions.update(subscription, { cancel_at_period_end: round % 2 === 0 }),
  async (stripe, { customer }, round) => {
    const name = round % 2 === 0 ? 'pm_card_mastercard' : 'pm_card_visa'
    const method = await stripe.paymentMethods.attach(name, { customer })
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } })
  },
  async (stripe, { customer }) => {
    const [charge] = (await stripe.charges.list({ customer, limit: 1 })).data
    if (charge?.paid && charge.amount - charge.amount_refunded > 100)
      await stripe.refunds.create({ charge: charge.id, amount: 100 })
  },
]

/** One more thing each customer does; every fifth round, a month passes. */
export async function act({ stripe, sandbox }: Inbox, customers: readonly Customer[], round: number): Promise<void> {
  for (const [n, customer] of customers.entries()) {
    const { status } = await stripe.subscriptions.retrieve(customer.subscription)
    if (status === 'active') await acts[(n + round) % acts.length]!(stripe, customer, round)
  }
  if (round % 5 === 4) sandbox.advance(31 * DAY)
}
