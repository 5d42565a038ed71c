import type { Meta, StoryObj } from '@storybook/react-vite'
import { BillingView } from './BillingView.tsx'
import { CardDialogView } from './CardDialogView.tsx'
import { DowngradeDialog } from './DowngradeDialog.tsx'
import { dunning, freeBilling, paidBilling, settled, shell, upcoming } from './fixtures.ts'
import { ShellView } from './ShellView.tsx'
import { meterCards, meterCardsByYear } from './usage/meter-fixtures.ts'
import type { PaidPlan } from './billing-types.ts'
import { UpgradeDialogView, type UpgradeDialogViewProps } from './UpgradeDialogView.tsx'

const nothing = () => undefined
const meta = {
  title: 'Portal/Billing page',
  component: BillingView,
  render: (args) => (
    <ShellView {...shell}>
      <BillingView {...args} />
    </ShellView>
  ),
} satisfies Meta<typeof BillingView>
export default meta
type Story = StoryObj<typeof meta>

const ready = {
  state: 'ready' as const,
  billing: paidBilling,
  dunning: null,
  plan: { state: 'steady' as const },
  meters: meterCards,
  limits: settled.limits.filter(({ key }) => key === 'seats' || key === 'projects'),
  upcoming,
  mayManage: true,
  action: { busy: false, problem: null },
  onReplaceCard: nothing,
  onChangePlan: nothing,
  onUndo: nothing,
}
const [newest, ...older] = paidBilling.invoices
const owing = {
  ...ready,
  dunning,
  billing: {
    ...paidBilling,
    paid: { ...(paidBilling.paid as PaidPlan), overdue: true },
    invoices: [{ ...newest!, state: 'open' as const }, ...older],
  },
}

export const Full: Story = { args: ready }
export const ByYear: Story = { args: { ...ready, meters: meterCardsByYear } }
export const PastDue: Story = { args: owing }
export const PastDueOnlyLooking: Story = { args: { ...owing, mayManage: false } }
export const Suspended: Story = {
  args: {
    ...owing,
    dunning: {
      ...dunning,
      consequence: 'Only billing and export are open until it is paid. Nothing is deleted.',
      stations: dunning.stations.map((one) => ({ ...one, past: true, role: 'problem' as const })).slice(0, 4),
    },
  },
}
export const Ending: Story = {
  args: { ...ready, plan: { state: 'ending', at: '2026-12-12T09:00:00' }, upcoming: null },
}
export const Free: Story = { args: { ...ready, billing: freeBilling, upcoming: null } }
export const FreeAgain: Story = {
  args: { ...ready, billing: { ...freeBilling, invoices: paidBilling.invoices }, upcoming: null },
}
export const Arriving: Story = {
  args: { ...ready, billing: { ...paidBilling, paid: 'arriving', invoices: [] }, upcoming: 'loading' },
}
export const NoEstimate: Story = { args: { ...ready, upcoming: 'unknown' } }
export const Waiting: Story = { args: { state: 'waiting' } }
export const NoPermission: Story = { args: { state: 'noPermission' } }
export const Problem: Story = { args: { state: 'problem', problem: 'offline', busy: false, onRetry: nothing } }

const preview = {
  from: 'Team',
  to: 'Free',
  at: '2026-12-12T09:00:00',
  allowed: ['2 seats', '3 projects', '10,000 requests a month', '1 GB of storage'],
  over: ['10 seats in use, and Free has 2', '4 projects in use, and Free has 3'],
}
const dialog = { busy: false, problem: null, onConfirm: nothing, onClose: nothing }
export const GoingToFree: Story = {
  args: ready,
  render: () => <DowngradeDialog preview={preview} {...dialog} />,
}
export const GoingToFreeProblem: Story = {
  args: ready,
  render: () => <DowngradeDialog preview={null} {...dialog} problem="offline" />,
}

const words = () => ({
  what: 'Your bank refused this card.',
  why: 'It gave no reason; often it is a limit or a block on online payments.',
  todo: 'Use another card, or call your bank and try again.',
})
const card = {
  at: 'entering',
  form: 'loading' as const,
  busy: false,
  problem: null,
  card: { brand: 'visa', last4: '4242' },
  owes: true,
  words,
  onSubmit: nothing,
  onReload: nothing,
  onRetry: nothing,
  onClose: nothing,
  children: null,
}
const cardStory = (more: Partial<typeof card> | object): Story => ({
  args: ready,
  render: () => <CardDialogView {...card} {...more} />,
})
export const CardOpening: Story = cardStory({ at: 'opening' })
export const CardRefused: Story = cardStory({ problem: 'card.declined', form: 'ready' })
export const CardFormMissing: Story = cardStory({ form: 'missing' })
export const CardPaying: Story = cardStory({ at: 'adopting' })
export const CardUnreachable: Story = cardStory({ at: 'unreachable', problem: 'payment.unreachable' })
export const CardReplaced: Story = cardStory({ at: 'replaced' })

const offer = { planName: 'Team', seats: 3, price: { amountMinor: 2900, currency: 'eur' }, interval: 'month' as const }
const paying = {
  offer,
  isDone: false,
  work: null,
  stuck: false,
  asks: 'card' as const,
  form: 'loading' as const,
  busy: false,
  problem: null,
  onSubmit: nothing,
  onReload: nothing,
  onRetry: nothing,
  onClose: nothing,
  children: null,
}
const upgradeStory = (more: Partial<UpgradeDialogViewProps>): Story => ({
  args: ready,
  render: () => <UpgradeDialogView {...paying} {...more} />,
})
export const GoingToTeam: Story = upgradeStory({})
export const GoingToTeamRefused: Story = upgradeStory({ form: 'ready', problem: words() })
export const GoingToTeamBank: Story = upgradeStory({ form: 'ready', asks: 'bank' })
export const GoingToTeamCharging: Story = upgradeStory({ work: 'The first charge is being made.' })
export const GoingToTeamUnreachable: Story = upgradeStory({ stuck: true, problem: words() })
export const GoingToTeamDone: Story = upgradeStory({ isDone: true })
