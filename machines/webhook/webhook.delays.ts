/** How long an inbox entry waits for what, in milliseconds; each time longer, and not for ever. */
import type { WebhookContext } from './webhook.types.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Until a tenant claims a customer: first for an effect about to report, at last for a server that is down. */
export const claimWaits = [second, 5 * second, 30 * second, 2 * minute, 10 * minute, hour, 6 * hour, 24 * hour]
/** Until a paid tenant is set up: usually seconds; longer when provisioning waits for an operator. */
export const ownerWaits = [second, 5 * second, minute, 10 * minute, hour, 6 * hour, 24 * hour, 72 * hour]

const waitOf = (waits: readonly number[], missed: number) => waits[missed - 1] ?? waits.at(-1)!

export const webhookDelays = {
  claimWait: ({ context }: { context: WebhookContext }) => waitOf(claimWaits, context.claimsMissed),
  ownerWait: ({ context }: { context: WebhookContext }) => waitOf(ownerWaits, context.ownersMissed),
}
