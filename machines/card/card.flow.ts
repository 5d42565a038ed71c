/** The flow that replaces a card. Members who may manage billing start it and speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { cardMachine } from './card.machine.ts'
import { cardSays } from './card.says.ts'
import type { CardContext } from './card.types.ts'
import { cardView } from './card.view.ts'

const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) })

export const cardEvents = {
  'card.submitted': plain('card.submitted'),
  'card.left': plain('card.left'),
  'card.retried': plain('card.retried'),
}

export const cardFlow = flow<typeof cardMachine>({
  machine: cardMachine,
  says: cardSays,
  start: {
    permission: 'billing.manage',
    given: z.strictObject({}),
    prefix: 'crd',
    input: (cardId, _given, { tenant }) => ({ cardId, tenantId: tenant }),
  },
  events: cardEvents,
  policy: { 'card.submitted': ['member'], 'card.left': ['member'], 'card.retried': ['member', 'operator'] },
  reading: 'billing.manage',
  permissions: {
    'card.submitted': 'billing.manage',
    'card.left': 'billing.manage',
    'card.retried': 'billing.manage',
  },
  view: (context: CardContext, caller) => ({ ...cardView(context, caller) }),
})
