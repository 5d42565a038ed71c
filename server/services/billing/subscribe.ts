/**
 * Makes the one subscription of a tenant.
 *
 * Safe to repeat: whatever subscription the tenant has is looked at first. One that is active, or that this very attempt
 * made, is the answer; one that an earlier attempt left unpaid is ended, so there is never a second.
 *
 * Gives up with `plan.priceChanged` or `plan.unavailable` when it is not sold any more for what the person saw, and with
 * `billing.refused` when the card is gone.
 */
import type { Subscribe } from '../../../machines/payment/payment.types.ts'
import { type Fact, giveUp, type Job, type Perform } from '../effect.ts'
import { type Sale, stillAgreed } from './agreed.ts'
import type { Book } from './book.ts'
import type { Provider, Subscription } from './provider.ts'

export interface SubscribeParts extends Book {
  readonly provider: Provider
  readonly sale: Sale
}
type SubscribeJob = Job<Subscribe['input']>

export const subscribe =
  (parts: SubscribeParts): Perform<Subscribe> =>
  async (job) => {
    const there = await settledAmong(parts, job)
    if (there) return fact(parts, job, there)

    await stillAgreed(parts.sale, job.input)
    const made = await make(parts, job)
    // what counts is what the provider did, not what it answered: of two, the younger ends
    const settled = await settledAmong(parts, job)
    if (settled) return fact(parts, job, settled)
    return { output: answerOf({ ...made, state: 'declined' }), writes: [parts.ledger.release(made.identity)] }
  }

/** The subscription that answers this attempt, after those that do not have been ended. */
async function settledAmong({ provider, ledger }: SubscribeParts, { input, identity, signal }: SubscribeJob) {
  const { customerId, tenantId: tenant } = input
  const live = (await provider.subscriptionsOf(customerId, tenant, signal)).filter(({ state }) => state !== 'gone')
  const mine =
    live.find(({ state }) => state === 'active') ??
    live.find((one) => one.identity === identity && one.state !== 'declined')
  for (const { id } of live.filter((one) => one !== mine)) await provider.endSubscription(id, signal)
  if (mine) await ledger.intend({ identity: mine.identity, tenant, kind: 'subscription' })
  return mine ?? null
}

async function make({ provider, ledger }: SubscribeParts, { input, identity, signal }: SubscribeJob) {
  const { customerId: customer, tenantId: tenant, plan, planName, interval, lookupKey, price: money, seats } = input
  const setup = await provider.setup(input.setupIntentId, signal)
  const paymentMethod = setup?.paymentMethodId
  if (!paymentMethod) throw giveUp('billing.refused', `Set-up ${input.setupIntentId} has no card to charge.`)
  const price = await provider.ensurePrice({ plan, planName, lookupKey, interval, money }, signal)
  await ledger.intend({ identity, tenant, kind: 'subscription' })
  return provider.createSubscription({ identity, tenant, customer, price: price.id, seats, paymentMethod }, signal)
}

/** The result, with whose subscription it is. Once it is paid, no card form stays open. */
async function fact(
  { provider, billing, ledger }: SubscribeParts,
  { input, signal }: SubscribeJob,
  made: Subscription,
): Promise<Fact<Subscribe['output']>> {
  const { tenantId: tenant, customerId: customer } = input
  if (made.state === 'active') await provider.cancelSetups(customer, signal)
  return {
    output: answerOf(made),
    writes: [
      billing.keepSubscription({ tenant, customer, subscription: made.id }),
      ledger.present(made.identity, { subscriptionId: made.id }),
    ],
  }
}

function answerOf({ id, state, problem }: Subscription): Subscribe['output'] {
  if (state === 'declined' || state === 'gone') return { state: 'declined', problem: problem ?? 'card.declined' }
  return { state, subscriptionId: id }
}
