/** The payment step with a picture of the provider's form: pressing the button is the card being sent. */
import type { PaymentView } from '../../../machines/payment/payment.view.ts'
import '../../../widget/frame/frame.css'
import { PaymentScreen } from '../../../widget/payment/PaymentScreen.tsx'
import { CardPicture } from '../../PaymentMoment.tsx'
import { type ScreenPlay, stateName } from './screen-play.ts'

const submitted = { type: 'card.submitted' }

export function PaymentPlay({ view, send, restart, freePlan = 'Free' }: ScreenPlay & { freePlan?: string | null }) {
  const { screen, context, enabled, busy, problem } = view
  return (
    <PaymentScreen
      moment={{
        screen,
        state: stateName(view),
        context: context as unknown as PaymentView,
        form: 'ready',
        can: (type) => enabled.includes(type),
        busy,
        problem,
        freePlan,
      }}
      acts={{
        send,
        pay: () => send(submitted),
        answerBank: () => send(submitted),
        reloadForm: restart,
        takeOtherWay: () => send({ type: 'payment.left' }),
        reloadPage: restart,
      }}
      card={<CardPicture />}
    />
  )
}
