/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Integration by consent',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'integration-by-consent', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `connecting.authorizing` */
export const AtTheProvider: Story = {
  name: 'At the provider',
  args: { moment: 'at-the-provider' },
  tags: ['!test'],
}

/** `connecting.exchanging` */
export const Exchanging: Story = {
  name: 'Exchanging',
  args: { moment: 'exchanging' },
  tags: ['!test'],
}

/** `connecting.refused` */
export const Denied: Story = {
  name: 'Denied',
  args: { moment: 'denied' },
  tags: ['!test'],
}

/** `live.connected` */
export const GitHubConnected: Story = {
  name: 'GitHub connected',
  args: { moment: 'github-connected' },
  tags: ['!test'],
}
