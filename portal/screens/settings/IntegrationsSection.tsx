/** What the workspace is connected to, and the dialogs that change it. */
import { useState } from 'react'
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import { problemOf } from '../../data/problem.ts'
import { companies } from '../../views/integrations/companies.ts'
import { ConnectDialog } from '../../views/integrations/ConnectDialog.tsx'
import { DisconnectDialog } from '../../views/integrations/DisconnectDialog.tsx'
import { IntegrationsView } from '../../views/integrations/IntegrationsView.tsx'
import { eventOf, integrationsOf } from './integrations.ts'
import type { SectionProps } from './section.ts'
import { useIntegrations } from './useIntegrations.ts'

export function IntegrationsSection({ tenant: { id: tenant } }: SectionProps) {
  const { list, act, problem } = useIntegrations(tenant)
  const [connecting, setConnecting] = useState<IntegrationKind | null>(null)
  const [leaving, setLeaving] = useState<IntegrationKind | null>(null)
  const [given, setGiven] = useState(false)

  const { data } = list
  const loadProblem = list.error && problemOf(list.error)
  if (!data && loadProblem)
    return (
      <IntegrationsView
        state="problem"
        problem={loadProblem}
        busy={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    )
  if (!data) return <IntegrationsView state="waiting" />

  const integrations = integrationsOf(data)
  const state = integrations.find(({ kind }) => kind === connecting)?.state ?? 'none'
  const refusal = integrations.find(({ kind }) => kind === connecting)?.problem ?? null
  // the company has said what it has to say; a refusal stays in the dialog, where another key can be typed
  const isDone = given && !act.isPending && !problem && ['connected', 'unreachable'].includes(state)
  if (connecting && isDone) setConnecting(null)

  const begin = (kind: IntegrationKind) => {
    act.reset()
    setGiven(false)
    if (companies[kind].key === null) act.mutate({ kind, goTo: true })
    else setConnecting(kind)
  }
  const isInDialog = connecting !== null || leaving !== null
  return (
    <>
      <IntegrationsView
        state="ready"
        integrations={integrations}
        stale={loadProblem}
        action={{
          busy: act.isPending && !isInDialog,
          problem: isInDialog ? null : problem,
          kind: act.variables?.kind ?? null,
        }}
        onConnect={begin}
        onAct={(kind, action) => {
          act.reset()
          if (action === 'disconnect' && integrations.find((one) => one.kind === kind)?.account) setLeaving(kind)
          else act.mutate({ kind, event: { type: eventOf(action) } })
        }}
      />
      {connecting && (
        <ConnectDialog
          kind={connecting}
          busy={act.isPending || (given && state === 'checking')}
          problem={problem}
          refusal={given && state === 'refused' ? refusal : null}
          onSubmit={({ credential, namespace }) => {
            setGiven(true)
            act.mutate({ kind: connecting, give: { credential, ...(namespace && { namespace }) } })
          }}
          onClose={() => setConnecting(null)}
        />
      )}
      {leaving && (
        <DisconnectDialog
          kind={leaving}
          busy={act.isPending}
          problem={problem}
          onConfirm={() =>
            act.mutate({ kind: leaving, event: { type: eventOf('disconnect') } }, { onSuccess: () => setLeaving(null) })
          }
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}
