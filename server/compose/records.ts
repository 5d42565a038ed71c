/** The domain tables, opened together. */
import type { Config } from '../config.ts'
import { join } from 'node:path'
import type { Flow } from '../../machines/kit/flow.ts'
import { outline } from '../../machines/kit/outline.ts'
import { flows } from '../../machines/registry.ts'
import { apiKeys } from '../records/apiKeys/api-keys.ts'
import { auditLog } from '../records/audit/audit.ts'
import { billing } from '../records/billing/billing.ts'
import { closedTenants } from '../records/billing/closed-tenants.ts'
import { certificates } from '../records/certificates/certificates.ts'
import { credentials } from '../records/credentials/credentials.ts'
import { defineTables } from '../records/define.ts'
import { invitations } from '../records/invitations/invitations.ts'
import { flowMap } from '../records/flow-map/flow-map.ts'
import { licences } from '../records/licences/licences.ts'
import { integrationSecrets, type Seal } from '../records/integrations/integration-secrets.ts'
import { integrations } from '../records/integrations/integrations.ts'
import { exportFiles } from '../records/exports/export-files.ts'
import { mailbox } from '../records/notices/mailbox.ts'
import { notices } from '../records/notices/notices.ts'
import { outbox } from '../records/notices/outbox.ts'
import { preferences } from '../records/notices/preferences.ts'
import { ledger } from '../records/tenants/ledger.ts'
import { tenantFlows } from '../records/tenants/tenant-flows.ts'
import { tenants } from '../records/tenants/tenants.ts'
import { tokens } from '../records/tokens/tokens.ts'
import { workspaces } from '../records/workspaces/workspaces.ts'
import type { Connection } from '../store/connection.ts'

export type Records = Awaited<ReturnType<typeof openRecords>>

export interface RecordNeeds {
  readonly config: Config
  readonly connection: Connection
  readonly seal: Seal
  readonly now: () => number
}

export async function openRecords({ config, connection, seal, now }: RecordNeeds) {
  await defineTables(connection)
  const parts = { connection, now, secret: config.secret }
  return {
    tokens: tokens(parts),
    credentials: credentials(parts),
    tenants: tenants(parts),
    ledger: ledger(parts),
    apiKeys: apiKeys(parts),
    billing: billing(parts),
    invitations: invitations(parts),
    licences: licences(parts),
    integrations: integrations(parts),
    integrationSecrets: integrationSecrets({ connection, seal }),
    notices: notices(parts),
    preferences: preferences(parts),
    outbox: outbox(parts),
    mailbox: mailbox(parts),
    tenantFlows: tenantFlows(parts),
    audit: auditLog(parts),
    flowMap: flowMap({ connection, outlines: flows.map((flow) => outline(flow as Flow)) }),
    closedTenants: closedTenants(parts),
    certificates: certificates(parts),
    exportFiles: exportFiles(join(config.dataDir, 'exports')),
    workspaces: workspaces({ folder: join(config.dataDir, 'workspaces'), now }),
  }
}
