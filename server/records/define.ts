/** Makes every domain table that is not there yet. */
import type { Connection } from '../store/connection.ts'
import { apiKeyTables } from './apiKeys/api-key-table.ts'
import { auditTables } from './audit/audit-table.ts'
import { billingTables } from './billing/billing-table.ts'
import { closedTenantTables } from './billing/closed-tenants.ts'
import { certificateTables } from './certificates/certificates.ts'
import { credentialTables } from './credentials/credentials.ts'
import { invitationTables } from './invitations/invitations.ts'
import { flowMapTables } from './flow-map/flow-map-table.ts'
import { licenceTables } from './licences/licence-table.ts'
import { integrationSecretTables } from './integrations/integration-secrets.ts'
import { integrationTables } from './integrations/integrations.ts'
import { mailboxTables } from './notices/mailbox.ts'
import { noticeTables } from './notices/notices.ts'
import { outboxTables } from './notices/outbox-table.ts'
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
  flowMapTables,
]

/** Changes whenever a table does that an earlier build may have made: tables are made, and not yet changed. */
const FORMAT = 1

const formatTable = (integer: string) => `create table if not exists format (version ${integer} not null)`

/** The data is of another build, and nothing here can read it. */
export class OlderData extends Error {
  readonly code = 'data.other'
  constructor() {
    super(
      'The data in DATA_DIR was written by another build, and there is no way yet to bring it along. ' +
        'Set DATA_DIR to a new folder; this one stays as it is.',
    )
  }
}

/** To be awaited once, before anything of the records is used. Throws `OlderData`, having changed nothing. */
export async function defineTables(connection: Connection): Promise<void> {
  const { dialect } = connection
  await refuseOther(connection)
  // the format first: whoever finds tables without it would take them for another build's
  await connection.define(formatTable(ddl(dialect).integer))
  const [known] = await versions(connection)
  const format = { sql: `insert into format (version) values (${FORMAT})`, parameters: [], code: 'format' }
  if (!known) await connection.write([format])
  await connection.define(areas.map((tables) => tables(ddl(dialect))).join('\n'))
}

const versions = (connection: Connection) =>
  connection.rows<{ version: number }>({ sql: 'select version from format', parameters: [] })

async function refuseOther(connection: Connection): Promise<void> {
  const found = await versions(connection).catch(() => [])
  if (found.some(({ version }) => version !== FORMAT)) throw new OlderData()
  if (found.length > 0) return
  // a build from before there were formats has tenants, and none of these
  const tenants = await connection.rows({ sql: 'select id from tenant limit 1', parameters: [] }).catch(() => null)
  if (tenants !== null) throw new OlderData()
}
