import type { Meta, StoryObj } from '@storybook/react-vite'
import { BillingCard } from './BillingCard.tsx'
import type { PaidPlan } from './billing-types.ts'
import { freeBilling, paidBilling } from './fixtures.ts'

const meta = {
  title: 'Portal/Billing',
  component: BillingCard,
  render: (args) => (
    <div className="tenure-portal bg-canvas p-4 tablet:p-6">
      <div className="mx-auto max-w-250">
        <BillingCard {...args} />
      </div>
    </div>
  ),
} satisfies Meta<typeof BillingCard>
export default meta
type Story = StoryObj<typeof meta>

const paid = paidBilling.paid as PaidPlan
const [newest, ...older] = paidBilling.invoices

export const Full: Story = { args: { state: 'ready', ...paidBilling } }
export const Free: Story = { args: { state: 'ready', ...freeBilling } }
export const FreeAgain: Story = { args: { state: 'ready', ...freeBilling, invoices: paidBilling.invoices } }
export const Arriving: Story = { args: { state: 'ready', ...paidBilling, paid: 'arriving', invoices: [] } }
export const NoInvoiceYet: Story = { args: { state: 'ready', ...paidBilling, invoices: [] } }
export const Ending: Story = {
  args: { state: 'ready', ...paidBilling, paid: { ...paid, next: null, endsAt: '2026-12-12T09:00:00' } },
}
export const Overdue: Story = {
  args: {
    state: 'ready',
    ...paidBilling,
    paid: { ...paid, overdue: true },
    invoices: [{ ...newest!, state: 'open' }, ...older],
  },
}
export const NoCard: Story = {
  args: { state: 'ready', ...paidBilling, paid: { ...paid, interval: 'year', card: null } },
}
export const Waiting: Story = { args: { state: 'waiting' } }
export const Problem: Story = {
  args: { state: 'problem', problem: 'offline', busy: false, onRetry: () => undefined },
}
