/**
 * Hands the code a person came back with in for a key, and seals that.
 *
 * A code works once. An attempt whose answer was lost finds it used and gives up with `authorization.expired`: the person goes
 * there once more, and what was lost is of no use to anybody. Gives up with `integration.misconfigured`, too; fails with
 * `provider.unreachable`.
 */
import type { ExchangeCode } from '../../../machines/integration/integration.types.ts'
import type { IntegrationSecrets } from '../../records/integrations/integration-secrets.ts'
import { giveUp, type Perform } from '../effect.ts'
import { authorizerOf, type KeyParts } from './keys.ts'

export interface ExchangeParts extends KeyParts {
  readonly secrets: Pick<IntegrationSecrets, 'read' | 'keep' | 'drop'>
}

export const exchangeCode =
  (parts: ExchangeParts): Perform<ExchangeCode> =>
  async ({ input: { integrationId: owner, tenantId: tenant, codeRef, verifierRef }, signal }) => {
    const { secrets } = parts
    const [code, verifier] = [await secrets.read(codeRef), await secrets.read(verifierRef)]
    if (code === null || verifier === null) throw giveUp('authorization.expired', `${owner} has no code any more.`)
    const value = await authorizerOf(parts).exchange({ code, verifier }, signal)
    const { ref, writes } = await secrets.keep({ owner, tenant, purpose: 'credential', value })
    return {
      output: { credentialRef: ref },
      writes: [...writes, secrets.drop(owner, 'code'), secrets.drop(owner, 'verifier')],
    }
  }
