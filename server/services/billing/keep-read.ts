/**
 * One read of a subscription or an invoice, and the write that keeps it. The number is taken before the read begins: that
 * order is the whole of the argument why what is kept last is what is true (`records/billing/read-numbers.ts`).
 */
import type { Billing } from '../../records/billing/billing.ts'
import type { Write } from '../../records/query.ts'
import type { Mirror } from './mirror.ts'

export interface ReadParts {
  readonly isClosed: (tenant: string) => Promise<boolean>
  readonly mirror: Pick<Mirror, 'subscription' | 'invoice'>
  readonly billing: Pick<Billing, 'tenantOf' | 'takeNumber' | 'numberOf' | 'putSubscription' | 'putInvoice'>
}

export type Kept =
  | {
      readonly state: 'kept'
      readonly tenant: string
      readonly write: Write
      /** What is kept already was read later; the write will find that out for itself, and change nothing. */
      readonly isOld: boolean
      /** Money was taken for it. Never for a subscription. */
      readonly isPaid: boolean
    }
  /** Its tenant is gone: nothing is kept of it any more. */
  | { readonly state: 'closed' }
  /** No tenant of ours has the customer. */
  | { readonly state: 'unclaimed' }
  /** The provider has no such thing. Only a draft of an invoice is ever deleted, and nobody is shown one. */
  | { readonly state: 'gone' }

export async function keepSubscription(
  { mirror, billing, isClosed }: ReadParts,
  id: string,
  signal: AbortSignal,
): Promise<Kept> {
  const number = await billing.takeNumber(id)
  const now = await mirror.subscription(id, signal)
  if (!now) return { state: 'gone' }
  const tenant = await billing.tenantOf(now.customer)
  if (tenant === null) return { state: 'unclaimed' }
  if (await isClosed(tenant)) return { state: 'closed' }
  const isOld = (await billing.numberOf('subscription', id)) > number
  return { state: 'kept', tenant, write: billing.putSubscription({ ...now, tenant }, number), isOld, isPaid: false }
}

export async function keepInvoice(
  { mirror, billing, isClosed }: ReadParts,
  id: string,
  signal: AbortSignal,
): Promise<Kept> {
  const number = await billing.takeNumber(id)
  const now = await mirror.invoice(id, signal)
  if (!now) return { state: 'gone' }
  const tenant = await billing.tenantOf(now.customer)
  if (tenant === null) return { state: 'unclaimed' }
  if (await isClosed(tenant)) return { state: 'closed' }
  const isOld = (await billing.numberOf('invoice', id)) > number
  const isPaid = now.status === 'paid' && now.paidMinor > 0
  return { state: 'kept', tenant, write: billing.putInvoice({ ...now, tenant }, number), isOld, isPaid }
}
