/** What the billing page asks while somebody looks at it: the next invoice from the provider, and what Free allows. */
import type { BillingDesk } from '../api/ports.ts'
import type { CatalogueFile } from '../plans/catalogue.ts'
import type { Billing } from '../records/billing/billing.ts'
import type { Desk } from '../services/billing/desk.ts'

/** A person waits in front of it. */
const PATIENCE_MS = 10_000

export interface DeskParts {
  readonly desk: Pick<Desk, 'upcoming'>
  readonly billing: Pick<Billing, 'customerOf'>
  readonly catalogue: CatalogueFile
}

export const billingDesk = ({ desk, billing, catalogue }: DeskParts): BillingDesk => ({
  async upcoming(tenant) {
    const customer = await billing.customerOf(tenant)
    if (customer === null) return { known: true, invoice: null }
    try {
      return { known: true, invoice: await desk.upcoming(customer, AbortSignal.timeout(PATIENCE_MS)) }
    } catch {
      // the rest of the page does not wait for it, and says that this is missing
      return { known: false, invoice: null }
    }
  },
  async freePlan() {
    const { plans } = await catalogue.read()
    const free = plans.find(({ billing, offered }) => billing === 'none' && offered)
    return free ? { key: free.key, name: free.name, limits: free.limits } : null
  },
})
