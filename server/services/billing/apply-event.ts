/**
 * Applies one event of the provider: reads what it is about anew, finds out whose it is, and keeps how it stands.
 *
 * Safe to repeat: it reads, and writes only what was read later than what is kept (`records/billing/read-numbers.ts` says
 * why that converges). The tenant comes from our own table of customers: what somebody wrote into the provider's metadata
 * proves nothing. A running payment is told before the result is reported, so a crash in between tells it again; it is
 * told once for each event.
 *
 * Fails with `payment.unreachable`; gives up with `billing.refused`.
 */
import type { ApplyEvent } from '../../../machines/webhook/webhook.types.ts'
import type { Billing } from '../../records/billing/billing.ts'
import type { Write } from '../../records/query.ts'
import type { Fact, Job, Perform } from '../effect.ts'
import { keepInvoice, keepSubscription, type Kept } from './keep-read.ts'
import { type Mirror, type OwnedKind, ownedKinds } from './mirror.ts'

export interface ApplyParts {
  readonly mirror: Mirror
  readonly billing: Pick<
    Billing,
    'tenantOf' | 'takeNumber' | 'numberOf' | 'putSubscription' | 'putInvoice' | 'claimReceipt'
  >
  /** Whether a tenant is gone, so that nothing is kept of it any more. */
  readonly isClosed: (tenant: string) => Promise<boolean>
  /** Tells the tenant's running payment, if there is one, that something changed; once for each event. */
  readonly tellPayment: (tenant: string, eventId: string) => Promise<void>
}

type Output = ApplyEvent['output']
type ApplyJob = Job<ApplyEvent['input']>

export const applyEvent =
  (parts: ApplyParts): Perform<ApplyEvent> =>
  async (job) => {
    const { objectKind: kind } = job.input
    if (kind === 'subscription')
      return settle(parts, job, await keepSubscription(parts, job.input.objectId, job.signal))
    if (kind === 'invoice') return settle(parts, job, await keepInvoice(parts, job.input.objectId, job.signal))
    if (kind === 'charge') return chargeMoved(parts, job)
    if (isOwned(kind)) return ownedMoved(parts, job, kind)
    return { output: { state: 'ignored', reason: 'type.unhandled' } }
  }

const isOwned = (kind: string): kind is OwnedKind => (ownedKinds as readonly string[]).includes(kind)
const nobody: Fact<Output> = { output: { state: 'ignored', reason: 'customer.none' } }
const gone: Fact<Output> = { output: { state: 'ignored', reason: 'object.gone' } }
const closed: Fact<Output> = { output: { state: 'ignored', reason: 'tenant.closed' } }
const unclaimed: Fact<Output> = { output: { state: 'unclaimed' } }

/** One object was read: the payment hears of it, and an invoice that was paid gets its receipt from one event. */
async function settle(parts: ApplyParts, { input }: ApplyJob, kept: Kept): Promise<Fact<Output>> {
  if (kept.state === 'gone') return gone
  if (kept.state === 'unclaimed') return unclaimed
  if (kept.state === 'closed') return closed
  await parts.tellPayment(kept.tenant, input.eventId)
  const { tenant: tenantId, isPaid } = kept
  if (isPaid && (await parts.billing.claimReceipt(input.objectId, input.eventId)))
    return { output: { state: 'applied', receipt: { invoiceId: input.objectId, tenantId } }, writes: [kept.write] }
  // the write would change nothing; what it says is worth a word of its own
  if (kept.isOld) return { output: { state: 'superseded' } }
  return { output: { state: 'applied', receipt: null }, writes: [kept.write] }
}

/** Money went back: the invoices it came from say so. */
async function chargeMoved(parts: ApplyParts, { input, signal }: ApplyJob): Promise<Fact<Output>> {
  const charge = await parts.mirror.charge(input.objectId, signal)
  if (!charge) return gone
  const reads = charge.invoices.map((id) => () => keepInvoice(parts, id, signal))
  return spread(parts, input.eventId, charge.customer, reads)
}

/** Nothing of these is kept, but a customer's card may be another now, and a payment may wait for this very news. */
async function ownedMoved(parts: ApplyParts, { input, signal }: ApplyJob, kind: OwnedKind): Promise<Fact<Output>> {
  const owned = await parts.mirror.owned(kind, input.objectId, signal)
  if (!owned) return gone
  const movesCards = kind === 'customer' || kind === 'payment_method'
  // asked of the provider and not of our table, which may not have heard of a new one yet
  const ids = movesCards && owned.customer !== null ? await parts.mirror.subscriptionsOf(owned.customer, signal) : []
  const reads = ids.map((id) => () => keepSubscription(parts, id, signal))
  return spread(parts, input.eventId, owned.customer, reads)
}

/** Reads what depends on the object, and tells the payment. */
async function spread(
  { billing, isClosed, tellPayment }: ApplyParts,
  eventId: string,
  customer: string | null,
  reads: readonly (() => Promise<Kept>)[],
): Promise<Fact<Output>> {
  if (customer === null) return nobody
  const tenant = await billing.tenantOf(customer)
  if (tenant === null) return unclaimed
  if (await isClosed(tenant)) return closed
  const writes: Write[] = []
  for (const read of reads) {
    const kept = await read()
    if (kept.state === 'kept') writes.push(kept.write)
    if (kept.state === 'unclaimed') return unclaimed
  }
  await tellPayment(tenant, eventId)
  return { output: { state: 'applied', receipt: null }, writes }
}
