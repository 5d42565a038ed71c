/** The server's connections as the page shows them. */
import { type IntegrationKind, integrationKinds } from '../../../machines/integration/integration.types.ts'
import type { IntegrationView } from '../../../machines/integration/integration.view.ts'
import type { Outputs, View } from '../../../widget/client/wire.ts'
import type { Integration, IntegrationAction, IntegrationState } from '../../views/integrations/integration-types.ts'
import { pathIn } from '../leaving.ts'

export type IntegrationList = Outputs['integration']['list']

/** What of a view the page needs. */
export type Shown = Pick<View, 'value' | 'context' | 'enabled'>

const states: Readonly<Record<string, IntegrationState>> = {
  'connecting.authorizing': 'authorizing',
  'connecting.exchanging': 'checking',
  'connecting.checking': 'checking',
  'connecting.refused': 'refused',
  'connecting.unreachable': 'unreachable',
  'live.connected': 'connected',
  'live.checkingHealth': 'looking',
  'live.unconfirmed': 'unconfirmed',
  'live.telling': 'broken',
  'live.broken': 'broken',
  'live.rechecking': 'broken',
  'ending.revoking': 'ending',
  'ending.notRevoked': 'stuck',
  'ending.forgetting': 'ending',
  'ending.notForgotten': 'ending',
  disconnected: 'disconnected',
}

const events: readonly (readonly [string, IntegrationAction])[] = [
  ['check.asked', 'look'],
  ['integration.retried', 'retry'],
  ['disconnect.asked', 'disconnect'],
]
export const eventOf = (action: IntegrationAction): string => events.find(([, name]) => name === action)![0]

const nothing = {
  state: 'none' as const,
  account: null,
  found: [],
  hasMore: false,
  checkedAt: null,
  connectedAt: null,
  problem: null,
  revocation: 'none' as const,
  can: [],
}

/** One for each company that can be connected, in one order. */
export const integrationsOf = ({ kinds, integrations }: IntegrationList): Integration[] =>
  integrationKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => integrationOf(kind, integrations.find((view) => kindOf(view) === kind) ?? null))

export const kindOf = ({ context }: Pick<View, 'context'>): IntegrationKind =>
  (context as unknown as IntegrationView).kind

export function integrationOf(kind: IntegrationKind, view: Shown | null): Integration {
  // a form that was opened and left is as good as none
  const state = (view && states[pathIn(view.value)]) ?? 'none'
  if (!view || state === 'none') return { kind, ...nothing }
  const { seen, checkedAt, connectedAt, problem, revocation } = view.context as unknown as IntegrationView
  return {
    kind,
    state,
    account: seen?.account ?? null,
    found: seen?.found ?? [],
    hasMore: seen?.hasMore ?? false,
    checkedAt: iso(checkedAt),
    connectedAt: iso(connectedAt),
    problem,
    revocation,
    can: events.filter(([event]) => view.enabled.includes(event)).map(([, action]) => action),
  }
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** An answer may overtake the stream, or the stream an answer; the later line counts. One of each kind is listed. */
export function withView(list: IntegrationList, view: View): IntegrationList {
  const before = list.integrations.find((one) => kindOf(one) === kindOf(view))
  if (before && before.id === view.id && before.seq > view.seq) return list
  // the stream of one that is over may end after its successor began
  if (before && before.id !== view.id && view.status !== 'active') return list
  return { ...list, integrations: [...list.integrations.filter((one) => one !== before), view] }
}
