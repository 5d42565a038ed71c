/** A client of Stripe's whose answers are late, so that what was read long ago may be written last. */
import type Stripe from 'stripe'

/** The same client, whose answers to reads of subscriptions and invoices are late. */
export function lateStripe(stripe: Stripe, latenessMs: () => number): Stripe {
  const late = <T extends { retrieve: (...args: never[]) => Promise<unknown> }>(resource: T): T =>
    Object.assign(Object.create(resource) as T, {
      async retrieve(...args: never[]) {
        const answer = await resource.retrieve(...args)
        await new Promise((done) => setTimeout(done, latenessMs()))
        return answer
      },
    })
  const { subscriptions, invoices } = stripe
  return Object.assign(Object.create(stripe) as Stripe, {
    subscriptions: late(subscriptions as never),
    invoices: late(invoices as never),
  })
}
