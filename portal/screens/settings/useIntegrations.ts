/** A workspace's connections: the newest view of each, kept fresh, and how to open and speak to one. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import type { View } from '../../../widget/client/wire.ts'
import { api, client, queries } from '../../data/api.ts'
import { problemOf } from '../../data/problem.ts'
import { toPortalProblem } from '../../views/problems.ts'
import { type IntegrationList, kindOf, withView } from './integrations.ts'

type Event = { readonly type: string } & Readonly<Record<string, unknown>>
export type Work = { readonly kind: IntegrationKind } & (
  | { readonly event: Event }
  /** Opened first, where there is none. */
  | { readonly give: { readonly credential: string; readonly namespace?: string } }
  /** Leaves this page. */
  | { readonly goTo: true }
)

/** What the server would not take, by its code. */
class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export function useIntegrations(tenant: string) {
  const list = useQuery(api.integration.list.queryOptions({ tenant }))
  const key = api.integration.list.queryKey({ tenant })
  const keep = (view: View) => queries.setQueryData(key, (before) => before && withView(before, view))
  const open = list.data?.integrations.filter(({ status }) => status === 'active').map(({ id }) => id) ?? []
  const watched = open.toSorted().join(' ')
  useEffect(() => {
    if (watched === '') return
    const onData = ({ data }: { data: View }) => keep(data)
    const stream = client.flow.watch.subscribe({ ids: watched.split(' ') }, { onData, onError: () => {} })
    return () => stream.unsubscribe()
    // oxlint-disable-next-line react/exhaustive-deps -- one stream for each set of actors, not for each render
  }, [watched])

  const act = useMutation({
    mutationFn: async (work: Work) => {
      const id = 'event' in work ? idOf(list.data, work.kind) : await opened(tenant, work.kind, keep)
      if (id === null) return
      if ('goTo' in work) {
        const { url } = await client.integration.authorize.mutate({ tenant, id })
        location.assign(url)
        return
      }
      const event = 'give' in work ? { type: 'credential.given', ...work.give } : work.event
      const { outcome, view } = await client.flow.send.mutate({ id, event, eventId: crypto.randomUUID() })
      keep(view)
      if (outcome.status === 'invalid') throw new Refused(outcome.issues[0]?.message ?? 'unknown')
    },
    onError: () => void list.refetch(),
  })
  const { error } = act
  return {
    list,
    act,
    problem: error && (error instanceof Refused ? toPortalProblem(error.code) : problemOf(error)),
  }
}

const idOf = (list: IntegrationList | undefined, kind: IntegrationKind): string | null =>
  list?.integrations.find((view) => kindOf(view) === kind && view.status === 'active')?.id ?? null

/** The one that is there, or a new one. */
async function opened(tenant: string, kind: IntegrationKind, keep: (view: View) => void): Promise<string> {
  const startId = crypto.randomUUID()
  const { id, view } = await client.flow.open.mutate({ tenant, machine: 'integration', input: { kind }, startId })
  keep(view)
  return id
}
