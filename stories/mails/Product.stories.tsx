/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Product',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `reminder` */
export const ReminderFirst: Story = {
  name: 'Reminder, first',
  args: { moment: 'Reminder, first' },
}

/** `reminder` */
export const ReminderLast: Story = {
  name: 'Reminder, last',
  args: { moment: 'Reminder, last' },
}

/** `welcome` */
export const Welcome: Story = {
  name: 'Welcome',
  args: { moment: 'Welcome' },
}
