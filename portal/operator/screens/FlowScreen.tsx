/** One flow of the map: its chart with the numbers of a period on it, and who is in the state that was clicked. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { readableName } from '../../../machines/kit/readable.ts'
import type { Chosen } from '../../../ui/chart/marks.ts'
import { useTitle } from '../../screens/useTitle.ts'
import { api, client } from '../data/api.ts'
import { fetched } from '../data/fetched.ts'
import { useConfiguration, usePicture } from '../data/pictures.ts'
import type { Operator } from '../data/types.ts'
import { DEFAULT_DAYS, EVER, lastDays } from '../flow-marks.ts'
import { type Filter, filterOf, queryOf, without } from '../filter.ts'
import { FlowFilters } from '../views/FlowFilters.tsx'
import { FlowView } from '../views/FlowView.tsx'
import { ConsoleWaiting } from '../views/Alone.tsx'
import { Failed } from '../views/Failed.tsx'
import { Inside } from './Inside.tsx'

/** The map moves by itself while somebody looks at it. */
const REFRESH_MS = 5000

export function FlowScreen({ operator, flow }: { operator: Operator; flow: string }) {
  const [place, go] = useLocation()
  const filter = filterOf(new URLSearchParams(useSearch()))
  const show = (next: Filter) => go(place + queryOf(next), { replace: true })
  const [now] = useState(() => Date.now())
  const picture = usePicture(flow)
  const configuration = useConfiguration(flow)
  useTitle(picture.data?.title ?? flow, 'Console')
  const { state, transition, ...narrowed } = filter
  const from = filter.from ?? lastDays(DEFAULT_DAYS, now).from ?? EVER
  const counts = useQuery({
    ...api.operator.flow.queryOptions({ flow, ...narrowed, from: from === EVER ? undefined : from }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
  const overview = useQuery(api.operator.overview.queryOptions({}))
  const who = useWho(flow, filter)
  const chosen: Chosen = state !== undefined ? { state } : transition !== undefined ? { transition } : null

  const title = <h1 className="truncate text-title font-semibold">{picture.data?.title ?? readableName(flow)}</h1>
  const tools = <FlowFilters {...{ flow, filter, overview: overview.data ?? null, now, onFilter: show }} />
  const { failed, stale, busy, retry } = fetched(counts, picture)
  const inside = (page: React.ReactNode) => <Inside {...{ operator, title, tools, stale }}>{page}</Inside>
  if (failed) return inside(<Failed problem={failed} busy={busy} onRetry={retry} />)
  if (!counts.data || !picture.data) return inside(<ConsoleWaiting label="the flow map" />)
  return inside(
    <FlowView
      picture={picture.data}
      flow={counts.data}
      configuration={configuration.data ?? null}
      chosen={chosen}
      who={who.pages}
      hasMore={who.hasMore}
      onMore={who.more}
      onChoose={(next) => show(choosing(filter, next))}
    />,
  )
}

const choosing = (filter: Filter, next: Chosen): Filter => ({ ...without(filter, 'state', 'transition'), ...next })

/** Who is in the chosen state, a page at a time. */
function useWho(flow: string, { state, tier, version }: Filter) {
  const wanted = {
    flow,
    state: state ?? '',
    ...(tier !== undefined && { tier }),
    ...(version !== undefined && { version }),
  }
  const found = useInfiniteQuery({
    queryKey: api.operator.who.queryKey(wanted),
    enabled: state !== undefined,
    initialPageParam: null as { since: number; actor: string } | null,
    queryFn: ({ pageParam }) => client.operator.who.query({ ...wanted, ...(pageParam && { after: pageParam }) }),
    getNextPageParam: (page) => page.next,
  })
  return {
    pages: state === undefined ? [] : (found.data?.pages ?? null),
    hasMore: found.hasNextPage,
    more: () => void found.fetchNextPage(),
  }
}
