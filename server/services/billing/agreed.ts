/** Whether what a person agreed to is still sold as they saw it. Asked before a card is asked for, and before it is charged. */
import type { PaymentInput } from '../../../machines/payment/payment.types.ts'
import { giveUp } from '../effect.ts'

export type Agreed = Pick<PaymentInput, 'plan' | 'interval' | 'price'>

/** The catalogue, from the effects' point of view. */
export type Sale = (agreed: Agreed) => Promise<'same' | 'changed' | 'gone'>

/** Gives up with `plan.priceChanged` or `plan.unavailable`: the person has to choose again. */
export async function stillAgreed(sale: Sale, agreed: Agreed): Promise<void> {
  const state = await sale(agreed)
  if (state === 'changed')
    throw giveUp('plan.priceChanged', `The plan ${agreed.plan} costs something else than the person saw.`)
  if (state === 'gone') throw giveUp('plan.unavailable', `The plan ${agreed.plan} is no longer for sale.`)
}
