/**
 * Reads what a tenant owes and subscribes to. Safe to repeat: it only reads, and whatever the news was, the answer is how
 * things stand now. Fails with `payment.unreachable`.
 */
import type { ReadBooks } from '../../../machines/account/account.types.ts'
import type { Billing } from '../../records/billing/billing.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Perform } from '../effect.ts'
import type { Desk } from './desk.ts'

export interface BooksParts {
  readonly desk: Pick<Desk, 'debtOf' | 'subscriptionOf'>
  readonly billing: Pick<Billing, 'customerOf'>
  readonly tenants: Pick<Tenants, 'get'>
  /** Whether a plan has to be paid for by card. */
  readonly isPaid: (plan: string) => Promise<boolean>
}

export const readBooks =
  ({ desk, billing, tenants, isPaid }: BooksParts): Perform<ReadBooks> =>
  async ({ input: { tenantId }, signal }) => {
    const [tenant, customer] = await Promise.all([tenants.get(tenantId), billing.customerOf(tenantId)])
    const planIsPaid = tenant !== null && (await isPaid(tenant.plan))
    if (customer === null) return { output: { debt: null, subscription: null, planIsPaid } }
    const [debt, subscription] = await Promise.all([
      desk.debtOf(customer, signal),
      desk.subscriptionOf(customer, signal),
    ])
    return { output: { debt, subscription, planIsPaid } }
  }
