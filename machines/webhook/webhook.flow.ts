/** The webhook inbox. Only the server starts an entry; only operators may speak to one. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { webhookMachine } from './webhook.machine.ts'
import { webhookSays } from './webhook.says.ts'
import type { WebhookContext } from './webhook.types.ts'

export const webhookEvents = {
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
}

export const webhookFlow = flow<typeof webhookMachine>({
  machine: webhookMachine,
  says: webhookSays,
  start: null,
  events: webhookEvents,
  policy: { 'operator.retried': ['operator'] },
  view: (context: WebhookContext, caller) => {
    if (caller !== 'operator' && caller !== 'system') return {}
    const { eventId, type, objectKind, objectId, createdAt, claimsMissed, ownersMissed, reason } = context
    return { eventId, type, objectKind, objectId, createdAt, claimsMissed, ownersMissed, reason }
  },
})
