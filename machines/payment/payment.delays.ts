/** How long a payment waits for what, in milliseconds. */
const minute = 60_000
const hour = 60 * minute

export const paymentDelays = {
  /** A card form nobody finishes is closed; the sign-up around it stays. */
  setupLifetime: 24 * hour,
  /** Stripe, "How subscriptions work": an incomplete subscription expires after 23 hours. */
  actionLifetime: 22 * hour,
  askAgain: 15_000,
  askAgainLater: 5 * minute,
}
