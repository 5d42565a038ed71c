/** How long a clean-up waits, in milliseconds, and how often it tries by itself. */
import type { CleaningContext } from './cleaning.types.ts'

/** Rounds of attempts at one resource before an operator is called. */
export const CLEAN_TRIES = 3
const firstRetryMs = 60_000

export const cleaningDelays = {
  /** A minute after the first round, ten after the second. */
  retryDelay: ({ context: { steps, at } }: { context: CleaningContext }) =>
    firstRetryMs * 10 ** ((steps[at]?.tries ?? 1) - 1),
}
