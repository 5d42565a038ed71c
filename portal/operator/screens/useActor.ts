/** One actor, the part of its journal that is looked at, and what is new of it as it happens. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useWhileVisible } from '../../data/useWhileVisible.ts'
import { api, client } from '../data/api.ts'
import { PAGE, pageOf } from '../pages.ts'

/** `seq`: the line that is shown; null is the newest. */
export function useActor(id: string, seq: number | null) {
  const cache = useQueryClient()
  const actor = useQuery(api.operator.actor.queryOptions({ id }))
  const last = actor.data?.seq ?? 1
  const page = pageOf(Math.min(seq ?? last, last), last)
  const journal = useQuery({
    ...api.operator.journal.queryOptions({ id, from: page.from, to: page.from + PAGE - 1 }),
    enabled: actor.isSuccess,
    placeholderData: keepPreviousData,
  })
  const watch = useCallback(() => {
    const onData = () => {
      void cache.invalidateQueries({ queryKey: api.operator.actor.queryKey({ id }) })
      void cache.invalidateQueries({ queryKey: api.operator.journal.queryKey() })
    }
    // who is signed out hears of it from the next query
    return client.operator.watch.subscribe({ id }, { onData, onError: onData })
  }, [cache, id])
  useWhileVisible(watch)
  return { actor, journal, page }
}
