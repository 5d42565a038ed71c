/** The whole lifecycle at a glance. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTitle } from '../../screens/useTitle.ts'
import { api } from '../data/api.ts'
import { fetched } from '../data/fetched.ts'
import type { Operator } from '../data/types.ts'
import { Failed } from '../views/Failed.tsx'
import { LifecycleView } from '../views/LifecycleView.tsx'
import { Inside } from './Inside.tsx'

export function LifecycleScreen({ operator }: { operator: Operator }) {
  useTitle('Flow map', 'Console')
  const [, go] = useLocation()
  const overview = useQuery({ ...api.operator.overview.queryOptions({}), refetchInterval: 5000 })
  const { failed, stale, busy, retry } = fetched(overview)
  const title = <h1 className="truncate text-title font-semibold">Customer lifecycle</h1>
  const inside = (page: React.ReactNode) => <Inside {...{ operator, title, stale }}>{page}</Inside>
  if (failed) return inside(<Failed problem={failed} busy={busy} onRetry={retry} />)
  return inside(<LifecycleView overview={overview.data ?? null} onOpen={(flow) => go(`/flows/${flow}`)} />)
}
