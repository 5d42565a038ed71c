/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Card',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'card', moment: '', since: '' },
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
export const Form: Story = {
  name: 'Form',
  args: { moment: 'form' },
  tags: ['!test'],
}

/** `entering` */
export const FormDeclined: Story = {
  name: 'Form, declined',
  args: { moment: 'form-declined' },
  tags: ['!test'],
}

/** `entering` */
export const FormCannotPayWhatIsOpen: Story = {
  name: 'Form, cannot pay what is open',
  args: { moment: 'form-cannot-pay-what-is-open' },
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

/** `adopting` */
export const PayingWhatIsOpen: Story = {
  name: 'Paying what is open',
  args: { moment: 'paying-what-is-open' },
  tags: ['!test'],
}

/** `unreachable` */
export const Unreachable: Story = {
  name: 'Unreachable',
  args: { moment: 'unreachable' },
  tags: ['!test'],
}

/** `replaced` */
export const Replaced: Story = {
  name: 'Replaced',
  args: { moment: 'replaced' },
  tags: ['!test'],
}
