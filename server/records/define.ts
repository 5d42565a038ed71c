/** Makes every domain table that is not there yet. */
import type { Connection } from '../store/connection.ts'
import { apiKeyTables } from './apiKeys/api-key-table.ts'
import { auditTables } from './audit/audit-table.ts'
import { billingTables } from './billing/billing-table.ts'
import { closedTenantTables } from './billing/closed-tenants.ts'
import { certificateTables } from './certificates/certificates.ts'
import { credentialTables } from './credentials/credentials.ts'
import { invitationTables } from './invitations/invitations.ts'
import { licenceTables } from './licences/licence-table.ts'
import { integrationSecretTables } from './integrations/integration-secrets.ts'
import { integrationTables } from './integrations/integrations.ts'
import { mailboxTables } from './notices/mailbox.ts'
import { noticeTables } from './notices/notices.ts'
import { outboxTables } from './notices/outbox.ts'
import { preferenceTables } from './notices/preferences.ts'
import { ddl } from './query.ts'
import { ledgerTables } from './tenants/ledger.ts'
import { tenantFlowTables } from './tenants/tenant-flows.ts'
import { tenantTables } from './tenants/tenant-table.ts'
import { tokenTables } from './tokens/token-table.ts'

const areas = [
  tokenTables,
  credentialTables,
  tenantTables,
  ledgerTables,
  apiKeyTables,
  noticeTables,
  preferenceTables,
  outboxTables,
  mailboxTables,
  billingTables,
  invitationTables,
  licenceTables,
  integrationTables,
  integrationSecretTables,
  closedTenantTables,
  certificateTables,
  tenantFlowTables,
  auditTables,
]

/** To be awaited once, before anything of the records is used. */
export const defineTables = (connection: Connection): Promise<void> =>
  connection.define(areas.map((tables) => tables(ddl(connection.dialect))).join('\n'))
