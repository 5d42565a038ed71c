import type { CardView } from '../../../machines/card/card.view.ts'
import { CardAsking } from '../../../portal/views/CardDialogView.tsx'
import { cardText } from '../../../machines/vocabulary/money.ts'
import { Card } from '../../../ui/Card.tsx'
import { copy } from '../../../widget/copy/payment.ts'
import { CardPicture } from '../../PaymentMoment.tsx'
import { type ScreenPlay, stateName } from './screen-play.ts'

const over: Readonly<Record<string, string>> = { replaced: 'is charged from now on.', left: 'The card before stays.' }

/** What stands in the dialog of the billing page; a dialog itself would cover the chart. */
export function CardPlay({ view, send, restart }: ScreenPlay) {
  const { card, problem } = view.context as unknown as CardView
  const at = stateName(view)
  if (view.snapshot.status !== 'active')
    return (
      <Card title="Card">
        <p>
          {at === 'replaced' && card && cardText(card)} {over[at]}
        </p>
      </Card>
    )
  return (
    <Card title="Use another card">
      <CardAsking
        at={at}
        form="ready"
        busy={view.busy}
        problem={view.problem ?? problem}
        card={card}
        owes={false}
        words={copy.problem}
        onSubmit={() => send({ type: 'card.submitted' })}
        onReload={restart}
        onRetry={() => send({ type: 'card.retried' })}
        onClose={() => send({ type: 'card.left' })}
      >
        <CardPicture />
      </CardAsking>
    </Card>
  )
}
