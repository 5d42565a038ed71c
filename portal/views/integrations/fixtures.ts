/** What the stories of the integrations show. */
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import { nowMs } from '../fixtures.ts'
import type { Integration } from './integration-types.ts'
import type { IntegrationsProps } from './IntegrationsView.tsx'

const nothing = () => undefined

const none = (kind: IntegrationKind): Integration => ({
  kind,
  state: 'none',
  account: null,
  found: [],
  hasMore: false,
  checkedAt: null,
  connectedAt: null,
  problem: null,
  revocation: 'none',
  can: [],
})

export const integration = (kind: IntegrationKind, more: Partial<Integration> = {}): Integration => ({
  ...none(kind),
  state: 'connected',
  checkedAt: new Date(nowMs - 42 * 60_000).toISOString(),
  connectedAt: '2026-11-02T09:00:00.000Z',
  can: ['look', 'disconnect'],
  ...more,
})

const repositories = ['api', 'billing-jobs', 'design', 'handbook', 'infra', 'mobile', 'website'].map((name) => ({
  name: `fernhill/${name}`,
  isPrivate: name !== 'website' && name !== 'design',
}))
const models = ['Claude Opus 4.1', 'Claude Sonnet 4.5', 'Claude Haiku 4.5'].map((name) => ({ name, isPrivate: false }))

const rest = {
  action: { busy: false, problem: null, kind: null },
  nowMs,
  onConnect: nothing,
  onAct: nothing,
}

export const noIntegrations: IntegrationsProps = {
  ...rest,
  integrations: (['github', 'anthropic', 'npm', 'openvsx'] as const).map(none),
}

export const allConnected: IntegrationsProps = {
  ...rest,
  integrations: [
    integration('github', { account: 'fernhill-dev', found: repositories, hasMore: true }),
    integration('anthropic', { account: 'org_7Q2', found: models }),
    integration('npm', { account: 'fernhill-studio' }),
    integration('openvsx', {
      account: 'fernhill',
      found: ['snippets', 'theme'].map((name) => ({ name, isPrivate: false })),
    }),
  ],
}

/** Everything that can be wrong at once. */
export const troubled: IntegrationsProps = {
  ...rest,
  integrations: [
    integration('github', {
      account: 'fernhill-dev',
      found: repositories.slice(0, 2),
      state: 'broken',
      problem: 'credential.refused',
    }),
    { ...none('anthropic'), state: 'refused', problem: 'credential.refused', can: ['disconnect'] },
    integration('npm', {
      account: 'fernhill-studio',
      state: 'unconfirmed',
      problem: 'provider.unreachable',
      can: ['retry', 'disconnect'],
    }),
    { ...none('openvsx'), state: 'disconnected', account: 'fernhill', revocation: 'by hand' },
  ],
}
