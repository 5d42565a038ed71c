import { moneyText } from '../../machines/vocabulary/money.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { countOf, dayOf } from './amounts.ts'
import type { BillingPage } from './billing-page-types.ts'
import type { Billing } from './billing-types.ts'
import { DunningBanner } from './DunningBanner.tsx'
import type { ActionState } from './home-types.ts'
import { InvoiceTable } from './InvoiceTable.tsx'
import { LimitsCard } from './LimitsCard.tsx'
import { NoPermissionView } from './NoPermissionView.tsx'
import { PageHead } from './PageHead.tsx'
import { PaymentCard } from './PaymentCard.tsx'
import { ProblemView } from './ProblemView.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'
import { UpcomingCard } from './UpcomingCard.tsx'
import { MeterCard } from './usage/MeterCard.tsx'
import { WaitingView } from './WaitingView.tsx'

export interface BillingReady extends BillingPage {
  /** Whether this person may change what they see. */
  mayManage: boolean
  /** Undoing the end of the plan. */
  action: ActionState
  onReplaceCard(): void
  onChangePlan(): void
  onUndo(): void
}
export type BillingViewProps =
  | { state: 'waiting' }
  | { state: 'noPermission' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }
  | ({ state: 'ready' } & BillingReady)

/** What the workspace costs, what is used of it, how it is paid, and what to do when that went wrong. */
export function BillingView(props: BillingViewProps) {
  if (props.state === 'waiting') return <WaitingView label="billing" />
  if (props.state === 'noPermission')
    return <NoPermissionView what="Billing" who="Owners, admins and the billing role" />
  if (props.state === 'problem')
    return <ProblemView problem={props.problem} busy={props.busy} onRetry={props.onRetry} />
  return <Ready {...props} />
}

function Ready(props: BillingReady) {
  const { billing, dunning, plan, meters, limits, mayManage, action } = props
  const isPaid = typeof billing.paid !== 'string'
  const onReplaceCard = mayManage ? props.onReplaceCard : undefined
  const mayChange = mayManage && billing.paid !== 'arriving' && plan.state === 'steady' && dunning === null
  return (
    <>
      <PageHead
        title="Billing"
        facts={factsOf(billing)}
        action={
          mayChange && (
            <Button kind="outline" onClick={props.onChangePlan}>
              Change plan
            </Button>
          )
        }
      />
      {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      {dunning && <DunningBanner dunning={dunning} onReplaceCard={onReplaceCard} />}
      {plan.state === 'ending' && <Ending {...props} at={plan.at} />}
      <div className="grid grid-cols-1 gap-4 tablet:gap-5 desk:grid-cols-2">
        {meters.map((meter) => (
          <MeterCard key={meter.name} {...meter} />
        ))}
      </div>
      <LimitsCard limits={limits} isWide />
      {isPaid || dunning ? (
        <div className="grid grid-cols-1 gap-4 tablet:gap-5 desk:grid-cols-2">
          <UpcomingCard upcoming={props.upcoming} />
          <PaymentCard billing={billing} declined={dunning !== null} onReplaceCard={onReplaceCard} />
        </div>
      ) : (
        <Free billing={billing} />
      )}
      {(billing.invoices.length > 0 || billing.paid !== 'free') && <InvoiceTable invoices={billing.invoices} />}
    </>
  )
}

function Ending({ at, billing, mayManage, action, onUndo }: BillingReady & { at: string | null }) {
  return (
    <Notice role="person" title={`${billing.planName} ends${at === null ? '' : ` on ${dayOf(at)}`}.`}>
      Everything stays as it is until then; after that the workspace goes on with Free. Nothing is deleted.
      {mayManage && (
        <div className="mt-2.5">
          <Button kind="outline" small busy={action.busy} onClick={onUndo}>
            Keep {billing.planName}
          </Button>
        </div>
      )}
    </Notice>
  )
}

function Free({ billing: { planName, paid } }: { billing: Billing }) {
  return (
    <Card title="Payment">
      <p className="text-ui text-ink-2">
        {paid === 'arriving'
          ? `${planName} is paid. The payment provider sends the details; they show here within a minute.`
          : `${planName} costs nothing. No card is kept and no invoice comes, for as long as you stay on it.`}
      </p>
    </Card>
  )
}

function factsOf({ planName, paid, seats }: Billing): string {
  if (typeof paid === 'string') return `${planName} plan, ${seatsText(seats.all)}.`
  const price = `${moneyText(paid.price)} per seat and ${paid.interval}`
  return `${planName} plan, ${seatsText(paid.seats)}, ${price}.`
}

const seatsText = (seats: number) => `${countOf(seats)} ${seats === 1 ? 'seat' : 'seats'}`
