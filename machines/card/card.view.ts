/** What may be seen of a card's replacement. An allow-list: ids at the provider are for our own server alone. */
import type { CallerKind } from '../kit/flow.ts'
import type { CardContext } from './card.types.ts'

export type CardView = Pick<CardContext, 'attempt' | 'card' | 'problem'>
/** What the server needs to open the form: the same shape as a payment's. */
export type CardHandles = Pick<CardContext, 'tenantId' | 'setupIntentId'> & { readonly subscriptionId: null }

export function cardView(context: CardContext, caller: CallerKind): CardView | CardHandles {
  const { attempt, card, problem, tenantId, setupIntentId } = context
  return caller === 'system' ? { tenantId, setupIntentId, subscriptionId: null } : { attempt, card, problem }
}
