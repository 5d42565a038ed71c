/** The billing page of an account. Figures that no chart knows are those of the page's own stories. */
import type { AccountView } from '../../../machines/account/account.view.ts'
import { dunningOf, planOf } from '../../../portal/screens/account.ts'
import { BillingView } from '../../../portal/views/BillingView.tsx'
import { CardForm } from '../../../portal/views/CardForm.tsx'
import { freeBilling, paidBilling, settled, upcoming } from '../../../portal/views/fixtures.ts'
import { toPortalProblem } from '../../../portal/views/problems.ts'
import { meterCards } from '../../../portal/views/usage/meter-fixtures.ts'
import { Card } from '../../../ui/Card.tsx'
import { CardPicture } from '../../PaymentMoment.tsx'
import type { ChartView } from '../view.ts'
import { type ScreenPlay, stateName } from './screen-play.ts'
import { wireOf } from './wire.ts'

const limits = settled.limits.filter(({ key }) => key === 'seats' || key === 'projects')

export function AccountPlay(play: ScreenPlay) {
  const { view, children, send, tell } = play
  const { planIsPaid, debt } = view.context as unknown as AccountView
  const wire = wireOf(play)
  const { payment } = children
  const [newest, ...older] = paidBilling.invoices
  const paid = { ...paidBilling, ...(debt && { invoices: [{ ...newest!, state: 'open' as const }, ...older] }) }
  return (
    <div className="grid gap-4">
      {payment && <Paying {...play} payment={payment} />}
      <BillingView
        state="ready"
        billing={planIsPaid ? paid : freeBilling}
        dunning={dunningOf(wire)}
        plan={planOf(wire)}
        meters={meterCards}
        limits={limits}
        upcoming={planIsPaid ? upcoming : null}
        mayManage
        action={{ busy: view.busy, problem: view.problem && toPortalProblem(view.problem) }}
        // a card that pays what is open is news of the provider, and of nobody else
        onReplaceCard={() => tell({ type: 'billing.changed' })}
        // the page asks in a dialog first, which would cover the chart
        onChangePlan={() => send({ type: planIsPaid ? 'downgrade.confirmed' : 'upgrade.asked' })}
        onUndo={() => send({ type: 'downgrade.undone' })}
      />
    </div>
  )
}

const asking: Readonly<Record<string, 'card' | 'bank'>> = {
  entering: 'card',
  rereading: 'card',
  authenticating: 'bank',
  rechecking: 'bank',
}

/** What stands in the dialog of the page; what goes on meanwhile is said in the chart's own words. */
function Paying({ payment, send }: ScreenPlay & { payment: ChartView }) {
  const at = stateName(payment)
  const asks = asking[at]
  const isStuck = at === 'unreachable' || at === 'notClosed'
  const say = (type: string) => () => send({ type }, payment.of)
  return (
    <Card title="Go to Team">
      <CardForm
        work={asks || isStuck ? null : (payment.snapshot._nodes.at(-1)?.description ?? null)}
        stuck={isStuck}
        asks={asks ?? 'card'}
        form="ready"
        busy={payment.busy}
        problem={null}
        submit={asks === 'bank' ? 'Confirm with my bank' : 'Pay €87.00'}
        keep="Stay on the plan"
        onSubmit={say('card.submitted')}
        onReload={say('payment.retried')}
        onRetry={say('payment.retried')}
        onClose={say('payment.left')}
      >
        <CardPicture />
      </CardForm>
    </Card>
  )
}
