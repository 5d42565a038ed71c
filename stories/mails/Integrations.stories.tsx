/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Integrations',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `integrationBroken` */
export const GitHubDisconnected: Story = {
  name: 'GitHub disconnected',
  args: { moment: 'GitHub disconnected' },
}

/** `integrationBroken` */
export const NpmDisconnectedAccountUnknown: Story = {
  name: 'npm disconnected, account unknown',
  args: { moment: 'npm disconnected, account unknown' },
}
