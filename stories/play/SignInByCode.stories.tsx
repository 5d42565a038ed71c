/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Sign in by code',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'sign-in-by-code', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `sendingCode` */
export const Sending: Story = {
  name: 'Sending',
  args: { moment: 'sending' },
  tags: ['!test'],
}

/** `verifying` */
export const Code: Story = {
  name: 'Code',
  args: { moment: 'code' },
  tags: ['!test'],
}

/** `verifying` */
export const CodeWrong: Story = {
  name: 'Code, wrong',
  args: { moment: 'code-wrong' },
  tags: ['!test'],
}

/** `mailFailed` */
export const MailFailed: Story = {
  name: 'Mail failed',
  args: { moment: 'mail-failed' },
  tags: ['!test'],
}

/** `accepted` */
export const Accepted: Story = {
  name: 'Accepted',
  args: { moment: 'accepted' },
  tags: ['!test'],
}

/** `refused` */
export const Refused: Story = {
  name: 'Refused',
  args: { moment: 'refused' },
  tags: ['!test'],
}
