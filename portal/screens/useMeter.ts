/** One meter of a workspace: what is used now, and the month or the year its card shows. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type MeterId, meters } from '../../machines/vocabulary/meters.ts'
import { api } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { unitOf } from '../views/amounts.ts'
import type { MeterCardProps, MeterViewKind } from '../views/usage/meter-types.ts'

export function useMeter(tenant: string, id: MeterId): MeterCardProps {
  const { name, unit, kind } = meters[id]
  const [view, setView] = useState<MeterViewKind>('month')
  const [month, setMonth] = useState<string | null>(null)
  const now = useQuery(api.usage.meters.queryOptions({ tenant }))
  const asked = { tenant, meter: id, ...(month !== null && { month }) }
  const past = useQuery(api.usage.history.queryOptions(asked, { placeholderData: keepPreviousData }))

  const all = [now, past]
  const state = now.data?.meters.find(({ meter }) => meter === id)
  const failed = all.find(({ error, data }) => error && !data)
  if (failed)
    return {
      name,
      state: 'problem',
      problem: problemOf(failed.error),
      busy: all.some(({ isFetching }) => isFetching),
      onRetry: () => all.forEach((query) => void query.refetch()),
    }
  if (!state || !past.data) return { name, state: 'waiting' }
  const { months, days, daysInMonth, month: shown } = past.data
  return {
    name,
    state: 'ready',
    use: { ...state, name, kind, unit: unitOf(unit) },
    history: {
      months,
      month: shown,
      daysInMonth,
      days: days.map(({ day, quantity }) => ({ day: Number(day.slice(-2)), quantity })),
    },
    view,
    onView: setView,
    onMonth(chosen) {
      // this month goes on when the clock turns to the next
      setMonth(chosen === state.month ? null : chosen)
      setView('month')
    },
  }
}
