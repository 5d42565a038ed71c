import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { inOneUnit, monthText } from '../amounts.ts'
import { StaleNotice } from '../StaleNotice.tsx'
import type { MeterCardProps, MeterReady } from './meter-types.ts'
import { MeterBar } from './MeterBar.tsx'
import { MeterChart } from './MeterChart.tsx'
import { monthSum, paceText } from './meter-words.ts'

const views = [
  { value: 'month', label: 'Month' },
  { value: 'year', label: 'Year' },
] as const

/** A meter against its limit: how full it is now, and how it came there. */
export function MeterCard(props: MeterCardProps) {
  const { name } = props
  if (props.state === 'waiting')
    return (
      <Card title={name}>
        <Skeleton label={`Loading ${name.toLowerCase()}`} rows={[20, 12, 180]} />
      </Card>
    )
  if (props.state === 'problem')
    return (
      <Card title={name}>
        <div className="grid justify-items-start gap-4">
          <StaleNotice problem={props.problem} />
          <Button kind="outline" busy={props.busy} onClick={props.onRetry}>
            Try again
          </Button>
        </div>
      </Card>
    )
  return <Ready {...props} />
}

function Ready(props: MeterReady & { name: string }) {
  const { name, use, view, onView } = props
  return (
    <Card title={name} action={<Segments label={`${name} by`} options={views} value={view} onPick={onView} />}>
      <div className="grid gap-4">
        <MeterBar use={use} />
        <Sentence {...props} />
        <MeterChart {...props} />
      </div>
    </Card>
  )
}

/** Reads the chart; of another month than this one it says which, and leads back. */
function Sentence({ use, history, view, onMonth }: MeterReady) {
  const isThisMonth = history.month === use.month
  if (view === 'year') {
    const unit = use.unit === 'bytes' ? `, in ${inOneUnit(use.limit).unit}` : ''
    return <Quiet>{`The last twelve months${unit}. Open one to see its days.`}</Quiet>
  }
  if (!isThisMonth)
    return (
      <p className="flex flex-wrap justify-between gap-x-4 text-ui text-ink-2">
        {monthSum(use, history, history.month)}
        <LinkButton onClick={() => onMonth(use.month)}>Back to {monthText(use.month)}</LinkButton>
      </p>
    )
  if (use.used === 0)
    return <Quiet>Nothing yet. Your product reports it with its API key, and it shows here at once.</Quiet>
  return <Quiet>{paceText(use, history) || `By day, in ${monthText(use.month)}.`}</Quiet>
}

const Quiet = ({ children }: { children: string }) => <p className="text-ui text-ink-2">{children}</p>
