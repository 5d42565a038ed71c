/** Asks the provider what became of a card set-up. Safe to repeat: it only reads. */
import type { ReadSetup } from '../../../machines/payment/payment.types.ts'
import { EffectError, type Perform } from '../effect.ts'
import type { Provider, Setup } from './provider.ts'

export const readSetup =
  (provider: Provider): Perform<ReadSetup> =>
  async ({ input, signal }) => {
    const setup = await provider.setup(input.setupIntentId, signal)
    return { output: setup === null ? { state: 'gone' } : answerOf(setup) }
  }

function answerOf({ id, state, paymentMethodId, card, problem }: Setup): ReadSetup['output'] {
  if (state === 'needs card') return { state, problem }
  if (state !== 'succeeded') return { state }
  if (paymentMethodId === null) throw new EffectError('payment.unreachable', `Set-up ${id} succeeded without a card.`)
  return { state, paymentMethodId, card }
}
