import type { Meta, StoryObj } from '@storybook/react-vite'
import { firstDay, nav, settled, shell } from './fixtures.ts'
import { HomeView } from './HomeView.tsx'
import { ShellView } from './ShellView.tsx'

const meta = {
  title: 'Portal/Home',
  component: HomeView,
  render: (args) => (
    <ShellView {...shell}>
      <HomeView {...args} />
    </ShellView>
  ),
} satisfies Meta<typeof HomeView>
export default meta
type Story = StoryObj<typeof meta>

export const Full: Story = { args: { state: 'ready', ...settled } }

export const FirstDay: Story = {
  args: { state: 'ready', ...firstDay },
  render: (args) => (
    <ShellView
      {...shell}
      workspace={firstDay.workspace}
      user={{ name: 'Hana Novak', role: 'Owner' }}
      unread={0}
      nav={nav.map((item) => ({ ...item, count: undefined, needsYou: false }))}
    >
      <HomeView {...args} />
    </ShellView>
  ),
}

export const WaitingOnUsOnly: Story = { args: { state: 'ready', ...settled, waitingOnYou: [] } }
export const EveryProjectUsed: Story = { args: { state: 'ready', ...settled, projectLimit: 4 } }
export const KeyProblem: Story = {
  args: { state: 'ready', ...settled, keyAction: { busy: false, problem: 'permission.denied' } },
}
export const KeyBusy: Story = {
  args: { state: 'ready', ...firstDay, keyAction: { busy: true, problem: null } },
}
export const Stale: Story = { args: { state: 'ready', ...settled, stale: 'offline' } }
export const Waiting: Story = { args: { state: 'waiting' } }
export const Problem: Story = { args: { state: 'problem', problem: 'offline', busy: false, onRetry: () => undefined } }
