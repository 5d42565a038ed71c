/** Written by `npm run diagrams` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { IntegrationMoment } from './IntegrationMoment.tsx'

const meta = { title: 'Flows/Integration', component: IntegrationMoment } satisfies Meta<typeof IntegrationMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `connecting.entering` */
export const KeyAskedFor: Story = {
  name: 'Key asked for',
  args: { moment: 'Key asked for' },
}

/** `connecting.checking` */
export const Checking: Story = {
  name: 'Checking',
  args: { moment: 'Checking' },
}

/** `connecting.refused` */
export const KeyRefused: Story = {
  name: 'Key refused',
  args: { moment: 'Key refused' },
}

/** `connecting.refused` */
export const KeyMayNot: Story = {
  name: 'Key may not',
  args: { moment: 'Key may not' },
}

/** `connecting.unreachable` */
export const ProviderUnreachable: Story = {
  name: 'Provider unreachable',
  args: { moment: 'Provider unreachable' },
}

/** `live.connected` */
export const Connected: Story = {
  name: 'Connected',
  args: { moment: 'Connected' },
}

/** `live.checkingHealth` */
export const CheckingHealth: Story = {
  name: 'Checking health',
  args: { moment: 'Checking health' },
}

/** `live.unconfirmed` */
export const NotConfirmed: Story = {
  name: 'Not confirmed',
  args: { moment: 'Not confirmed' },
}

/** `live.telling` */
export const Telling: Story = {
  name: 'Telling',
  args: { moment: 'Telling' },
}

/** `live.broken` */
export const Broken: Story = {
  name: 'Broken',
  args: { moment: 'Broken' },
}

/** `live.rechecking` */
export const Rechecking: Story = {
  name: 'Rechecking',
  args: { moment: 'Rechecking' },
}

/** `ending.revoking` */
export const Revoking: Story = {
  name: 'Revoking',
  args: { moment: 'Revoking' },
}

/** `ending.notRevoked` */
export const NotRevokedWhileLeaving: Story = {
  name: 'Not revoked while leaving',
  args: { moment: 'Not revoked while leaving' },
}

/** `ending.forgetting` */
export const Forgetting: Story = {
  name: 'Forgetting',
  args: { moment: 'Forgetting' },
}

/** `disconnected` */
export const Disconnected: Story = {
  name: 'Disconnected',
  args: { moment: 'Disconnected' },
}

/** `disconnected` */
export const DisconnectedToBeDeletedByHand: Story = {
  name: 'Disconnected, to be deleted by hand',
  args: { moment: 'Disconnected, to be deleted by hand' },
}

/** `disconnected` */
export const DisconnectedNotRevoked: Story = {
  name: 'Disconnected, not revoked',
  args: { moment: 'Disconnected, not revoked' },
}

/** `connecting.authorizing` */
export const AtTheProvider: Story = {
  name: 'At the provider',
  args: { moment: 'At the provider' },
}

/** `connecting.exchanging` */
export const Exchanging: Story = {
  name: 'Exchanging',
  args: { moment: 'Exchanging' },
}

/** `connecting.refused` */
export const Denied: Story = {
  name: 'Denied',
  args: { moment: 'Denied' },
}

/** `live.connected` */
export const GitHubConnected: Story = {
  name: 'GitHub connected',
  args: { moment: 'GitHub connected' },
}
