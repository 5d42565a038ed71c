/** The card form of a payment: its own ids from the engine, the secret from the provider, the script from where Stripe is. */
import type { CardForm } from '../api/ports.ts'
import type { CardHandles } from '../../machines/card/card.view.ts'
import type { PaymentHandles } from '../../machines/payment/payment.view.ts'
import type { Engine } from '../engine/engine.ts'
import { openForm } from '../services/billing/card-form.ts'
import type { Provider } from '../services/billing/provider.ts'
import type { OpenStripe } from './stripe.ts'

/** A person waits in front of it. */
const PATIENCE_MS = 10_000
/** The states in which the person has something to do at the provider. */
const waitingForPerson: readonly unknown[] = ['entering', 'rereading', 'authenticating', 'rechecking']

/** The charts in which a card is asked for. */
const asking: readonly string[] = ['payment', 'card']

export interface CardFormParts {
  readonly engine: () => Engine
  readonly provider: Provider
  readonly stripe: OpenStripe
}

export function cardForm({ engine, provider, stripe }: CardFormParts) {
  const { publishableKey, sandbox } = stripe
  return async (payment: string): Promise<CardForm | null> => {
    const view = await engine().view(payment, 'system')
    if (!view || !asking.includes(view.machine.id) || !waitingForPerson.includes(view.value)) return null
    const handles = view.context as unknown as PaymentHandles | CardHandles
    const form = await openForm(provider, handles, AbortSignal.timeout(PATIENCE_MS))
    const standIn = sandbox && { script: '/sandbox/stripe.js', api: sandbox.url }
    return form && { ...form, publishableKey, standIn }
  }
}
