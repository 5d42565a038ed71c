/** What a workspace pays, as its members see it. Ids at the payment provider stay here. */
import * as z from 'zod/mini'
import type { BilledInvoice, BilledSubscription } from '../records/billing/billing.ts'
import { bookkeeper } from './bookkeeper.ts'
import type { ApiPorts } from './ports.ts'
import { tenantId } from './tenant-procedure.ts'
import { absent, router } from './trpc.ts'

const inTenant = z.strictObject({ tenant: tenantId })

export const billingRouter = router({
  /** Plan, seats, next invoice, card and the newest invoices. Amounts in minor units, times in milliseconds since 1970. */
  summary: bookkeeper('billing.read')
    .input(inTenant)
    .query(({ ctx }) => summary(ctx.ports, ctx.tenant)),

  /** The next invoice as the provider would make it now; not `known` while it cannot be reached. */
  upcoming: bookkeeper('billing.read')
    .input(inTenant)
    .query(({ ctx }) => ctx.ports.billingDesk.upcoming(ctx.tenant)),

  /** What going to the plan that costs nothing would mean: when, and which limits are over by then. */
  downgrade: bookkeeper('billing.manage')
    .input(inTenant)
    .query(({ ctx }) => downgrade(ctx.ports, ctx.tenant)),
})

/** Nothing is deleted for being over a limit; but nothing can be added either. */
async function downgrade({ tenants, workspaces, billing, billingDesk }: ApiPorts, tenantId: string) {
  const [tenant, free] = await Promise.all([tenants.get(tenantId), billingDesk.freePlan()])
  if (!tenant || !free) throw absent()
  const [projects, storageBytes, { subscription }] = await Promise.all([
    workspaces.projects.list(tenantId),
    workspaces.storageBytes(tenantId),
    billing.summaryOf(tenantId),
  ])
  const { limits } = free
  const uses = [
    { key: 'seats' as const, used: tenant.seatsUsed, limit: limits.seats },
    { key: 'projects' as const, used: projects.length, limit: limits.projects },
    { key: 'storageBytes' as const, used: storageBytes, limit: limits.storageBytes },
  ]
  return {
    from: tenant.planName,
    to: free.name,
    limits,
    at: subscription?.periodEnd ?? null,
    over: uses.filter(({ used, limit }) => used > limit),
  }
}

async function summary({ tenants, billing, billingDesk }: ApiPorts, tenantId: string) {
  const tenant = await tenants.get(tenantId)
  if (!tenant) throw absent()
  const [{ subscription, nextCharge, card, invoices }, customer, free] = await Promise.all([
    billing.summaryOf(tenantId),
    billing.customerOf(tenantId),
    billingDesk.freePlan(),
  ])
  return {
    planName: tenant.planName,
    seats: { used: tenant.seatsUsed, all: tenant.seats },
    /** Somebody pays for it: there may be news on its way even where nothing is known yet. */
    hasCustomer: customer !== null && tenant.plan !== free?.key,
    subscription: subscription && shownSubscription(subscription),
    nextCharge,
    card,
    invoices: invoices.map(shownInvoice),
  }
}

const shownSubscription = ({ status, interval, quantity, price, periodEnd, cancelAt }: BilledSubscription) => ({
  status,
  interval,
  quantity,
  price,
  periodEnd,
  cancelAt,
})

const shownInvoice = ({ number, status, total, refundedMinor, createdAt, hostedUrl, pdfUrl }: BilledInvoice) => ({
  number,
  status,
  total,
  refundedMinor,
  createdAt,
  hostedUrl,
  pdfUrl,
})
