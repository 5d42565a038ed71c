import { moneyText } from '../../machines/vocabulary/money.ts'
import { Card } from '../../ui/Card.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { dayOf } from './amounts.ts'
import type { Upcoming, UpcomingState } from './billing-page-types.ts'

/** The next invoice as the payment provider would make it now. */
export function UpcomingCard({ upcoming }: { upcoming: UpcomingState }) {
  if (upcoming === 'loading')
    return (
      <Card title="Next invoice">
        <Skeleton label="Loading the next invoice" rows={[20, 20, 20]} />
      </Card>
    )
  if (upcoming === 'unknown')
    return (
      <Quiet>
        The payment provider does not answer just now, so the estimate is missing. It shows here again by itself.
      </Quiet>
    )
  if (upcoming === null) return <Quiet>Nothing will be charged as things are now.</Quiet>
  return <Estimate {...upcoming} />
}

const Quiet = ({ children }: { children: string }) => (
  <Card title="Next invoice">
    <p className="text-ui text-ink-2">{children}</p>
  </Card>
)

function Estimate({ at, lines, total }: Upcoming) {
  return (
    <Card
      title={at === null ? 'Next invoice' : `Next invoice, ${dayOf(at)}`}
      action={<span className="text-ui text-ink-3">estimate</span>}
    >
      <dl className="text-ui">
        {lines.map(({ text, amountMinor }) => (
          <Row key={`${text} ${amountMinor}`} label={text} amount={{ ...total, amountMinor }} />
        ))}
        <Row label="Expected total" amount={total} isTotal />
      </dl>
    </Card>
  )
}

interface RowProps {
  label: string
  amount: Upcoming['total']
  isTotal?: boolean
}

const Row = ({ label, amount, isTotal }: RowProps) => (
  <div
    className={`flex justify-between gap-4 ${isTotal ? 'mt-2 border-t border-line pt-2.5 font-semibold' : 'py-1.5'}`}
  >
    <dt className="min-w-0 wrap-anywhere">{label}</dt>
    <dd className="tabular-nums">{moneyText(amount)}</dd>
  </div>
)
