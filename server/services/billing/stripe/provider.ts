/** The payment provider on Stripe's API. The SDK retries nothing by itself: the engine does, under the same identity. */
import type { Stripe } from 'stripe'
import type { Provider } from '../provider.ts'
import { stripeCustomers } from './customers.ts'
import { stripePrices } from './prices.ts'
import { stripeSetups } from './setups.ts'
import { stripeSubscriptions } from './subscriptions.ts'

export const stripeProvider = (stripe: Stripe): Provider => ({
  ...stripeCustomers(stripe),
  ...stripeSetups(stripe),
  ...stripePrices(stripe),
  ...stripeSubscriptions(stripe),
})
