/** How long an account waits for what, in milliseconds. */
import type { DunningStep } from './account.types.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const accountDelays = {
  /** Each counts from the moment the step's notice went out: when sending is down, deadlines move. */
  pastDueLasts: 3 * day,
  graceLasts: 7 * day,
  restrictedLasts: 14 * day,
  suspendedLasts: 30 * day,
  /** Between two rounds of trying to send a notice, and of trying to end a subscription. */
  tryAgain: hour,
  /** Between two rounds of asking the provider how things stand. */
  readAgain: 5 * minute,
}

/** How long a step lasts once its notice is out; null for the last, which nothing follows. */
export const stepLastsMs: Readonly<Record<DunningStep, number | null>> = {
  pastDue: accountDelays.pastDueLasts,
  grace: accountDelays.graceLasts,
  restricted: accountDelays.restrictedLasts,
  suspended: accountDelays.suspendedLasts,
  collectionsStopped: null,
}
