/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Usage',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `usage` */
export const Requests80Percent: Story = {
  name: 'Requests, 80 percent',
  args: { moment: 'Requests, 80 percent' },
}

/** `usage` */
export const RequestsAll: Story = {
  name: 'Requests, all',
  args: { moment: 'Requests, all' },
}

/** `usage` */
export const RequestsAllNothingRefused: Story = {
  name: 'Requests, all, nothing refused',
  args: { moment: 'Requests, all, nothing refused' },
}

/** `usage` */
export const Storage80Percent: Story = {
  name: 'Storage, 80 percent',
  args: { moment: 'Storage, 80 percent' },
}

/** `usage` */
export const StorageAll: Story = {
  name: 'Storage, all',
  args: { moment: 'Storage, all' },
}
