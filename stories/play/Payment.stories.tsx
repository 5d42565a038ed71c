/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Payment',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'payment', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `opening` */
export const Opening: Story = {
  name: 'Opening',
  args: { moment: 'opening' },
  tags: ['!test'],
}

/** `entering` */
export const Card: Story = {
  name: 'Card',
  args: { moment: 'card' },
  tags: ['!test'],
}

/** `entering` */
export const CardDeclined: Story = {
  name: 'Card, declined',
  args: { moment: 'card-declined' },
  tags: ['!test'],
}

/** `entering` */
export const CardNotEnoughOnIt: Story = {
  name: 'Card, not enough on it',
  args: { moment: 'card-not-enough-on-it' },
  tags: ['!test'],
}

/** `entering` */
export const CardChargeDeclined: Story = {
  name: 'Card, charge declined',
  args: { moment: 'card-charge-declined' },
  tags: ['!test'],
}

/** `rereading` */
export const CardLookedAtAgain: Story = {
  name: 'Card, looked at again',
  args: { moment: 'card-looked-at-again' },
  tags: ['!test'],
}

/** `confirming` */
export const Confirming: Story = {
  name: 'Confirming',
  args: { moment: 'confirming' },
  tags: ['!test'],
}

/** `settling` */
export const Settling: Story = {
  name: 'Settling',
  args: { moment: 'settling' },
  tags: ['!test'],
}

/** `subscribing` */
export const Subscribing: Story = {
  name: 'Subscribing',
  args: { moment: 'subscribing' },
  tags: ['!test'],
}

/** `authenticating` */
export const Authenticating: Story = {
  name: 'Authenticating',
  args: { moment: 'authenticating' },
  tags: ['!test'],
}

/** `authenticating` */
export const AuthenticatingFailed: Story = {
  name: 'Authenticating, failed',
  args: { moment: 'authenticating-failed' },
  tags: ['!test'],
}

/** `rechecking` */
export const AuthenticatingLookedAtAgain: Story = {
  name: 'Authenticating, looked at again',
  args: { moment: 'authenticating-looked-at-again' },
  tags: ['!test'],
}

/** `checking` */
export const Checking: Story = {
  name: 'Checking',
  args: { moment: 'checking' },
  tags: ['!test'],
}

/** `waiting` */
export const WaitingForTheBank: Story = {
  name: 'Waiting for the bank',
  args: { moment: 'waiting-for-the-bank' },
  tags: ['!test'],
}

/** `unreachable` */
export const Unreachable: Story = {
  name: 'Unreachable',
  args: { moment: 'unreachable' },
  tags: ['!test'],
}

/** `notClosed` */
export const NotClosed: Story = {
  name: 'Not closed',
  args: { moment: 'not-closed' },
  tags: ['!test'],
}

/** `closing` */
export const Closing: Story = {
  name: 'Closing',
  args: { moment: 'closing' },
  tags: ['!test'],
}
