/** Shows one moment of a payment with no server and no provider: the card form is a picture of one, and says so. */
import { after } from '../machines/kit/walk.ts'
import { input, paymentFixtures } from '../machines/payment/payment.fixtures.ts'
import { paymentMachine } from '../machines/payment/payment.machine.ts'
import { type PaymentView, paymentView } from '../machines/payment/payment.view.ts'
import { screenOf } from '../widget/client/screen.ts'
import type { PaymentMoment as Moment } from '../widget/payment/moment.ts'
import { PaymentScreen } from '../widget/payment/PaymentScreen.tsx'
import '../widget/frame/frame.css'

const nothing = () => {}
const acts = {
  send: nothing,
  pay: nothing,
  answerBank: nothing,
  reloadForm: nothing,
  takeOtherWay: nothing,
  reloadPage: nothing,
}

export interface PaymentMomentProps {
  moment: string
  /** What the page adds to the fixture: a form that is missing, an event on its way. */
  more?: Partial<Moment>
}

export const PaymentMoment = ({ moment }: Pick<PaymentMomentProps, 'moment'>) => (
  <main style={{ maxWidth: 400, margin: '24px auto' }}>
    <PaymentPicture moment={moment} />
  </main>
)

export const PaymentPicture = ({ moment, more }: PaymentMomentProps) => (
  <PaymentScreen moment={{ ...momentOf(moment), ...more }} acts={acts} card={<CardPicture />} />
)

function momentOf(name: string): Moment {
  const fixture = paymentFixtures.find((one) => one.name === name)
  if (!fixture) throw new Error(`There is no payment fixture '${name}'.`)
  const { snapshot } = after(paymentMachine, input, fixture.events)
  return {
    screen: screenOf(snapshot),
    state: String(snapshot.value),
    context: paymentView(snapshot.context, 'visitor') as PaymentView,
    form: 'ready',
    can: (type) => snapshot.can({ type } as never),
    busy: false,
    problem: null,
    freePlan: 'Free',
  }
}

/** The provider's form in its shape; there is nothing to type into. */
export function CardPicture() {
  return (
    <div className="tn-form" role="img" aria-label="The payment provider’s card form">
      <PictureField label="Card number" value="1234 1234 1234 1234" />
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
        <PictureField label="Expiration date" value="MM / YY" />
        <PictureField label="Security code" value="123" />
      </div>
      <p className="tn-help">A picture: in the widget the form of the payment provider stands here.</p>
    </div>
  )
}

const PictureField = ({ label, value }: { label: string; value: string }) => (
  <div className="tn-field">
    <span className="tn-label">{label}</span>
    <span className="tn-input" style={{ display: 'flex', alignItems: 'center', color: 'var(--tn-ink-3)' }}>
      {value}
    </span>
  </div>
)
