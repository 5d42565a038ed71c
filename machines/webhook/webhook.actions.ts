/** What an inbox entry remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import type {
  ApplyEvent,
  DueReceipt,
  SendReceipt,
  WebhookContext,
  WebhookEvent,
  WebhookInput,
} from './webhook.types.ts'

export const emptyContext = (input: WebhookInput): WebhookContext => ({
  ...input,
  claimsMissed: 0,
  ownersMissed: 0,
  receipt: null,
  reason: null,
})

const remember = <Result = unknown>(patch: (context: WebhookContext, event: Result) => Partial<WebhookContext>) =>
  assign<WebhookContext, WebhookEvent, undefined, WebhookEvent, never>(({ context, event }) =>
    patch(context, event as unknown as Result),
  )

export const webhookActions = {
  missClaim: remember(({ claimsMissed }) => ({ claimsMissed: claimsMissed + 1 })),
  missOwner: remember(({ ownersMissed }) => ({ ownersMissed: ownersMissed + 1 })),
  keepReceipt: remember<{ output: { receipt: DueReceipt | null } }>((_, { output }) => ({ receipt: output.receipt })),
  keepReason: remember<{ output: { reason: string } }>((_, { output }) => ({ reason: output.reason })),
  keepFailure: remember<{ error?: unknown }>((_, { error }) => ({ reason: codeOf(error) })),
  markUnhandled: remember(() => ({ reason: 'type.unhandled' })),
  markUnclaimed: remember(() => ({ reason: 'customer.unclaimed' })),
  markOwnerless: remember(() => ({ reason: 'tenant.absent' })),
  /** An operator's word begins the waiting anew. */
  beginAnew: remember(() => ({ claimsMissed: 0, ownersMissed: 0, reason: null })),
}

export function eventToApply({ eventId, type, objectKind, objectId }: WebhookContext): ApplyEvent['input'] {
  if (objectId === null) throw new Error(`Event ${eventId} is about nothing that can be read.`)
  return { eventId, type, objectKind, objectId }
}

export function receiptToSend({ eventId, receipt }: WebhookContext): SendReceipt['input'] {
  if (receipt === null) throw new Error(`Event ${eventId} has no receipt to send.`)
  return receipt
}
