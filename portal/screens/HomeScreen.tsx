/** The workspace's home: what there is, what is used, and the dialogs that change it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { may } from '../../machines/vocabulary/permissions.ts'
import { api, queries } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { ApiKeyDialog } from '../views/ApiKeyDialog.tsx'
import type { BillingCardProps } from '../views/BillingCard.tsx'
import { HomeView } from '../views/HomeView.tsx'
import { billingOf } from './billing.ts'
import { apiKeyOf, limitsOf, projectsOf, usageOf, workspaceOf } from './home.ts'
import { type Asked, ProjectDialogs } from './ProjectDialogs.tsx'

export function HomeScreen({ tenant, role }: { tenant: string; role: MemberRole }) {
  const home = useQuery(api.tenant.home.queryOptions({ tenant }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const keys = useApiKey(tenant)
  const mayReadBilling = may(role, 'billing.read')
  const billing = useBilling(tenant, mayReadBilling)

  const { data } = home
  const problem = home.error && problemOf(home.error)
  if (!data && problem)
    return <HomeView state="problem" problem={problem} busy={home.isFetching} onRetry={() => void home.refetch()} />
  if (!data) return <HomeView state="waiting" />

  const projectOf = (id: string) => data.projects.find((project) => project.id === id) ?? null
  return (
    <>
      <HomeView
        state="ready"
        stale={problem}
        workspace={workspaceOf(data)}
        waitingOnYou={[]}
        waitingOnUs={[]}
        usage={usageOf(data)}
        limits={limitsOf(data)}
        projects={projectsOf(data)}
        projectLimit={data.limits.projects}
        billing={mayReadBilling ? billing : null}
        apiKey={may(role, 'apiKey.manage') ? apiKeyOf(data) : null}
        pingUrl={data.pingUrl}
        keyAction={keys.action}
        onNewProject={() => setAsked({ what: 'create' })}
        onRename={(id) => setAsked({ what: 'rename', project: projectOf(id) })}
        onDelete={(id) => setAsked({ what: 'delete', project: projectOf(id) })}
        onRevealKey={keys.reveal}
      />
      {asked && <ProjectDialogs tenant={tenant} asked={asked} onClose={() => setAsked(null)} />}
      {keys.secret !== null && <ApiKeyDialog secret={keys.secret} pingUrl={data.pingUrl} onClose={keys.close} />}
    </>
  )
}

/** While the provider's word is still on its way, it is asked for again by itself. */
function useBilling(tenant: string, enabled: boolean): BillingCardProps {
  const { data, error, isFetching, refetch } = useQuery(
    api.billing.summary.queryOptions(
      { tenant },
      {
        enabled,
        refetchInterval: ({ state }) => (state.data && billingOf(state.data).paid === 'arriving' ? ARRIVING_MS : false),
      },
    ),
  )
  if (data) return { state: 'ready', ...billingOf(data) }
  if (error) return { state: 'problem', problem: problemOf(error), busy: isFetching, onRetry: () => void refetch() }
  return { state: 'waiting' }
}
const ARRIVING_MS = 3000

/** Showing the key made at set-up. It stays only in this page's memory, and only while its dialog is open. */
function useApiKey(tenant: string) {
  const [secret, setSecret] = useState<string | null>(null)
  const reveal = useMutation(
    api.tenant.revealApiKey.mutationOptions({
      onSuccess: ({ key }) => {
        setSecret(key)
        void queries.invalidateQueries({ queryKey: api.tenant.home.queryKey({ tenant }) })
      },
    }),
  )
  return {
    secret,
    action: { busy: reveal.isPending, problem: reveal.error && problemOf(reveal.error) },
    reveal: () => reveal.mutate({ tenant }),
    close() {
      setSecret(null)
      reveal.reset()
    },
  }
}
