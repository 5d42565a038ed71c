/**
 * The account, wired: where it is started, how the provider's news reaches it, and the bodies of the charts `account` and
 * `card`.
 *
 * The engine is asked for late, because it is made of the bodies.
 */
import { accountIdOf } from '../../machines/account/account.flow.ts'
import { crossingKey } from '../../machines/vocabulary/meters.ts'
import type { OpenAccount } from '../../machines/onboarding/onboarding.types.ts'
import type { Engine } from '../engine/engine.ts'
import type { CatalogueFile } from '../plans/catalogue.ts'
import type { Desk } from '../services/billing/desk.ts'
import { setPlanEnd, stopCollections } from '../services/billing/plan-end.ts'
import type { Provider } from '../services/billing/provider.ts'
import { readBooks } from '../services/billing/read-books.ts'
import { readSetup } from '../services/billing/read-setup.ts'
import { readOffer } from '../services/billing/read-offer.ts'
import { adoptCard, closeCard, openCard } from '../services/billing/replace-card.ts'
import type { Perform } from '../services/effect.ts'
import { type DunningParts, sendDunning, sendRecovery } from '../services/notification/dunning.ts'
import { tellUsage } from '../services/notification/tell-usage.ts'
import { applyPlan } from '../services/provisioning/apply-plan.ts'
import type { Records } from './records.ts'

export interface AccountParts {
  readonly records: Pick<Records, 'billing' | 'tenants' | 'workspaces' | 'licences'>
  readonly catalogue: CatalogueFile
  readonly desk: Desk
  readonly provider: Provider
  readonly mails: Omit<DunningParts, 'tenants'>
}

export function accountBodies({ records, catalogue, desk, provider, mails }: AccountParts) {
  const { billing, tenants, workspaces, licences } = records
  const isPaid = async (key: string) =>
    (await catalogue.read()).plans.some((plan) => plan.key === key && plan.billing === 'card')
  const letters = { ...mails, tenants }
  const card = { provider, desk, billing }
  return {
    account: {
      readBooks: readBooks({ desk, billing, tenants, isPaid }),
      sendDunning: sendDunning(letters),
      sendRecovery: sendRecovery(letters),
      stopCollections: stopCollections({ desk, billing }),
      setPlanEnd: setPlanEnd({ desk, billing }),
      applyPlan: applyPlan({ catalogue, tenants, workspaces, licences }),
      readOffer: readOffer({ catalogue, tenants, billing }),
      tellUsage: tellUsage(letters),
    },
    card: {
      openCard: openCard(card),
      readSetup: readSetup(provider),
      adoptCard: adoptCard(card),
      closeCard: closeCard(card),
    },
  }
}

/**
 * The body of what an onboarding announces when its workspace is ready. An actor is made once, so a repeat is harmless; its
 * first act is to read the books, so news that came before it was there is not lost either.
 */
export const openAccount =
  (engine: () => Pick<Engine, 'start'>): Perform<{ input: OpenAccount; output: null }> =>
  async ({ input: { tenantId } }) => {
    const accountId = accountIdOf(tenantId)
    const input = { accountId, tenantId }
    await engine().start({ flow: 'account', id: accountId, tenant: tenantId, keyId: tenantId, input })
    return { output: null }
  }

/**
 * Tells a tenant's account that something of its money changed, once for each event. It grants nothing: the account reads
 * for itself. One that is not there yet will read when it begins.
 */
export function accountTeller(engine: () => Pick<Engine, 'send'>) {
  return async (tenant: string, eventId: string): Promise<void> => {
    const event = { type: 'billing.changed' }
    const answer = await engine().send({ id: accountIdOf(tenant), event, eventId, caller: 'system' })
    // the effect is tried again, and with it this; a parked account's news stands in the inbox until somebody looks
    if (answer.status === 'conflict') throw new Error(`The account of ${tenant} is ${answer.reason}.`)
  }
}

/**
 * Hands over to a tenant's account which shares of its limits were reached. They stand in the workspace until the account
 * has them, so a crash on the way loses none, and the event's name keeps one from being told twice. An account that is not
 * there yet, or is parked, gets them with the next request.
 */
export function usageTeller(
  engine: () => Pick<Engine, 'send'>,
  { workspaces }: Pick<Records, 'workspaces'>,
  now: () => number,
) {
  return async (tenant: string): Promise<void> => {
    for (const crossing of await workspaces.openCrossings(tenant)) {
      const event = { type: 'usage.crossed', crossing }
      const eventId = `crossed/${crossingKey(crossing)}`
      const { status } = await engine().send({ id: accountIdOf(tenant), event, eventId, caller: 'system' })
      if (status === 'absent' || status === 'conflict') return
      await workspaces.markHanded(tenant, crossing, now())
    }
  }
}
