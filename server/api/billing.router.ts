/** What a workspace pays, as its members see it. Ids at the payment provider stay here. */
import * as z from 'zod/mini'
import type { BilledInvoice, BilledSubscription } from '../records/billing/billing.ts'
import type { ApiPorts } from './ports.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { absent, router } from './trpc.ts'

export const billingRouter = router({
  /** Plan, seats, next invoice, card and the newest invoices. Amounts in minor units, times in milliseconds since 1970. */
  summary: tenantProcedure
    .input(z.strictObject({ tenant: tenantId }))
    .query(({ ctx }) => summary(ctx.ports, ctx.tenant)),
})

async function summary({ tenants, billing }: ApiPorts, tenantId: string) {
  const tenant = await tenants.get(tenantId)
  if (!tenant) throw absent()
  const [{ subscription, nextCharge, card, invoices }, customer] = await Promise.all([
    billing.summaryOf(tenantId),
    billing.customerOf(tenantId),
  ])
  return {
    planName: tenant.planName,
    seats: { used: tenant.seatsUsed, all: tenant.seats },
    /** Somebody pays for it, or did: there may be news on its way even where nothing is known yet. */
    hasCustomer: customer !== null,
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
