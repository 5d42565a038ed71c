import { AreaChart } from '../../ui/AreaChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { countOf } from './amounts.ts'
import type { Usage } from './home-types.ts'

/** Requests of the month against what the plan includes, with a sentence that reads the chart. */
export function RequestsCard({ usage }: { usage: Usage }) {
  const { month, days, daysInMonth, total, limit } = usage
  const included = limit ?? 0
  const totals = days.map(({ day }) => days.slice(0, day).reduce((sum, { requests }) => sum + requests, 0))
  const sentence = `${countOf(total)} so far. ${lastsText(total, included, { days: days.length, of: daysInMonth, month })}`
  return (
    <Card title={`Requests in ${month}`}>
      <p className="mb-3 text-ui text-ink-2">{sentence}</p>
      <AreaChart
        title={`Requests in ${month}: ${sentence}`}
        columns={[`Day of ${month}`, 'Requests until then']}
        totals={totals}
        of={daysInMonth}
        limit={included}
        limitText={`${countOf(included)} included`}
      />
    </Card>
  )
}

/** At this pace. */
function lastsText(total: number, limit: number, { days, of, month }: { days: number; of: number; month: string }) {
  if (total >= limit) return 'The included volume is used up; it starts anew on the first.'
  if (total === 0 || days === 0) return 'The included volume has not been touched.'
  const day = Math.ceil(limit / (total / days))
  return day > of
    ? 'At this pace the included volume lasts the month.'
    : `At this pace the included volume lasts until ${day} ${month}.`
}
