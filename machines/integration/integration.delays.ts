/** How long an integration waits for what, in milliseconds. */
import type { IntegrationContext } from './integration.types.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const integrationDelays = {
  /** An empty form, or one whose key was refused, is closed. */
  formLifetime: day,
  /** At the provider's page; its code lives for ten minutes. */
  authorizationLifetime: 15 * minute,
  /** Two minutes, then twice as long each time, up to about an hour. */
  askAgain: ({ context: { misses } }: { context: IntegrationContext }) => 2 * minute * 2 ** Math.min(misses - 1, 5),
  healthCheck: 6 * hour,
  /** A broken one is tried now and then: a suspended account may be back. */
  recheck: day,
  forgetAgain: 5 * minute,
}
