import { BarChart } from '../../ui/BarChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { countOf } from './amounts.ts'
import { pingCommand } from './ping.ts'
import type { ApiKey, Usage } from './home-types.ts'

export interface UsageCardProps {
  usage: Usage
  pingUrl: string
  apiKey: ApiKey | null
}

/** Requests per day of the month; before the first one, how to send it. */
export function UsageCard({ usage, pingUrl, apiKey }: UsageCardProps) {
  return (
    <Card title={`Requests in ${usage.month}`}>
      {usage.total === 0 ? <NoRequests usage={usage} pingUrl={pingUrl} apiKey={apiKey} /> : <Requests usage={usage} />}
    </Card>
  )
}

function Requests({ usage }: { usage: Usage }) {
  const most = usage.days.reduce((best, day) => (day.requests > best.requests ? day : best))
  const summary = `${countOf(usage.total)} requests in ${usage.month} so far; the busiest day was the ${ordinal(most.day)} with ${countOf(most.requests)}.`
  return (
    <>
      <p className="mb-4 flex flex-wrap items-baseline gap-x-2.5">
        <span className="text-figure font-semibold tracking-tight tabular-nums">{countOf(usage.total)}</span>
        <span className="text-ui text-ink-2">
          {usage.limit === null ? 'so far' : `of ${countOf(usage.limit)} included`}
        </span>
      </p>
      <BarChart
        title={summary}
        columns={[`Day of ${usage.month}`, 'Requests']}
        bars={usage.days.map(({ day, requests }) => ({ day, value: requests }))}
        of={usage.daysInMonth}
      />
    </>
  )
}

function NoRequests({ usage, pingUrl, apiKey }: UsageCardProps) {
  return (
    <>
      <div className="relative mt-1 flex h-33 items-end gap-1.5 border-b border-line">
        {Array.from({ length: usage.daysInMonth }, (_, day) => (
          <i key={day} className="h-1 flex-1 rounded-t-[2px] bg-data-rest" />
        ))}
        <div className="absolute inset-x-0 top-0 bottom-4 grid place-content-center gap-0.5 text-center">
          <p className="font-medium">No requests yet</p>
          <p className="text-ui text-ink-2">The first one shows here within a minute.</p>
        </div>
      </div>
      <PingCommand pingUrl={pingUrl} apiKey={apiKey} />
    </>
  )
}

function PingCommand({ pingUrl, apiKey }: Pick<UsageCardProps, 'pingUrl' | 'apiKey'>) {
  const command = pingCommand(pingUrl, apiKey ? `${apiKey.prefix}…` : 'your key')
  return (
    <div className="mt-4 flex min-h-10 items-center gap-3 rounded-control bg-sunken ps-3.5 pe-1.5">
      <code className="min-w-0 flex-1 truncate font-mono text-small tracking-tight" dir="ltr">
        {command}
      </code>
      <CopyButton label="Copy the command" text={command} />
    </div>
  )
}

function ordinal(day: number): string {
  const form = new Intl.PluralRules('en', { type: 'ordinal' }).select(day)
  return `${day}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }[form]}`
}
