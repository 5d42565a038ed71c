/** What may be seen of an integration. An allow-list: neither the key nor what stands for it is on it. */
import type { IntegrationContext } from './integration.types.ts'

export type IntegrationView = Pick<
  IntegrationContext,
  'kind' | 'namespace' | 'seen' | 'connectedAt' | 'checkedAt' | 'problem' | 'revocation'
>

export const integrationView = (context: IntegrationContext): IntegrationView => {
  const { kind, namespace, seen, connectedAt, checkedAt, problem, revocation } = context
  return { kind, namespace, seen, connectedAt, checkedAt, problem, revocation }
}
