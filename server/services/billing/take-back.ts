/**
 * Ends everything a tenant has open at the provider: set-ups, and subscriptions whether or not we were told of them. What
 * was paid is given back.
 *
 * Safe to repeat. Subscriptions that are over are looked at too, because a crash may have come between an end and the
 * giving back.
 */
import type { Write } from '../../records/query.ts'
import type { Book } from './book.ts'
import type { Provider } from './provider.ts'

export interface TakeBackParts extends Book {
  readonly provider: Provider
}

export interface TakenBack {
  readonly customer: string
  readonly tenant: string
  readonly isOurs?: (identity: string) => boolean
}

/** Answers with what has to be written down. `isOurs`: which subscriptions it is about, by their identity; default: all. */
export async function takeBack(
  { provider, ledger }: TakeBackParts,
  { customer, tenant, isOurs = () => true }: TakenBack,
  signal: AbortSignal,
): Promise<Write[]> {
  const all = await provider.subscriptionsOf(customer, tenant, signal)
  const subscriptions = all.filter(({ identity }) => isOurs(identity))
  for (const { id } of subscriptions) await provider.endSubscription(id, signal)
  await provider.cancelSetups(customer, signal)
  return subscriptions.map(({ identity }) => ledger.release(identity))
}
