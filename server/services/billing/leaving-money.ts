/**
 * Ending what a tenant pays for: with its period, or at once. Safe to repeat: what is over stays over. Fails with
 * `payment.unreachable`.
 */
import type { Billing } from '../../records/billing/billing.ts'
import type { Write } from '../../records/query.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'
import { customerIdentity } from './book.ts'
import type { Provider, Subscription } from './provider.ts'

export interface LeavingMoneyParts {
  readonly provider: Provider
  readonly billing: Pick<Billing, 'customerOf' | 'dropCustomer'>
  readonly ledger: Pick<Ledger, 'release'>
}

export function leavingMoney({ provider, billing, ledger }: LeavingMoneyParts) {
  async function subscriptionsOf(tenant: string, signal: AbortSignal) {
    const customer = await billing.customerOf(tenant)
    const all = customer === null ? [] : await provider.subscriptionsOf(customer, tenant, signal)
    return { customer, all }
  }
  return {
    async endAtPeriodEnd(tenant: string, ends: boolean, signal: AbortSignal): Promise<number | null> {
      const { all } = await subscriptionsOf(tenant, signal)
      const dates = await Promise.all(all.filter(isLive).map(({ id }) => provider.endAtPeriodEnd(id, ends, signal)))
      return dates.reduce((latest, date) => (date === null ? latest : Math.max(latest ?? 0, date)), null)
    },
    async stop(tenant: string, signal: AbortSignal) {
      const { customer, all } = await subscriptionsOf(tenant, signal)
      for (const { id } of all) await provider.stopSubscription(id, signal)
      if (customer !== null) {
        await provider.cancelSetups(customer, signal)
        await provider.stopCollecting(customer, signal)
      }
      return { count: all.length, writes: all.map(({ identity }): Write => ledger.release(identity)) }
    },
    async close(tenant: string, signal: AbortSignal): Promise<readonly Write[]> {
      const { customer } = await subscriptionsOf(tenant, signal)
      if (customer !== null) await provider.forgetCustomer(customer, signal)
      return [billing.dropCustomer(tenant), ledger.release(customerIdentity(tenant))]
    },
  }
}

const isLive = ({ state }: Subscription) => state !== 'gone'
