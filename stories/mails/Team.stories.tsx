/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Team',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `invitationAnswered` */
export const InvitationAccepted: Story = {
  name: 'Invitation accepted',
  args: { moment: 'Invitation accepted' },
}

/** `invitationAnswered` */
export const InvitationDeclined: Story = {
  name: 'Invitation declined',
  args: { moment: 'Invitation declined' },
}

/** `invitationAnswered` */
export const InvitationExpired: Story = {
  name: 'Invitation expired',
  args: { moment: 'Invitation expired' },
}
