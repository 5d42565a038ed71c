/** The whole lifecycle at a glance. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTitle } from '../../screens/useTitle.ts'
import { api } from '../data/api.ts'
import type { Operator } from '../data/types.ts'
import { LifecycleView } from '../views/LifecycleView.tsx'
import { Inside } from './Inside.tsx'

export function LifecycleScreen({ operator }: { operator: Operator }) {
  useTitle('Flow map', 'Console')
  const [, go] = useLocation()
  const overview = useQuery({ ...api.operator.overview.queryOptions({}), refetchInterval: 5000 })
  return (
    <Inside operator={operator} title={<h1 className="truncate text-title font-semibold">Customer lifecycle</h1>}>
      <LifecycleView overview={overview.data ?? null} onOpen={(flow) => go(`/flows/${flow}`)} />
    </Inside>
  )
}
