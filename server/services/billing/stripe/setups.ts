/** Card set-ups: Stripe's setup intents, by the identity of the effect that made them. */
import type { Stripe } from 'stripe'
import type { Setups } from '../provider.ts'
import { found, listed, object, once, PAGE, within } from './calls.ts'
import { toSetup } from './values.ts'

const isOpen = ({ status }: Stripe.SetupIntent) => status !== 'canceled' && status !== 'succeeded'

export function stripeSetups(stripe: Stripe): Setups {
  const setupsOf = (customer: string, signal: AbortSignal) =>
    listed(stripe.setupIntents.list({ customer, limit: PAGE, expand: ['data.payment_method'] }, within(signal)))

  return {
    async findSetup(customer, identity, signal) {
      const setups = await setupsOf(customer, signal)
      const mine = setups.find(({ metadata, status }) => metadata?.['identity'] === identity && status !== 'canceled')
      return mine ? toSetup(mine) : null
    },

    async createSetup(customer, identity, signal) {
      const given = { customer, usage: 'off_session', metadata: { identity } } as const
      return toSetup(await object('setup_intent', stripe.setupIntents.create(given, once(identity, signal))))
    },

    async setup(id, signal) {
      const call = stripe.setupIntents.retrieve(id, { expand: ['payment_method'] }, within(signal))
      const setup = await found('setup_intent', call)
      return setup && toSetup(setup)
    },

    async cancelSetups(customer, signal) {
      for (const { id } of (await setupsOf(customer, signal)).filter(isOpen))
        await object('setup_intent', stripe.setupIntents.cancel(id, {}, within(signal)))
    },

    async setupSecret(id, signal) {
      const setup = await found('setup_intent', stripe.setupIntents.retrieve(id, {}, within(signal)))
      return setup && isOpen(setup) ? setup.client_secret : null
    },
  }
}
