import { cardText, moneyText } from '../../machines/vocabulary/money.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { countOf, dayOf } from './amounts.ts'
import type { Billing, PaidPlan } from './billing-types.ts'
import { InvoiceList } from './InvoiceList.tsx'
import type { PortalProblem } from './problems.ts'
import { StaleNotice } from './StaleNotice.tsx'

export type BillingCardProps =
  | { state: 'waiting' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }
  | ({ state: 'ready' } & Billing)

/** What the workspace costs: plan, seats, what comes next and how it is paid, and the invoices so far. */
export function BillingCard(props: BillingCardProps) {
  if (props.state === 'waiting')
    return (
      <Card title="Billing">
        <Skeleton label="Loading billing" rows={[20, 20, 20, 20]} />
      </Card>
    )
  if (props.state === 'problem') return <NotLoaded {...props} />
  const { paid, invoices } = props
  return (
    <Card title="Billing">
      <div className="grid gap-x-10 gap-y-5 desk:grid-cols-2">
        {paid === 'free' ? (
          <Free {...props} />
        ) : paid === 'arriving' ? (
          <Arriving {...props} />
        ) : (
          <Paid {...props} paid={paid} />
        )}
        {invoices.length > 0 ? <InvoiceList invoices={invoices} /> : paid !== 'free' && <NoInvoices />}
      </div>
    </Card>
  )
}

function NotLoaded({ problem, busy, onRetry }: Extract<BillingCardProps, { state: 'problem' }>) {
  return (
    <Card title="Billing">
      <div className="grid justify-items-start gap-4">
        <StaleNotice problem={problem} />
        <Button kind="outline" busy={busy} onClick={onRetry}>
          Try again
        </Button>
      </div>
    </Card>
  )
}

function Free({ planName, seats }: Billing) {
  return (
    <div>
      <p className="font-medium">{planName} costs nothing.</p>
      <p className="mt-1 text-ui text-ink-2">
        {seatsInUse(seats)}. No card is kept and no invoice comes, for as long as you stay on it.
      </p>
    </div>
  )
}

function Arriving({ planName, seats }: Billing) {
  return (
    <div>
      <p className="font-medium">{planName} is paid.</p>
      <p className="mt-1 text-ui text-ink-2">
        {seatsInUse(seats)}. The payment provider sends the details; they show here within a minute.
      </p>
    </div>
  )
}

function Paid({ planName, seats, paid }: Billing & { paid: PaidPlan }) {
  const { price, interval, overdue, card } = paid
  return (
    <div className="grid content-start gap-3">
      {overdue && <StaleNotice problem="payment.overdue" />}
      <dl className="text-ui">
        <Fact label="Plan" value={`${planName}, ${moneyText(price)} per seat and ${interval}`} />
        <Fact label="Seats" value={`${countOf(paid.seats)} paid, ${countOf(seats.used)} in use`} />
        <Fact label="Next invoice" value={nextOf(paid)} />
        <Fact label="Payment method" value={card ? cardText(card) : 'No card on file'} />
      </dl>
    </div>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-4 border-t border-line py-2.5 first:border-0 first:pt-0">
      <dt className="shrink-0 text-ink-2">{label}</dt>
      <dd className="text-end font-medium tabular-nums wrap-anywhere">{value}</dd>
    </div>
  )
}

function nextOf({ next, endsAt }: PaidPlan): string {
  if (endsAt !== null && next === null) return `None. The plan ends on ${dayOf(endsAt)}`
  return next ? `${moneyText(next.total)} on ${dayOf(next.at)}` : 'None planned'
}

const seatsInUse = ({ used, all }: Billing['seats']) =>
  `${countOf(used)} of ${countOf(all)} ${all === 1 ? 'seat' : 'seats'} in use`

function NoInvoices() {
  return <p className="text-ui text-ink-2">No invoice yet. The first one shows here when it is made.</p>
}
