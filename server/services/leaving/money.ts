/** A tenant's money, as far as leaving goes. `services/billing` offers it; nothing here knows the provider. */
import type { Write } from '../../records/query.ts'

export interface LeavingMoney {
  /**
   * Lets what is paid for end with its period, or takes that back. Answers with the end in milliseconds since 1970; null
   * when nothing is paid for. Safe to repeat. Fails with `payment.unreachable`.
   */
  endAtPeriodEnd(tenant: string, ends: boolean, signal: AbortSignal): Promise<number | null>
  /**
   * Ends everything that could charge the tenant, and gives nothing back: subscriptions, card set-ups, open invoices,
   * cards. What is over already stays over. Answers with how many subscriptions there were.
   */
  stop(tenant: string, signal: AbortSignal): Promise<{ readonly count: number; readonly writes: readonly Write[] }>
  /** Ends being a customer: one that never paid is forgotten, one that did keeps its invoices. */
  close(tenant: string, signal: AbortSignal): Promise<readonly Write[]>
}

/** Words for the account of a tenant; nobody hears them where no such chart is registered. */
export type AccountWord = 'leaving.began' | 'leaving.undone' | 'account.closed'
/** `eventId`: told twice under one id, it is heard once. */
export type TellAccount = (tenant: string, word: AccountWord, eventId: string) => Promise<void>
