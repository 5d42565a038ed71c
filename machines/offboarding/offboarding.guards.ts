/** Yes or no, from the context and the event alone. */
import { noticeDays } from './offboarding.delays.ts'
import type { OffboardingContext } from './offboarding.types.ts'

interface Asked {
  context: OffboardingContext
  event: unknown
}

/** The workspace's name, letter by letter; spaces around it are no matter. */
export const isNamed = ({ context: { preview }, event }: Asked) =>
  (event as { name: string }).name.trim() === preview?.company.trim()

/** There is something to give up but the workspace itself, and the workspace fits into what costs nothing. */
export const hasOffer = ({ context: { preview } }: Asked) =>
  preview !== null && preview.periodEnd !== null && preview.freePlanName !== null

/** There is nothing to wait for: it was asked for at once, or nothing is paid for. */
export const isNow = ({ context }: Asked) => context.when === 'now' || context.inMs <= 0

export const areAllNoticesSent = ({ context }: Asked) => context.noticesSent >= noticeDays.length
