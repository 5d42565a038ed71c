/** What the numbers of a flow are narrowed to: version, plan, days. */
import type { ReactNode } from 'react'
import { readableName } from '../../../machines/kit/readable.ts'
import type { Overview } from '../data/types.ts'
import { type Filter, without } from '../filter.ts'
import { EVER, lastDays } from '../flow-marks.ts'

export interface FlowFiltersProps {
  flow: string
  filter: Filter
  overview: Overview | null
  /** Milliseconds since 1970: which day today is. */
  now: number
  onFilter(filter: Filter): void
}

const periods = [
  { value: '1', label: 'Today' },
  { value: '7', label: '7 days' },
  { value: '', label: '30 days' },
  { value: 'ever', label: 'Since ever' },
] as const

export function FlowFilters({ flow, filter, overview, now, onFilter }: FlowFiltersProps) {
  const versions = overview?.versions[flow] ?? []
  const set = (name: keyof Filter, value: string) =>
    onFilter(value === '' ? without(filter, name) : { ...filter, [name]: value })
  const known = periods.find(({ value }) => firstDayOf(value, now) === filter.from)
  const isOwn = filter.to !== undefined || !known
  function period(value: string) {
    const from = firstDayOf(value, now)
    const open = without(filter, 'from', 'to')
    onFilter(from === undefined ? open : { ...open, from })
  }
  return (
    <>
      <Choice label="Version" value={filter.version ?? ''} onPick={(value) => set('version', value)}>
        <option value="">All versions</option>
        {versions.map((version) => (
          <option key={version} value={version}>
            Version {version}
          </option>
        ))}
      </Choice>
      <Choice label="Plan" value={filter.tier ?? ''} onPick={(value) => set('tier', value)}>
        <option value="">All plans</option>
        {overview?.tiers.map((tier) => (
          <option key={tier} value={tier}>
            {tier === 'none' ? 'No plan yet' : readableName(tier)}
          </option>
        ))}
      </Choice>
      <Choice
        label="Period"
        value={isOwn ? 'days' : known.value}
        onPick={(value) => (value === 'days' ? onFilter({ ...filter, to: dayOf(now) }) : period(value))}
      >
        {periods.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        <option value="days">Days I choose</option>
      </Choice>
      {isOwn && (
        <>
          <Day label="From" value={filter.from} onPick={(value) => set('from', value)} />
          <Day label="To" value={filter.to} onPick={(value) => set('to', value)} />
        </>
      )}
    </>
  )
}

/** Undefined: the period that is shown when nothing is asked for. */
function firstDayOf(period: string, now: number): string | undefined {
  if (period === '') return undefined
  return period === 'ever' ? EVER : (lastDays(Number(period), now).from ?? undefined)
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

interface ChoiceProps {
  label: string
  value: string
  onPick(value: string): void
  children: ReactNode
}
const Choice = ({ label, value, onPick, children }: ChoiceProps) => (
  <select
    aria-label={label}
    value={value}
    onChange={(event) => onPick(event.target.value)}
    className="h-9 min-w-0 flex-1 rounded-control border border-line-control bg-surface px-2 text-ui font-medium tablet:flex-none"
  >
    {children}
  </select>
)

const Day = ({ label, value, onPick }: { label: string; value: string | undefined; onPick(value: string): void }) => (
  <input
    type="date"
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => onPick(event.target.value)}
    className="h-9 rounded-control border border-line-control bg-surface px-2 text-ui"
  />
)
