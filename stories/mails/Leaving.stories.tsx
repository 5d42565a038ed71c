/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Leaving',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `cancelled` */
export const CancelledWithWhatIsPaidFor: Story = {
  name: 'Cancelled, with what is paid for',
  args: { moment: 'Cancelled, with what is paid for' },
}

/** `cancelled` */
export const CancelledAtOnce: Story = {
  name: 'Cancelled at once',
  args: { moment: 'Cancelled at once' },
}

/** `exportReady` */
export const ExportReady: Story = {
  name: 'Export ready',
  args: { moment: 'Export ready' },
}

/** `closingSoon` */
export const DeletedIn14Days: Story = {
  name: 'Deleted in 14 days',
  args: { moment: 'Deleted in 14 days' },
}

/** `closingSoon` */
export const DeletedTomorrow: Story = {
  name: 'Deleted tomorrow',
  args: { moment: 'Deleted tomorrow' },
}

/** `closed` */
export const ClosedInvoicesKept: Story = {
  name: 'Closed, invoices kept',
  args: { moment: 'Closed, invoices kept' },
}

/** `closed` */
export const ClosedOneInvoiceKept: Story = {
  name: 'Closed, one invoice kept',
  args: { moment: 'Closed, one invoice kept' },
}

/** `closed` */
export const ClosedNothingKept: Story = {
  name: 'Closed, nothing kept',
  args: { moment: 'Closed, nothing kept' },
}
