/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Invitation',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'invitation', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `mailing` */
export const Mailing: Story = {
  name: 'Mailing',
  args: { moment: 'mailing' },
  tags: ['!test'],
}

/** `mailFailed` */
export const MailFailed: Story = {
  name: 'Mail failed',
  args: { moment: 'mail-failed' },
  tags: ['!test'],
}

/** `waiting.cooling` */
export const JustSent: Story = {
  name: 'Just sent',
  args: { moment: 'just-sent' },
  tags: ['!test'],
}

/** `waiting.ready` */
export const Waiting: Story = {
  name: 'Waiting',
  args: { moment: 'waiting' },
  tags: ['!test'],
}

/** `waiting.reminding` */
export const Reminding: Story = {
  name: 'Reminding',
  args: { moment: 'reminding' },
  tags: ['!test'],
}

/** `waiting.reminded` */
export const Reminded: Story = {
  name: 'Reminded',
  args: { moment: 'reminded' },
  tags: ['!test'],
}

/** `full` */
export const NoSeat: Story = {
  name: 'No seat',
  args: { moment: 'no-seat' },
  tags: ['!test'],
}

/** `failed` */
export const NoAccess: Story = {
  name: 'No access',
  args: { moment: 'no-access' },
  tags: ['!test'],
}

/** `stuck` */
export const SeatNotGivenBack: Story = {
  name: 'Seat not given back',
  args: { moment: 'seat-not-given-back' },
  tags: ['!test'],
}
