/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Export',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'export', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `requested` */
export const Requested: Story = {
  name: 'Requested',
  args: { moment: 'requested' },
  tags: ['!test'],
}

/** `collecting` */
export const Collecting: Story = {
  name: 'Collecting',
  args: { moment: 'collecting' },
  tags: ['!test'],
}

/** `announcing` */
export const Announcing: Story = {
  name: 'Announcing',
  args: { moment: 'announcing' },
  tags: ['!test'],
}

/** `ready` */
export const Ready: Story = {
  name: 'Ready',
  args: { moment: 'ready' },
  tags: ['!test'],
}

/** `deleting` */
export const Deleting: Story = {
  name: 'Deleting',
  args: { moment: 'deleting' },
  tags: ['!test'],
}

/** `undeleted` */
export const NotDeleted: Story = {
  name: 'Not deleted',
  args: { moment: 'not-deleted' },
  tags: ['!test'],
}

/** `failed` */
export const Failed: Story = {
  name: 'Failed',
  args: { moment: 'failed' },
  tags: ['!test'],
}

/** `expired` */
export const Expired: Story = {
  name: 'Expired',
  args: { moment: 'expired' },
  tags: ['!test'],
}
