/** An account that lives: payments move invoices, invoices move subscriptions, and time moves everything. */
import { Account, type AccountOptions } from './account/account.ts'
import type { Timer, TimerKind } from './account/clock.ts'
import type { Collection, Kept } from './account/collection.ts'
import { intentMoved } from './objects/invoices/pay.ts'
import { cancelNow, expire } from './objects/subscriptions/cancel.ts'
import { pendingUpdateExpires } from './objects/subscriptions/pending-update.ts'
import {
  invoiceFallsDue,
  invoiceFinalizes,
  invoiceMoved,
  invoiceRetries,
  setupSucceeded,
} from './objects/subscriptions/reactions.ts'
import { periodEnds, trialWillEnd } from './objects/subscriptions/renew.ts'

export function newAccount(options: AccountOptions): Account {
  const account = new Account(options)
  account.reactions = { intentMoved, invoiceMoved, setupSucceeded }
  return account
}

type Fire = (account: Account, id: string) => void

const when =
  <T extends Kept>(collection: (account: Account) => Collection<T>, act: (account: Account, item: T) => void): Fire =>
  (account, id) => {
    const item = collection(account).find(id)
    if (item) act(account, item)
  }
const subscriptions = (account: Account) => account.subscriptions
const invoices = (account: Account) => account.invoices

const fires: Readonly<Record<TimerKind, Fire>> = {
  'subscription.incomplete_expires': when(subscriptions, (account, subscription) => {
    if (subscription.status === 'incomplete') expire(account, subscription)
  }),
  'subscription.trial_will_end': when(subscriptions, trialWillEnd),
  'subscription.period_ends': when(subscriptions, periodEnds),
  'subscription.cancels': when(subscriptions, (account, subscription) => {
    if (subscription.ended_at === null) cancelNow(account, subscription, {})
  }),
  'subscription.pending_update_expires': when(subscriptions, pendingUpdateExpires),
  'invoice.finalizes': when(invoices, invoiceFinalizes),
  'invoice.retries': when(invoices, invoiceRetries),
  'invoice.falls_due': when(invoices, invoiceFallsDue),
}

/** Does everything that is due by now, or by `until` in milliseconds since 1970, in the order of its times. */
export const settle = (account: Account, until = account.clock.now()): void =>
  account.clock.settle(({ kind, id }: Timer) => fires[kind](account, id), until)
