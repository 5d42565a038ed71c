/** Billing: what it costs and what is used, the card, the plan's end, and what is owed. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { may } from '../../machines/vocabulary/permissions.ts'
import { api, queries } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import type { UpcomingState } from '../views/billing-page-types.ts'
import { BillingView } from '../views/BillingView.tsx'
import { DowngradeDialog } from '../views/DowngradeDialog.tsx'
import { dunningOf, isMoving, planOf, previewOf } from './account.ts'
import { billingOf } from './billing.ts'
import { limitsOf } from './home.ts'
import { useAccount, useAccountEvent } from './useAccount.ts'
import { useMeter } from './useMeter.ts'

/** The provider's script and all around it come only when somebody wants to type a card. */
const CardDialog = lazy(async () => ({ default: (await import('./CardDialog.tsx')).CardDialog }))

const UpgradeDialog = lazy(async () => ({ default: (await import('./UpgradeDialog.tsx')).UpgradeDialog }))

const MOVING_MS = 3000

export function BillingScreen({ tenant, role }: { tenant: string; role: MemberRole }) {
  return may(role, 'billing.read') ? (
    <Allowed tenant={tenant} mayManage={may(role, 'billing.manage')} />
  ) : (
    <BillingView state="noPermission" />
  )
}

function Allowed({ tenant, mayManage }: { tenant: string; mayManage: boolean }) {
  const account = useAccount(tenant, true)
  const moving = isMoving(account.data)
  const refetchInterval = moving ? MOVING_MS : false
  const summary = useQuery(api.billing.summary.queryOptions({ tenant }, { refetchInterval }))
  const home = useQuery(api.tenant.home.queryOptions({ tenant }))
  const upcoming = useUpcoming(tenant)
  const requests = useMeter(tenant, 'requests')
  const storage = useMeter(tenant, 'storage')
  const [asked, setAsked] = useState<'card' | 'downgrade' | 'upgrade' | null>(null)
  const undo = useAccountEvent(tenant)

  const all = [account, summary, home]
  const failed = all.find(({ error, data }) => error && !data)
  if (failed) {
    const retry = () => all.forEach((query) => void query.refetch())
    const busy = all.some(({ isFetching }) => isFetching)
    return <BillingView state="problem" problem={problemOf(failed.error)} busy={busy} onRetry={retry} />
  }
  if (!account.data || !summary.data || !home.data) return <BillingView state="waiting" />
  const dunning = dunningOf(account.data)
  const billing = billingOf(summary.data)
  return (
    <>
      <BillingView
        state="ready"
        billing={billing}
        dunning={dunning}
        plan={planOf(account.data)}
        meters={[requests, storage]}
        limits={limitsOf(home.data).filter(({ key }) => key === 'seats' || key === 'projects')}
        upcoming={upcoming}
        mayManage={mayManage}
        action={{ busy: undo.busy, problem: undo.error && problemOf(undo.error) }}
        onReplaceCard={() => setAsked('card')}
        onChangePlan={() => setAsked(typeof billing.paid === 'string' ? 'upgrade' : 'downgrade')}
        onUndo={() => undo.send('downgrade.undone')}
      />
      {asked === 'downgrade' && <Downgrade tenant={tenant} onClose={() => setAsked(null)} />}
      {asked === 'card' && (
        <Suspense>
          <CardDialog tenant={tenant} owes={dunning !== null} onClose={() => close(tenant, setAsked)} />
        </Suspense>
      )}
      {asked === 'upgrade' && (
        <Suspense>
          <UpgradeDialog tenant={tenant} onClose={() => close(tenant, setAsked)} />
        </Suspense>
      )}
    </>
  )
}

/** Whatever was done there, what is shown is asked for anew. */
function close(tenant: string, setAsked: (asked: null) => void) {
  setAsked(null)
  void queries.invalidateQueries({ queryKey: api.flow.view.queryKey() })
  void queries.invalidateQueries({ queryKey: api.billing.summary.queryKey({ tenant }) })
  void queries.invalidateQueries({ queryKey: api.tenant.home.queryKey({ tenant }) })
  void queries.invalidateQueries(api.usage.pathFilter())
  void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })
  void queries.invalidateQueries({ queryKey: api.billing.upcoming.queryKey({ tenant }) })
}

function useUpcoming(tenant: string): UpcomingState {
  const { data } = useQuery(api.billing.upcoming.queryOptions({ tenant }, { staleTime: 60_000 }))
  if (!data) return 'loading'
  if (!data.known) return 'unknown'
  const { invoice } = data
  return invoice && { ...invoice, at: invoice.at === null ? null : new Date(invoice.at).toISOString() }
}

function Downgrade({ tenant, onClose }: { tenant: string; onClose(): void }) {
  const preview = useQuery(api.billing.downgrade.queryOptions({ tenant }))
  const confirm = useAccountEvent(tenant)
  const error = preview.error ?? confirm.error
  return (
    <DowngradeDialog
      preview={preview.data ? previewOf(preview.data) : null}
      busy={confirm.busy}
      problem={error && problemOf(error)}
      onConfirm={() => confirm.send('downgrade.confirmed', onClose)}
      onClose={onClose}
    />
  )
}
