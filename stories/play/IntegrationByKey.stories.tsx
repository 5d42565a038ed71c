/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Integration by key',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'integration-by-key', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `connecting.entering` */
export const KeyAskedFor: Story = {
  name: 'Key asked for',
  args: { moment: 'key-asked-for' },
  tags: ['!test'],
}

/** `connecting.checking` */
export const Checking: Story = {
  name: 'Checking',
  args: { moment: 'checking' },
  tags: ['!test'],
}

/** `connecting.refused` */
export const KeyRefused: Story = {
  name: 'Key refused',
  args: { moment: 'key-refused' },
  tags: ['!test'],
}

/** `connecting.refused` */
export const KeyMayNot: Story = {
  name: 'Key may not',
  args: { moment: 'key-may-not' },
  tags: ['!test'],
}

/** `connecting.unreachable` */
export const ProviderUnreachable: Story = {
  name: 'Provider unreachable',
  args: { moment: 'provider-unreachable' },
  tags: ['!test'],
}

/** `live.connected` */
export const Connected: Story = {
  name: 'Connected',
  args: { moment: 'connected' },
  tags: ['!test'],
}

/** `live.checkingHealth` */
export const CheckingHealth: Story = {
  name: 'Checking health',
  args: { moment: 'checking-health' },
  tags: ['!test'],
}

/** `live.unconfirmed` */
export const NotConfirmed: Story = {
  name: 'Not confirmed',
  args: { moment: 'not-confirmed' },
  tags: ['!test'],
}

/** `live.telling` */
export const Telling: Story = {
  name: 'Telling',
  args: { moment: 'telling' },
  tags: ['!test'],
}

/** `live.broken` */
export const Broken: Story = {
  name: 'Broken',
  args: { moment: 'broken' },
  tags: ['!test'],
}

/** `live.rechecking` */
export const Rechecking: Story = {
  name: 'Rechecking',
  args: { moment: 'rechecking' },
  tags: ['!test'],
}

/** `ending.revoking` */
export const Revoking: Story = {
  name: 'Revoking',
  args: { moment: 'revoking' },
  tags: ['!test'],
}

/** `ending.notRevoked` */
export const NotRevokedWhileLeaving: Story = {
  name: 'Not revoked while leaving',
  args: { moment: 'not-revoked-while-leaving' },
  tags: ['!test'],
}

/** `ending.forgetting` */
export const Forgetting: Story = {
  name: 'Forgetting',
  args: { moment: 'forgetting' },
  tags: ['!test'],
}

/** `disconnected` */
export const Disconnected: Story = {
  name: 'Disconnected',
  args: { moment: 'disconnected' },
  tags: ['!test'],
}

/** `disconnected` */
export const DisconnectedToBeDeletedByHand: Story = {
  name: 'Disconnected, to be deleted by hand',
  args: { moment: 'disconnected-to-be-deleted-by-hand' },
  tags: ['!test'],
}

/** `disconnected` */
export const DisconnectedNotRevoked: Story = {
  name: 'Disconnected, not revoked',
  args: { moment: 'disconnected-not-revoked' },
  tags: ['!test'],
}
