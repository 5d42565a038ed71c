/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Billing',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `receipt` */
export const Receipt: Story = {
  name: 'Receipt',
  args: { moment: 'Receipt' },
}

/** `receipt` */
export const ReceiptWithoutAnInvoicePage: Story = {
  name: 'Receipt without an invoice page',
  args: { moment: 'Receipt without an invoice page' },
}

/** `refunded` */
export const MoneyOnItsWayBack: Story = {
  name: 'Money on its way back',
  args: { moment: 'Money on its way back' },
}

/** `dunning` */
export const OwingPastDue: Story = {
  name: 'Owing, past due',
  args: { moment: 'Owing, past due' },
}

/** `dunning` */
export const OwingPastDueNoPageToPayOn: Story = {
  name: 'Owing, past due, no page to pay on',
  args: { moment: 'Owing, past due, no page to pay on' },
}

/** `dunning` */
export const OwingGrace: Story = {
  name: 'Owing, grace',
  args: { moment: 'Owing, grace' },
}

/** `dunning` */
export const OwingRestricted: Story = {
  name: 'Owing, restricted',
  args: { moment: 'Owing, restricted' },
}

/** `dunning` */
export const OwingSuspended: Story = {
  name: 'Owing, suspended',
  args: { moment: 'Owing, suspended' },
}

/** `dunning` */
export const OwingCollectionsStopped: Story = {
  name: 'Owing, collections stopped',
  args: { moment: 'Owing, collections stopped' },
}

/** `recovered` */
export const PaidBeforeAnythingClosed: Story = {
  name: 'Paid before anything closed',
  args: { moment: 'Paid before anything closed' },
}

/** `recovered` */
export const PaidAndOpenAgain: Story = {
  name: 'Paid, and open again',
  args: { moment: 'Paid, and open again' },
}
