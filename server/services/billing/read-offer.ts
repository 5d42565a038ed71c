/**
 * What the plan that is paid by card costs a workspace now: the catalogue's price, and at least a seat for everybody who is
 * in it. Safe to repeat: it only reads. Gives up with `plan.unavailable`.
 */
import type { ReadOffer } from '../../../machines/account/account.types.ts'
import { type Catalogue, lookupKeyOf, priceOf } from '../../../machines/vocabulary/plans.ts'
import type { Billing } from '../../records/billing/billing.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import { giveUp, type Perform } from '../effect.ts'

export interface OfferParts {
  readonly catalogue: { read(): Promise<Catalogue> }
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  readonly billing: Pick<Billing, 'customerOf'>
}

export const readOffer =
  ({ catalogue, tenants, billing }: OfferParts): Perform<ReadOffer> =>
  async ({ input: { tenantId, interval } }) => {
    const [{ plans, version: catalogueVersion }, tenant, members, knownCustomer] = await Promise.all([
      catalogue.read(),
      tenants.get(tenantId),
      tenants.members(tenantId),
      billing.customerOf(tenantId),
    ])
    const plan = plans.find(({ billing: how, offered }) => how === 'card' && offered)
    const price = plan && priceOf(plan, interval)
    const owner = members.find(({ role }) => role === 'owner')
    if (!plan || !price || !tenant || !owner)
      throw giveUp('plan.unavailable', `Nothing can be sold to ${tenantId} for a ${interval}.`)
    return {
      output: {
        email: owner.email,
        name: owner.name,
        company: tenant.name,
        locale: 'en',
        plan: plan.key,
        planName: plan.name,
        interval,
        seats: Math.max(plan.startSeats, tenant.seatsUsed),
        price,
        lookupKey: lookupKeyOf(plan.key, interval, price),
        knownCustomer,
        limits: plan.limits,
        licences: plan.licences,
        catalogueVersion,
      },
    }
  }
