/**
 * The resources of a workspace, each with how it is taken away. They are the ledger's kinds, and what grew beside them
 * since: sessions, integrations, exports, invoices, the data key.
 */
import type { CleanKey } from '../../../machines/cleaning/cleaning.types.ts'
import type { ApiKeys } from '../../records/apiKeys/api-keys.ts'
import { type ClosedTenants, INVOICE_BASIS } from '../../records/billing/closed-tenants.ts'
import type { Credentials } from '../../records/credentials/credentials.ts'
import type { ExportFiles } from '../../records/exports/export-files.ts'
import type { IntegrationSecrets } from '../../records/integrations/integration-secrets.ts'
import type { Integrations } from '../../records/integrations/integrations.ts'
import type { Invitations } from '../../records/invitations/invitations.ts'
import type { Licences } from '../../records/licences/licences.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Outbox } from '../../records/notices/outbox.ts'
import type { Preferences } from '../../records/notices/preferences.ts'
import type { Write } from '../../records/query.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'
import type { TenantFlows } from '../../records/tenants/tenant-flows.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import type { Remove } from './clean.ts'

export interface KindParts {
  readonly money: {
    stop(tenant: string, signal: AbortSignal): Promise<{ readonly count: number; readonly writes: readonly Write[] }>
    close(tenant: string, signal: AbortSignal): Promise<readonly Write[]>
  }
  readonly apiKeys: Pick<ApiKeys, 'list' | 'remove'>
  readonly tenants: Pick<Tenants, 'get' | 'members' | 'tenantsOf' | 'remove'>
  readonly accounts: { remove(userId: string): Promise<void> }
  readonly tokens: Pick<Tokens, 'forget' | 'forgetTenant'>
  readonly credentials: Pick<Credentials, 'forget'>
  readonly notices: Pick<Notices, 'countOf' | 'removeAll'>
  readonly preferences: Pick<Preferences, 'removeAll'>
  readonly outbox: Pick<Outbox, 'forgetAbout'>
  readonly invitations: Pick<Invitations, 'removeAll'>
  readonly licences: Pick<Licences, 'removeAll'>
  readonly integrations: Pick<Integrations, 'removeAll'>
  readonly integrationSecrets: Pick<IntegrationSecrets, 'removeAll'>
  readonly exportFiles: Pick<ExportFiles, 'removeAll'>
  readonly workspaces: Pick<Workspaces, 'exists' | 'projects' | 'remove'>
  readonly ledger: Pick<Ledger, 'of' | 'release' | 'forget'>
  readonly tenantFlows: Pick<TenantFlows, 'forget'>
  readonly closedTenants: Pick<ClosedTenants, 'close' | 'keptOf' | 'pseudonymise'>
  /** Ends every connection to another company; answers when each key is taken back. */
  readonly endIntegrations: (tenant: string) => Promise<number>
  /** Ends an export that is not over; answers when it is. */
  readonly endExports: (tenant: string) => Promise<number>
  readonly tellAccount: (tenant: string, word: 'account.closed', eventId: string) => Promise<void>
  /** Destroys data keys: whatever they sealed can never be opened again. */
  readonly erase: (keyId: string) => Promise<void>
  /** The sign-up that made a tenant: sealed under a key of its own. */
  readonly signUpOf: (tenant: string) => string
}

export function kinds(parts: KindParts): Readonly<Record<CleanKey, Remove>> {
  const { money, apiKeys, tenants, notices, workspaces, ledger, closedTenants, signUpOf } = parts
  /** What the ledger says of these kinds is taken back in the same commit. */
  const released = async (tenant: string, ...names: string[]): Promise<Write[]> =>
    (await ledger.of(tenant)).filter(({ kind }) => names.includes(kind)).map(({ identity }) => ledger.release(identity))

  return {
    async billing({ input: { tenantId }, signal }) {
      const { count, writes } = await money.stop(tenantId, signal)
      const closing = await money.close(tenantId, signal)
      return { count, writes: [...writes, ...closing, closedTenants.close(tenantId)] }
    },

    async keys({ input: { tenantId } }) {
      const { length: count } = await apiKeys.list(tenantId)
      return { count, writes: [apiKeys.remove(tenantId), ...(await released(tenantId, 'apiKey'))] }
    },

    /** Somebody who is in another workspace, too, keeps their account. */
    async sessions({ input: { tenantId } }) {
      const members = await tenants.members(tenantId)
      for (const { userId } of members)
        if ((await tenants.tenantsOf(userId)).length <= 1) await parts.accounts.remove(userId)
      const signUp = signUpOf(tenantId)
      const tokens = [
        parts.tokens.forgetTenant(tenantId),
        parts.tokens.forget(signUp),
        parts.credentials.forget(signUp),
      ]
      return { count: members.length, writes: [...tokens, ...(await released(tenantId, 'account'))] }
    },

    /** Each one's key is taken back where it came from. What a company keeps alive needs a human. */
    async integrations({ input: { tenantId } }) {
      const count = await parts.endIntegrations(tenantId)
      const gone = [parts.integrations.removeAll(tenantId), parts.integrationSecrets.removeAll(tenantId)]
      return { count, writes: [...gone, ...(await released(tenantId, 'integration'))] }
    },

    async notices({ input: { tenantId } }) {
      const mails = [parts.outbox.forgetAbout(signUpOf(tenantId)), parts.outbox.forgetAbout(tenantId)]
      const told = [notices.removeAll(tenantId), parts.preferences.removeAll(tenantId)]
      const writes = [...told, ...mails, ...(await released(tenantId, 'welcome'))]
      return { count: await notices.countOf(tenantId), writes }
    },

    async exports({ input: { tenantId } }) {
      const count = await parts.endExports(tenantId)
      await parts.exportFiles.removeAll(tenantId)
      return { count }
    },

    async data({ input: { tenantId } }) {
      const count = (await workspaces.exists(tenantId)) ? (await workspaces.projects.list(tenantId)).length : 0
      await workspaces.remove(tenantId)
      return { count, writes: await released(tenantId, 'workspace', 'limits') }
    },

    async rows({ input: { tenantId } }) {
      const { length: count } = await tenants.members(tenantId)
      const licences = parts.licences.removeAll(tenantId)
      const gone = [...tenants.remove(tenantId), parts.invitations.removeAll(tenantId), ...licences]
      return { count, writes: [...gone, ...(await released(tenantId, 'tenant', 'access', 'licence'))] }
    },

    async invoices({ input: { tenantId } }) {
      const kept = await closedTenants.keptOf(tenantId)
      return {
        count: kept?.count ?? 0,
        writes: closedTenants.pseudonymise(tenantId),
        retained: kept && { ...kept, basis: INVOICE_BASIS },
      }
    },

    /** Last: it erases every copy of what it sealed, the account's own history first of all. */
    async dataKey({ input: { tenantId }, identity }) {
      await parts.tellAccount(tenantId, 'account.closed', identity)
      for (const key of [tenantId, signUpOf(tenantId)]) await parts.erase(key)
      return { count: 1, writes: [ledger.forget(tenantId), parts.tenantFlows.forget(tenantId)] }
    },
  }
}
