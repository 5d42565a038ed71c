/** A tenant's own flow (its export, its leaving): the newest view of it, kept fresh, and how to start and speak to it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { View } from '../../widget/client/wire.ts'
import { api, client, queries } from './api.ts'
import { problemOf } from './problem.ts'

type Event = { readonly type: string } & Readonly<Record<string, unknown>>

export function useTenantFlow(tenant: string, machine: string) {
  const asked = { tenant, machine }
  const current = useQuery(api.flow.current.queryOptions(asked))
  const id = current.data?.id ?? null
  const keep = (view: View) =>
    queries.setQueryData(api.flow.current.queryKey(asked), (before) =>
      // an answer may overtake the stream, or the stream an answer; the later line counts
      before && before.id === view.id && before.view.seq > view.seq ? before : { id: view.id, view },
    )
  const isOver = current.data?.view.status === 'done'
  useEffect(() => {
    if (id === null || isOver) return
    const open = client.flow.watch.subscribe({ ids: [id] }, { onData: ({ data }) => keep(data), onError: () => {} })
    return () => open.unsubscribe()
    // oxlint-disable-next-line react/exhaustive-deps -- one stream for each actor, not for each render
  }, [id, isOver])

  const opening = useMutation(api.flow.open.mutationOptions({ onSuccess: ({ view }) => keep(view) }))
  const sending = useMutation(api.flow.send.mutationOptions({ onSuccess: ({ view }) => keep(view) }))
  const error = opening.error ?? sending.error
  return {
    view: current.data?.view ?? null,
    isPending: current.isPending,
    loadProblem: current.data === undefined && current.error ? problemOf(current.error) : null,
    reload: () => void current.refetch(),
    action: { busy: opening.isPending || sending.isPending, problem: error && problemOf(error) },
    open() {
      sending.reset()
      opening.mutate({ ...asked, startId: crypto.randomUUID() })
    },
    send(event: Event) {
      if (id === null) return
      opening.reset()
      sending.mutate({ id, event, eventId: crypto.randomUUID() })
    },
  }
}
