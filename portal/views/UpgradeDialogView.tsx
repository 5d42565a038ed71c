import { moneyText } from '../../machines/vocabulary/money.ts'
import type { Money } from '../../machines/vocabulary/plans.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { countOf } from './amounts.ts'
import { CardForm, type CardFormProps } from './CardForm.tsx'

export interface PlanOffer {
  planName: string
  seats: number
  /** Per seat and interval. */
  price: Money
  interval: 'month' | 'year'
}

export interface UpgradeDialogViewProps extends Omit<CardFormProps, 'submit' | 'keep'> {
  /** Null while the catalogue is read. */
  offer: PlanOffer | null
  /** The plan is in place. */
  isDone: boolean
}

/** Goes to a plan that is paid by card: what it costs before the card is asked for, and what goes on afterwards. */
export function UpgradeDialogView({ offer, isDone, ...form }: UpgradeDialogViewProps) {
  const { onClose } = form
  if (isDone)
    return (
      <Dialog title="Your new plan is in place" onClose={onClose}>
        <p className="flex items-center gap-2.5">
          <Glyph role="done" />
          Seats and limits are set. The receipt is in your mail.
        </p>
        <DialogActions>
          <Button onClick={onClose}>Back to billing</Button>
        </DialogActions>
      </Dialog>
    )
  const amount = offer && moneyText({ ...offer.price, amountMinor: offer.price.amountMinor * offer.seats })
  return (
    <Dialog
      title={offer ? `Go to ${offer.planName}` : 'Change plan'}
      lead={offer && leadOf(offer, amount!)}
      onClose={onClose}
    >
      <CardForm
        {...form}
        submit={form.asks === 'bank' ? 'Confirm with my bank' : amount ? `Pay ${amount}` : 'Pay'}
        keep="Stay on the plan"
      />
    </Dialog>
  )
}

const leadOf = ({ seats, price, interval }: PlanOffer, amount: string) =>
  `${countOf(seats)} ${seats === 1 ? 'seat' : 'seats'} at ${moneyText(price)}. You pay ${amount} today, and the same each ${interval} until you change it.`
