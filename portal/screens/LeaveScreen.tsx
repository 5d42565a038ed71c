/** Taking everything out, and leaving. */
import { useMutation } from '@tanstack/react-query'
import { may } from '../../machines/vocabulary/permissions.ts'
import type { Outputs } from '../../widget/client/wire.ts'
import { api } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { useTenantFlow } from '../data/useTenantFlow.ts'
import { ExportCard } from '../views/leave/ExportCard.tsx'
import { LeaveView } from '../views/leave/LeaveView.tsx'
import { ProblemView } from '../views/ProblemView.tsx'
import { useNow } from '../views/useNow.ts'
import { WaitingView } from '../views/WaitingView.tsx'
import { exportMomentOf, leaveMomentOf } from './leaving.ts'

export function LeaveScreen({ tenant }: { tenant: Outputs['session']['me']['tenants'][number] }) {
  const leaving = useTenantFlow(tenant.id, 'offboarding')
  const { now } = useServerNow(leaving.view)
  if (leaving.loadProblem !== null)
    return <ProblemView problem={leaving.loadProblem} busy={leaving.isPending} onRetry={leaving.reload} />
  if (leaving.isPending) return <WaitingView label="your exports" />
  return (
    <LeaveView
      moment={leaveMomentOf(leaving.view, may(tenant.role, 'account.close'))}
      company={tenant.name}
      action={leaving.action}
      nowMs={now}
      exportCard={may(tenant.role, 'data.export') ? <Exporting tenant={tenant.id} /> : <NoExport />}
      onBegin={leaving.open}
      onReason={(reason, feedback) => leaving.send({ type: 'reason.given', reason, feedback })}
      onSkip={() => leaving.send({ type: 'reason.skipped' })}
      onAcceptOffer={() => leaving.send({ type: 'offer.accepted' })}
      onDeclineOffer={() => leaving.send({ type: 'offer.declined' })}
      onConfirm={(name, when) => leaving.send({ type: 'leaving.confirmed', name, when })}
      onUndo={() => leaving.send({ type: 'leaving.undone' })}
      onDrop={() => leaving.send({ type: 'leaving.dropped' })}
      onRetry={() => leaving.send({ type: 'leaving.retried' })}
    />
  )
}

/** The server's time, as far as the last view tells; the reader's own clock need not be right. */
function useServerNow(view: { now: number } | null) {
  const mine = useNow()
  return { now: view ? Math.max(view.now, mine) : mine }
}

const idle = { busy: false, problem: null }
const nothing = () => {}
const NoExport = () => (
  <ExportCard
    moment={exportMomentOf(null)}
    action={idle}
    mayExport={false}
    onRequest={nothing}
    onDownload={nothing}
    onDiscard={nothing}
    onRetry={nothing}
  />
)

function Exporting({ tenant }: { tenant: string }) {
  const flow = useTenantFlow(tenant, 'export')
  const link = useMutation(api.export.download.mutationOptions({ onSuccess: download }))
  const { busy, problem } = flow.action
  return (
    <ExportCard
      moment={exportMomentOf(flow.view)}
      action={{ busy: busy || link.isPending, problem: problem ?? (link.error && problemOf(link.error)) }}
      mayExport
      onRequest={flow.open}
      onDownload={() => flow.view && link.mutate({ tenant, id: flow.view.id })}
      onDiscard={() => flow.send({ type: 'export.discarded' })}
      onRetry={() => flow.send({ type: 'export.retried' })}
    />
  )
}

/** A form, so that the token stands in no address; the answer is a file, so the page stays. */
function download({ action, token }: { action: string; token: string }) {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'token', value: token })
  form.append(field)
  document.body.append(form)
  form.submit()
  form.remove()
}
