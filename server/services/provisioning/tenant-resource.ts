/**
 * The tenant: its row, its address and its owner in the first seat.
 *
 * The address is reserved at once, so that it can be told; the rows commit with the result. Safe to repeat: both are
 * found again by the tenant's id. Gives up with `order.invalid` when no account came before.
 */
import type { Tenants } from '../../records/tenants/tenants.ts'
import { giveUp } from '../effect.ts'
import type { ResourceKind } from '../resource.ts'

export const tenantResource = (
  tenants: Pick<Tenants, 'reserveSlug' | 'create' | 'get' | 'memberOf' | 'remove'>,
): ResourceKind => ({
  async execute({ input: { order, facts } }) {
    const { tenantId, company, person, plan, catalogueVersion } = order
    const userId = facts['userId']
    if (userId === undefined) throw giveUp('order.invalid', `Run ${order.runId} has no account to own ${tenantId}.`)
    const slug = await tenants.reserveSlug(tenantId, company)
    const { key, name: planName, limits, seats } = plan
    const tenant = { id: tenantId, slug, name: company, plan: key, planName, limits, seats }
    const owner = { userId, email: person.email, name: person.name, occupation: person.role }
    return { output: { slug }, writes: tenants.create({ ...tenant, catalogueVersion }, owner) }
  },

  async probe({ input: { order } }) {
    const tenant = await tenants.get(order.tenantId)
    return { output: tenant ? { found: 'present', facts: { slug: tenant.slug } } : { found: 'absent' } }
  },

  async verify({ input: { order, facts } }) {
    const tenant = await tenants.get(order.tenantId)
    const owner = await tenants.memberOf(order.tenantId, facts['userId'] ?? '')
    return { output: { sound: tenant?.slug === facts['slug'] && owner?.role === 'owner' } }
  },

  async compensate({ input: { order } }) {
    return { output: { released: true }, writes: tenants.remove(order.tenantId) }
  },
})
