/**
 * Deletes what was sealed for an integration, and makes room for another of its kind, in the commit that ends it.
 *
 * Safe to repeat: what is gone already is gone.
 */
import type { ForgetIntegration } from '../../../machines/integration/integration.types.ts'
import type { IntegrationSecrets } from '../../records/integrations/integration-secrets.ts'
import type { Integrations } from '../../records/integrations/integrations.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'
import type { Perform } from '../effect.ts'
import { resourceOf } from './resource.ts'

export interface ForgetParts {
  readonly integrations: Pick<Integrations, 'close'>
  readonly secrets: Pick<IntegrationSecrets, 'forget'>
  readonly ledger: Pick<Ledger, 'release'>
}

export const forgetIntegration =
  ({ integrations, secrets, ledger }: ForgetParts): Perform<ForgetIntegration> =>
  async ({ input }) => ({
    output: { forgotten: true },
    writes: [
      integrations.close(input.integrationId),
      secrets.forget(input.integrationId),
      ledger.release(resourceOf(input).identity),
    ],
  })
