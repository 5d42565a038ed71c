/** Written by `npm run diagrams` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { PaymentMoment } from './PaymentMoment.tsx'

const meta = { title: 'Flows/Payment', component: PaymentMoment } satisfies Meta<typeof PaymentMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `opening` */
export const Opening: Story = {
  name: 'Opening',
  args: { moment: 'Opening' },
}

/** `entering` */
export const Card: Story = {
  name: 'Card',
  args: { moment: 'Card' },
}

/** `entering` */
export const CardDeclined: Story = {
  name: 'Card, declined',
  args: { moment: 'Card, declined' },
}

/** `entering` */
export const CardNotEnoughOnIt: Story = {
  name: 'Card, not enough on it',
  args: { moment: 'Card, not enough on it' },
}

/** `entering` */
export const CardChargeDeclined: Story = {
  name: 'Card, charge declined',
  args: { moment: 'Card, charge declined' },
}

/** `rereading` */
export const CardLookedAtAgain: Story = {
  name: 'Card, looked at again',
  args: { moment: 'Card, looked at again' },
}

/** `confirming` */
export const Confirming: Story = {
  name: 'Confirming',
  args: { moment: 'Confirming' },
}

/** `settling` */
export const Settling: Story = {
  name: 'Settling',
  args: { moment: 'Settling' },
}

/** `subscribing` */
export const Subscribing: Story = {
  name: 'Subscribing',
  args: { moment: 'Subscribing' },
}

/** `authenticating` */
export const Authenticating: Story = {
  name: 'Authenticating',
  args: { moment: 'Authenticating' },
}

/** `authenticating` */
export const AuthenticatingFailed: Story = {
  name: 'Authenticating, failed',
  args: { moment: 'Authenticating, failed' },
}

/** `rechecking` */
export const AuthenticatingLookedAtAgain: Story = {
  name: 'Authenticating, looked at again',
  args: { moment: 'Authenticating, looked at again' },
}

/** `checking` */
export const Checking: Story = {
  name: 'Checking',
  args: { moment: 'Checking' },
}

/** `waiting` */
export const WaitingForTheBank: Story = {
  name: 'Waiting for the bank',
  args: { moment: 'Waiting for the bank' },
}

/** `unreachable` */
export const Unreachable: Story = {
  name: 'Unreachable',
  args: { moment: 'Unreachable' },
}

/** `notClosed` */
export const NotClosed: Story = {
  name: 'Not closed',
  args: { moment: 'Not closed' },
}

/** `closing` */
export const Closing: Story = {
  name: 'Closing',
  args: { moment: 'Closing' },
}
