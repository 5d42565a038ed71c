/** One moment for every state of a payment that has a screen, and the variants that look different. */
import type { Fixture } from '../kit/fixture.ts'
import { done, failed, type Told } from '../kit/walk.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import type { PaymentInput } from './payment.types.ts'

export const input: PaymentInput = {
  paymentId: 'onb_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  email: 'mara@fernhill.studio',
  name: 'Mara Lindqvist',
  company: 'Fernhill Studio',
  locale: 'en',
  plan: 'team',
  planName: 'Team',
  interval: 'month',
  seats: 3,
  price: { amountMinor: 2900, currency: 'eur' },
  lookupKey: 'team_month_eur_2900',
}

export const opened = done('openSetup', { customerId: 'cus_1', setupIntentId: 'seti_1' })
export const submitted: Told = { type: 'card.submitted' }
export const changed: Told = { type: 'payment.changed' }
export const left: Told = { type: 'payment.left' }
export const retried: Told = { type: 'payment.retried' }
export const cardHolds = done('readSetup', {
  state: 'succeeded',
  paymentMethodId: 'pm_1',
  card: { brand: 'visa', last4: '4242' },
})
export const cardIs = (state: 'processing' | 'needs action' | 'gone') => done('readSetup', { state })
export const cardRefused = (problem: ProblemCode) => done('readSetup', { state: 'needs card', problem })
export const subscribed = done('subscribe', { state: 'active', subscriptionId: 'sub_1' })
export const actionNeeded = done('subscribe', { state: 'needs action', subscriptionId: 'sub_1' })
export const chargeTakesTime = done('subscribe', { state: 'processing', subscriptionId: 'sub_1' })
export const chargeRefused = done('subscribe', { state: 'declined', problem: 'card.declined' })
/** What `done('readSetup', …)` is where the form stays open meanwhile, and the same of the charge. */
export const reread = (output: object) => done('rereadSetup', output)
export const rechecked = (output: object) => done('recheckSubscription', output)
export const chargeIs = (
  state: 'active' | 'needs action' | 'processing' | 'gone',
  problem: ProblemCode | null = null,
) => done('readSubscription', { state, problem })
export const closed = done('closeSetup', { closed: true })

const entering = [opened]
const confirming = [...entering, submitted]
const authenticating = [...confirming, cardHolds, actionNeeded]

export const paymentFixtures: readonly Fixture[] = [
  { name: 'Opening', state: 'opening', events: [] },
  { name: 'Card', state: 'entering', events: entering },
  { name: 'Card, declined', state: 'entering', events: [...confirming, cardRefused('card.declined')] },
  { name: 'Card, not enough on it', state: 'entering', events: [...confirming, cardRefused('card.insufficientFunds')] },
  { name: 'Card, charge declined', state: 'entering', events: [...confirming, cardHolds, chargeRefused, opened] },
  { name: 'Card, looked at again', state: 'rereading', events: [...entering, changed] },
  { name: 'Confirming', state: 'confirming', events: confirming },
  { name: 'Settling', state: 'settling', events: [...confirming, cardIs('processing')] },
  { name: 'Subscribing', state: 'subscribing', events: [...confirming, cardHolds] },
  { name: 'Authenticating', state: 'authenticating', events: authenticating },
  {
    name: 'Authenticating, failed',
    state: 'authenticating',
    events: [...authenticating, submitted, chargeIs('needs action', 'card.notAuthenticated')],
  },
  { name: 'Authenticating, looked at again', state: 'rechecking', events: [...authenticating, changed] },
  { name: 'Checking', state: 'checking', events: [...authenticating, submitted] },
  { name: 'Waiting for the bank', state: 'waiting', events: [...authenticating, submitted, chargeIs('processing')] },
  { name: 'Unreachable', state: 'unreachable', events: [failed('openSetup', 'payment.unreachable')] },
  { name: 'Not closed', state: 'notClosed', events: [...entering, left, failed('closeSetup', 'payment.unreachable')] },
  { name: 'Closing', state: 'closing', events: [...entering, left] },
]
