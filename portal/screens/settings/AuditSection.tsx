/** The audit log: a page at a time, filtered on the server, and checked when somebody asks. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AuditView } from '../../views/audit/AuditView.tsx'
import type { AuditCheck, AuditFilters } from '../../views/audit/audit-types.ts'
import { api, client } from '../../data/api.ts'
import { problemOf } from '../../data/problem.ts'
import { type Line, toItem } from './audit.ts'
import type { SectionProps } from './section.ts'

export function AuditSection({ tenant: { id: tenant } }: SectionProps) {
  const [filters, setFilters] = useState<AuditFilters>({ scope: 'people', refusedOnly: false, person: '' })
  const log = useLog(tenant, filters)
  const team = useQuery(api.team.list.queryOptions({ tenant }))
  const chain = useQuery(api.audit.verify.queryOptions({ tenant }, { enabled: false, gcTime: 0 }))
  const problem = log.error && problemOf(log.error)
  if (!log.data && problem)
    return <AuditView state="problem" problem={problem} busy={log.isFetching} onRetry={() => void log.refetch()} />
  if (!log.data) return <AuditView state="waiting" />
  return (
    <AuditView
      state="ready"
      items={log.data.pages.flatMap(({ entries }) => entries.map(toItem))}
      filters={filters}
      people={(team.data?.members ?? []).map(({ userId, name }) => ({ id: userId, name }))}
      more={log.hasNextPage}
      busy={log.isFetching}
      stale={problem}
      check={checkOf(chain)}
      onFilter={setFilters}
      onMore={() => void log.fetchNextPage()}
      onCheck={() => void chain.refetch()}
    />
  )
}

function useLog(tenant: string, { scope, refusedOnly, person }: AuditFilters) {
  const wanted = {
    tenant,
    ...(scope === 'people' && { byPeople: true }),
    ...(refusedOnly && { outcome: 'refused' as const }),
    ...(person !== '' && { person }),
  }
  return useInfiniteQuery({
    queryKey: [...api.audit.list.queryKey({ tenant }), wanted],
    queryFn: ({ pageParam, signal }) =>
      client.audit.list.query({ ...wanted, ...(pageParam && { before: pageParam }) }, { signal }),
    initialPageParam: null as Pick<Line, 'at' | 'id'> | null,
    getNextPageParam: ({ entries, more }) => {
      const last = entries.at(-1)
      return more && last ? { at: last.at, id: last.id } : null
    },
    // another filter keeps what is shown until its own entries are there
    placeholderData: (shown) => shown,
  })
}

interface Walked {
  readonly isFetching: boolean
  readonly isError: boolean
  readonly data: { entries: number; head: string | null; broken: { n: number } | null } | undefined
}

function checkOf({ isFetching, isError, data }: Walked): AuditCheck {
  if (isFetching) return { state: 'walking' }
  if (isError) return { state: 'unreachable' }
  if (!data) return { state: 'unasked' }
  return data.broken
    ? { state: 'broken', n: data.broken.n }
    : { state: 'whole', entries: data.entries, head: data.head }
}
