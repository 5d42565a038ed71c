/** What the effects of an integration have in common: which company, and the key itself out of its seal. */
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import type { IntegrationSecrets } from '../../records/integrations/integration-secrets.ts'
import { giveUp } from '../effect.ts'
import type { Authorizer, Provider, Providers } from './provider.ts'

export interface KeyParts {
  readonly providers: Providers
  readonly secrets: Pick<IntegrationSecrets, 'read'>
}

/** Gives up with `integration.misconfigured` where nobody has told the company of us. */
export function providerOf({ providers }: Pick<KeyParts, 'providers'>, kind: IntegrationKind): Provider {
  const provider = providers[kind]
  if (!provider) throw giveUp('integration.misconfigured', `Nobody has said where ${kind} is.`)
  return provider
}

export function authorizerOf({ providers: { github } }: Pick<KeyParts, 'providers'>): Authorizer {
  if (!github) throw giveUp('integration.misconfigured', 'GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET are not set.')
  return github
}

/** Gives up with `credential.refused`: one that was forgotten has to be given again. */
export async function keyOf({ secrets }: Pick<KeyParts, 'secrets'>, ref: string): Promise<string> {
  const key = await secrets.read(ref)
  if (key === null) throw giveUp('credential.refused', `There is no secret ${ref} any more.`)
  return key
}
