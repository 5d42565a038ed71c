/** How long a leaving waits for what, in milliseconds. */
import type { OffboardingContext } from './offboarding.types.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long data can be taken out after the end. */
export const RETRIEVAL_MS = 30 * day
/** Days before the clean-up at which its owner is told. */
export const noticeDays = [14, 3, 1] as const

type Told = { context: OffboardingContext }

export const offboardingDelays = {
  /** A leaving nobody confirms is dropped: nothing has happened. */
  patience: 7 * day,
  untilEnd: ({ context }: Told) => context.inMs,
  untilFirstNotice: RETRIEVAL_MS - noticeDays[0] * day,
  /** From a notice to the next one, or to the clean-up. */
  untilNext: ({ context: { noticesSent } }: Told) =>
    ((noticeDays[noticesSent - 1] ?? 0) - (noticeDays[noticesSent] ?? 0)) * day,
  /** No clean-up without its notices: while mail is down, the date moves. */
  mailRest: 6 * hour,
  /** The page that watched can still show the end, and then this record goes, too. */
  farewell: day,
}
