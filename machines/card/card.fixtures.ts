/** One moment for every state of a card's replacement that has a screen, and the variants that look different. */
import type { Fixture } from '../kit/fixture.ts'
import { done, failed, type Told } from '../kit/walk.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import type { CardInput } from './card.types.ts'

export const input: CardInput = { cardId: 'crd_1', tenantId: 'ten_1' }

export const opened = done('openCard', { setupIntentId: 'seti_1' })
export const submitted: Told = { type: 'card.submitted' }
export const left: Told = { type: 'card.left' }
export const retried: Told = { type: 'card.retried' }
export const cardHolds = done('readSetup', {
  state: 'succeeded',
  paymentMethodId: 'pm_1',
  card: { brand: 'visa', last4: '4242' },
})
export const cardIs = (state: 'processing' | 'needs action' | 'gone') => done('readSetup', { state })
export const cardRefused = (problem: ProblemCode) => done('readSetup', { state: 'needs card', problem })
export const adopted = done('adoptCard', { state: 'adopted' })
export const notPaid = done('adoptCard', { state: 'refused', problem: 'card.declined' })
export const closed = done('closeCard', { closed: true })

const confirming = [opened, submitted]

export const cardFixtures: readonly Fixture[] = [
  { name: 'Opening', state: 'opening', events: [] },
  { name: 'Form', state: 'entering', events: [opened] },
  { name: 'Form, declined', state: 'entering', events: [...confirming, cardRefused('card.declined')] },
  { name: 'Form, cannot pay what is open', state: 'entering', events: [...confirming, cardHolds, notPaid, opened] },
  { name: 'Confirming', state: 'confirming', events: confirming },
  { name: 'Settling', state: 'settling', events: [...confirming, cardIs('processing')] },
  { name: 'Paying what is open', state: 'adopting', events: [...confirming, cardHolds] },
  { name: 'Unreachable', state: 'unreachable', events: [failed('openCard', 'payment.unreachable')] },
  { name: 'Replaced', state: 'replaced', events: [...confirming, cardHolds, adopted] },
]
