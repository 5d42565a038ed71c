/** A connection as the ledger of a tenant names it. */
import type { IntegrationInput } from '../../../machines/integration/integration.types.ts'
import type { Resource } from '../../records/tenants/ledger.ts'

export const resourceOf = ({ integrationId, tenantId }: Omit<IntegrationInput, 'kind'>): Resource => ({
  identity: `integration/${integrationId}`,
  tenant: tenantId,
  kind: 'integration',
})
