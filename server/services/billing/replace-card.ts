/**
 * Replaces the card a workspace is paid with: opens the form, pays what is open, and makes the card the default.
 *
 * Safe to repeat: the set-up is looked for by its identity before it is made; an invoice that is paid is not tried again,
 * and a try has the set-up's identity, so one card is charged once for one invoice. What is open is paid first: a card that
 * cannot do that never takes the place of another. Gives up with `customer.none` and `billing.refused`; fails with
 * `payment.unreachable`.
 */
import type { AdoptCard, CloseCard, OpenCard } from '../../../machines/card/card.types.ts'
import type { Billing } from '../../records/billing/billing.ts'
import { giveUp, type Perform } from '../effect.ts'
import type { Desk } from './desk.ts'
import type { Setups } from './provider.ts'

export interface CardParts {
  readonly provider: Pick<Setups, 'findSetup' | 'createSetup' | 'setup' | 'cancelSetups'>
  readonly desk: Pick<Desk, 'payOpen' | 'setDefault'>
  readonly billing: Pick<Billing, 'customerOf'>
}

export const openCard =
  (parts: CardParts): Perform<OpenCard> =>
  async ({ input: { tenantId }, identity, signal }) => {
    const { provider } = parts
    const customer = await customerOf(parts, tenantId)
    const setup =
      (await provider.findSetup(customer, identity, signal)) ?? (await provider.createSetup(customer, identity, signal))
    return { output: { setupIntentId: setup.id } }
  }

export const adoptCard =
  (parts: CardParts): Perform<AdoptCard> =>
  async ({ input: { tenantId, setupIntentId }, identity, signal }) => {
    const { provider, desk } = parts
    const customer = await customerOf(parts, tenantId)
    const method = (await provider.setup(setupIntentId, signal))?.paymentMethodId
    if (!method) throw giveUp('billing.refused', `Set-up ${setupIntentId} has no card to keep.`)
    const problem = await desk.payOpen(customer, { method, identity }, signal)
    if (problem) return { output: { state: 'refused', problem } }
    await desk.setDefault(customer, method, signal)
    return { output: { state: 'adopted' } }
  }

export const closeCard =
  ({ provider, billing }: CardParts): Perform<CloseCard> =>
  async ({ input: { tenantId }, signal }) => {
    const customer = await billing.customerOf(tenantId)
    if (customer !== null) await provider.cancelSetups(customer, signal)
    return { output: { closed: true } }
  }

async function customerOf({ billing }: CardParts, tenant: string): Promise<string> {
  const customer = await billing.customerOf(tenant)
  if (customer === null) throw giveUp('customer.none', `Nobody pays for tenant ${tenant}, so there is no card.`)
  return customer
}
