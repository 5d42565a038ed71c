import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import type { ActionState } from '../home-types.ts'
import { ProblemView } from '../ProblemView.tsx'
import { type PortalProblem, wordsFor } from '../problems.ts'
import { StaleNotice } from '../StaleNotice.tsx'
import { useNow } from '../useNow.ts'
import { WaitingView } from '../WaitingView.tsx'
import { IntegrationCard } from './IntegrationCard.tsx'
import type { Integration, IntegrationAction } from './integration-types.ts'

export interface IntegrationsProps {
  /** One for each company that can be connected. */
  integrations: readonly Integration[]
  /** Why what is shown is from before; null while it is fresh. */
  stale?: PortalProblem | null
  /** Of the one that is acted on. */
  action: ActionState & { kind: IntegrationKind | null }
  /** Default: the clock. */
  nowMs?: number
  onConnect(kind: IntegrationKind): void
  onAct(kind: IntegrationKind, action: IntegrationAction): void
}

export type IntegrationsViewProps =
  | { state: 'waiting' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }
  | ({ state: 'ready' } & IntegrationsProps)

/** What the workspace works with outside of itself. */
export function IntegrationsView(props: IntegrationsViewProps) {
  if (props.state === 'waiting') return <WaitingView label="the integrations" />
  if (props.state === 'problem')
    return <ProblemView problem={props.problem} busy={props.busy} onRetry={props.onRetry} />
  return <Cards {...props} />
}

function Cards({ integrations, stale, action, onConnect, onAct, ...more }: IntegrationsProps) {
  const nowMs = useNow(more.nowMs)
  const isFirst = integrations.every(({ state }) => state === 'none')
  return (
    <>
      {stale && <StaleNotice problem={stale} />}
      {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      {isFirst && (
        <p className="text-ui text-ink-2">
          Nothing is connected yet. A key you give is tried at once, kept sealed, and never shown again.
        </p>
      )}
      {integrations.map((integration) => (
        <IntegrationCard
          key={integration.kind}
          integration={integration}
          busy={action.busy && action.kind === integration.kind}
          nowMs={nowMs}
          onConnect={() => onConnect(integration.kind)}
          onAct={(act) => onAct(integration.kind, act)}
        />
      ))}
    </>
  )
}
