/** How long a run waits, in milliseconds, and how often it tries. */
import type { ProvisioningContext } from './provisioning.types.ts'

/** Tries of one step before everything is taken back. */
export const STEP_TRIES = 3

const firstRetryMs = 2000

/** 2 s after the first failure, 8 s after the second. */
export const retryDelayOf = (context: ProvisioningContext) =>
  firstRetryMs * 4 ** ((context.steps[context.at]?.tries ?? 1) - 1)

export const provisioningDelays = {
  retryDelay: ({ context }: { context: ProvisioningContext }) => retryDelayOf(context),
}
