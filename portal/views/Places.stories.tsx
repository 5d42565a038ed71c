import type { Meta, StoryObj } from '@storybook/react-vite'
import { notifications, nowMs, shell } from './fixtures.ts'
import { NoPermissionView } from './NoPermissionView.tsx'
import { NotFoundView } from './NotFoundView.tsx'
import { NotificationsView } from './NotificationsView.tsx'
import { ProblemView } from './ProblemView.tsx'
import { ShellView } from './ShellView.tsx'
import { WaitingView } from './WaitingView.tsx'

const meta = {
  title: 'Portal/Places',
  component: ShellView,
  args: { ...shell, children: null },
} satisfies Meta<typeof ShellView>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const idle = { busy: false, problem: null }

export const Notifications: Story = {
  args: {
    children: (
      <NotificationsView items={notifications} action={idle} nowMs={nowMs} onRead={nothing} onReadAll={nothing} />
    ),
  },
}
export const NotificationsProblem: Story = {
  args: {
    children: (
      <NotificationsView
        items={notifications}
        action={{ busy: false, problem: 'offline' }}
        nowMs={nowMs}
        onRead={nothing}
        onReadAll={nothing}
      />
    ),
  },
}
export const NotificationsEmpty: Story = {
  args: { children: <NotificationsView items={[]} action={idle} onRead={nothing} onReadAll={nothing} /> },
}
export const Waiting: Story = { args: { children: <WaitingView label="your projects" /> } }
export const Problem: Story = { args: { children: <ProblemView problem="unknown" busy={false} onRetry={nothing} /> } }
export const NotFound: Story = { args: { children: <NotFoundView /> } }
export const NoPermission: Story = {
  args: { children: <NoPermissionView what="Billing" who="Owners and billing members" onAsk={nothing} /> },
}
