/** What the billing effects write down with their results: whose customer and subscription is whose, and what there is. */
import type { Billing } from '../../records/billing/billing.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'

export interface Book {
  readonly billing: Pick<Billing, 'keepCustomer' | 'keepSubscription' | 'dropCustomer'>
  readonly ledger: Pick<Ledger, 'intend' | 'present' | 'release'>
}

/** A tenant has one customer, so its name in the ledger is the tenant's. */
export const customerIdentity = (tenant: string) => `customer/${tenant}`
