/** Every effect's body, by chart and `src`. */
import type { flows } from '../../machines/registry.ts'
import type { Config } from '../config.ts'
import type { AnyPerform } from '../engine/perform.ts'
import type { CatalogueFile } from '../plans/catalogue.ts'
import { saleOf, type Seen } from '../plans/sale.ts'
import type { EmbeddingKeys } from '../plans/embedding-keys.ts'
import { closeCustomer } from '../services/billing/close-customer.ts'
import { closeSetup } from '../services/billing/close-setup.ts'
import { giveBack } from '../services/billing/give-back.ts'
import { openSetup } from '../services/billing/open-setup.ts'
import type { Provider } from '../services/billing/provider.ts'
import { readSetup } from '../services/billing/read-setup.ts'
import { readSubscription } from '../services/billing/read-subscription.ts'
import { subscribe } from '../services/billing/subscribe.ts'
import { setPassword } from '../services/identity/change-password.ts'
import { makeAccount } from '../services/identity/invited-account.ts'
import { accountResource } from '../services/identity/account-resource.ts'
import type { Identity } from '../services/identity/identity.ts'
import { closeInvitation } from '../services/notification/close-invitation.ts'
import { remindInvited, sendInvitation } from '../services/notification/send-invitation.ts'
import { sendCode } from '../services/notification/send-code.ts'
import { sendReminder } from '../services/notification/send-reminder.ts'
import { sendSignInCode } from '../services/notification/send-sign-in-code.ts'
import { tellPassword } from '../services/notification/tell-password.ts'
import { tellRemoved } from '../services/notification/tell-removed.ts'
import { tellRefund } from '../services/notification/tell-refund.ts'
import { welcomeResource } from '../services/notification/welcome-resource.ts'
import { forget } from '../services/onboarding/forget.ts'
import { readPlans } from '../services/onboarding/read-plans.ts'
import { giveAccess, leaveSeat, takeAccess } from '../services/provisioning/access.ts'
import { apiKeyResource } from '../services/provisioning/api-key-resource.ts'
import { giveLicence, takeLicence } from '../services/provisioning/licence.ts'
import { limitsResource } from '../services/provisioning/limits-resource.ts'
import { provisioningEffects } from '../services/provisioning/steps.ts'
import { takeSeat } from '../services/provisioning/take-seat.ts'
import { tenantResource } from '../services/provisioning/tenant-resource.ts'
import { workspaceResource } from '../services/provisioning/workspace-resource.ts'
import type { accountBodies, openAccount } from './account.ts'
import type { integrationBodies } from './integrations.ts'
import type { leavingBodies } from './leaving.ts'
import type { Outside } from './outside.ts'
import type { Records } from './records.ts'
import type { webhooks } from './webhooks.ts'

export interface PerformerParts {
  readonly config: Config
  readonly records: Records
  readonly identity: Identity
  readonly catalogue: CatalogueFile
  readonly embeddingKeys: EmbeddingKeys
  readonly outside: Outside
  readonly provider: Provider
  readonly mails: Mails
  /** The bodies of the webhook chart. */
  readonly webhook: ReturnType<typeof webhooks>['bodies']
  /** The bodies of the charts `account` and `card`, and what starts an account. */
  readonly account: ReturnType<typeof accountBodies> & { readonly open: ReturnType<typeof openAccount> }
  readonly integration: ReturnType<typeof integrationBodies>
  /** The bodies of export, clean-up and leaving. */
  readonly leaving: ReturnType<typeof leavingBodies>
  readonly now: () => number
}

export interface MailParts extends Pick<PerformerParts, 'config' | 'records' | 'identity' | 'outside' | 'now'> {}
export type Mails = ReturnType<typeof mailsOf>

/** What the effects that write to people have in common. */
export function mailsOf({ config, records, identity, outside, now }: MailParts) {
  const { outbox, tokens, notices } = records
  const { mailer, render } = outside
  const hasAccount = async (email: string) => (await identity.accounts.byEmail(email)) !== null
  return { outbox, mailer, render, publicUrl: config.publicUrl, tokens, now, hasAccount, notices }
}

/** Puts every service behind the effects that ask for it. */
export function performers(parts: PerformerParts) {
  const { records, identity, catalogue, embeddingKeys, outside, provider, mails, webhook, account } = parts
  const { tokens, tenants, ledger, workspaces, apiKeys, credentials, billing, licences } = records
  const { faults } = outside
  const money = {
    provider,
    billing,
    ledger,
    sale: async (seen: Seen) => saleOf(await catalogue.read(), seen),
  }
  const invitationMails = { ...mails, tenants, invitations: records.invitations }
  const access = { workspaces, ledger, tenants, licences, endSessions: identity.accounts.endSessions }
  const bodies = {
    onboarding: {
      sendCode: sendCode(mails),
      readPlans: readPlans({ catalogue, embeddingKeys }),
      sendReminder: sendReminder(mails),
      giveBack: giveBack(money),
      tellRefund: tellRefund(mails),
      openAccount: account.open,
      closeCustomer: closeCustomer(money),
      forget: forget({ tokens, credentials }),
    },
    payment: {
      openSetup: openSetup(money),
      readSetup: readSetup(provider),
      subscribe: subscribe(money),
      readSubscription: readSubscription(provider),
      closeSetup: closeSetup(money),
    },
    provisioning: provisioningEffects({
      ledger,
      faults,
      completed: ({ runId, tenantId }) => [tenants.markReady(tenantId), credentials.forget(runId)],
      kinds: {
        account: accountResource({ accounts: identity.accounts, passwordHash: credentials.read }),
        tenant: tenantResource(tenants),
        workspace: workspaceResource(workspaces),
        limits: limitsResource(workspaces, licences),
        apiKey: apiKeyResource(apiKeys),
        welcome: welcomeResource(mails),
      },
    }),
    webhook,
    invitation: {
      sendInvitation: sendInvitation(invitationMails),
      remindInvited: remindInvited(invitationMails),
      makeAccount: makeAccount({ accounts: identity.accounts, credentials }),
      takeSeat: takeSeat({ tenants, accountOf: identity.accounts.byEmail }),
      giveAccess: giveAccess(access),
      leaveSeat: leaveSeat(access),
      closeInvitation: closeInvitation({ ...records, ...mails }),
    },
    password: {
      setPassword: setPassword({ accounts: identity.accounts, sessions: identity.sessions, credentials }),
      tellPassword: tellPassword(mails),
    },
    integration: parts.integration,
    removal: { takeAccess: takeAccess(access), tellRemoved: tellRemoved({ ...mails, tenants }) },
    licensing: { giveLicence: giveLicence(access), takeLicence: takeLicence(access) },
    account: account.account,
    card: account.card,
    ...parts.leaving,
    signIn: { sendSignInCode: sendSignInCode(mails) },
  } satisfies Record<(typeof flows)[number]['machine']['id'], object>
  return bodies as unknown as Readonly<Record<string, Readonly<Record<string, AnyPerform>>>>
}
