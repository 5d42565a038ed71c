/** Yes or no, from the context and the event alone. */
import { claimWaits, ownerWaits } from './webhook.delays.ts'
import { isHandled as isKept, type WebhookContext } from './webhook.types.ts'

interface Asked {
  context: WebhookContext
  event: unknown
}

/** Whether the effect's answer is in that state. */
export const hasState =
  (state: string) =>
  ({ event }: Asked) =>
    (event as { output?: { state?: string } }).output?.state === state

export const hasReceipt = ({ event }: Asked) => {
  const { output } = event as { output?: { state?: string; receipt?: unknown } }
  return output?.state === 'applied' && output.receipt != null
}
export const isHandled = ({ context }: Asked) => isKept(context)
/** The one that is being missed now is not counted yet. */
export const isStillUnclaimed = (asked: Asked) =>
  hasState('unclaimed')(asked) && asked.context.claimsMissed < claimWaits.length
export const isStillOwnerless = (asked: Asked) =>
  hasState('no owner')(asked) && asked.context.ownersMissed < ownerWaits.length
