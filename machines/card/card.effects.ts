/** What the replacement of a card asks for. The bodies stand in `server/services/billing/`. */
import { effect } from '../kit/effect.ts'
import type { AdoptCard, CloseCard, OpenCard, ReadCard } from './card.types.ts'

export const openCard = effect<OpenCard['input'], OpenCard['output']>({
  identity: ({ cardId, attempt }) => `card/${cardId}/${attempt}`,
  attempts: 4,
})
export const readSetup = effect<ReadCard['input'], ReadCard['output']>({
  identity: ({ setupIntentId }) => `read/${setupIntentId}`,
  attempts: 6,
  maxBackoffMs: 8000,
})
/** Named by the set-up: one card pays one invoice once, however often it is tried. */
export const adoptCard = effect<AdoptCard['input'], AdoptCard['output']>({
  identity: ({ setupIntentId }) => `adopt/${setupIntentId}`,
  attempts: 6,
  maxBackoffMs: 8000,
})
export const closeCard = effect<CloseCard['input'], CloseCard['output']>({
  identity: ({ cardId }) => `close/${cardId}`,
  attempts: 5,
})
