/** How long an integration waits for what, in milliseconds. */
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const integrationDelays = {
  /** An empty form, or one whose key was refused, is closed. */
  formLifetime: day,
  /** At the provider's page; its code lives for ten minutes. */
  authorizationLifetime: 15 * minute,
  askAgain: 2 * minute,
  healthCheck: 6 * hour,
  /** A broken one is tried now and then: a suspended account may be back. */
  recheck: day,
  forgetAgain: 5 * minute,
}
