/**
 * Makes the one subscription of a tenant.
 *
 * Safe to repeat: whatever subscription the tenant has is looked at first. One that is active, or that this very attempt
 * made, is the answer; one that an earlier attempt left unpaid is ended, so there is never a second.
 *
 * Gives up with `price.changed` when the provider sells it for another price than the person saw, and with
 * `billing.refused` when it is not for sale or the card is gone.
 */
import type { Subscribe } from '../../../machines/payment/payment.types.ts'
import { giveUp, type Job, type Perform } from '../effect.ts'
import type { Provider, Subscription } from './provider.ts'

export const subscribe =
  (provider: Provider): Perform<Subscribe> =>
  async (job) => {
    const { input, identity, signal } = job
    const { customerId: customer, tenantId: tenant, seats } = input
    const mine = await settledAmong(provider, job)
    if (mine) return { output: answerOf(mine) }

    const price = await priceFor(provider, job)
    const setup = await provider.setup(input.setupIntentId, signal)
    const paymentMethod = setup?.paymentMethodId
    if (!paymentMethod) throw giveUp('billing.refused', `Set-up ${input.setupIntentId} has no card to charge.`)
    const made = await provider.createSubscription({ identity, tenant, customer, price, seats, paymentMethod }, signal)
    if (made.state === 'declined') await provider.endSubscription(made.id, signal)
    return { output: answerOf(made) }
  }

/** The subscription that answers this attempt, after those that do not have been ended. */
async function settledAmong(provider: Provider, { input, identity, signal }: Job<Subscribe['input']>) {
  const live = await provider.liveSubscriptions(input.customerId, input.tenantId, signal)
  const mine =
    live.find(({ state }) => state === 'active') ??
    live.find((one) => one.identity === identity && one.state !== 'declined')
  for (const { id } of live.filter((one) => one !== mine)) await provider.endSubscription(id, signal)
  return mine ?? null
}

/** The price comes from the provider by its name, and must be what the person agreed to. */
async function priceFor(provider: Provider, { input, signal }: Job<Subscribe['input']>): Promise<string> {
  const { lookupKey, interval, price } = input
  const offered = await provider.price(lookupKey, signal)
  if (!offered) throw giveUp('billing.refused', `The price ${lookupKey} is not for sale.`)
  const { amountMinor, currency } = offered.money
  if (amountMinor !== price.amountMinor || currency !== price.currency || offered.interval !== interval)
    throw giveUp('price.changed', `The price ${lookupKey} is another than the person saw.`)
  return offered.id
}

function answerOf({ id, state, problem }: Subscription): Subscribe['output'] {
  if (state === 'active') return { state, subscriptionId: id }
  if (state === 'declined' || state === 'gone') return { state: 'declined', problem: problem ?? 'card.declined' }
  return { state: 'needs action', subscriptionId: id }
}
