/** A page of the console that cannot be shown, and one whose numbers are old. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Failed } from '../../portal/operator/views/Failed.tsx'
import { StaleNotice } from '../../portal/views/StaleNotice.tsx'
import { ConsoleFrame } from './ConsoleFrame.tsx'

const title = <h1 className="truncate text-title font-semibold">Customer lifecycle</h1>
const meta = {
  title: 'Console/Failed',
  component: Failed,
  args: { problem: 'offline', busy: false, onRetry: () => {} },
  render: (args) => (
    <ConsoleFrame title={title}>
      <Failed {...args} />
    </ConsoleFrame>
  ),
} satisfies Meta<typeof Failed>
export default meta
type Story = StoryObj<typeof meta>

export const Offline: Story = {}
export const TryingAgain: Story = { args: { busy: true } }
export const NothingThere: Story = { args: { problem: 'absent' } }
export const OldNumbers: Story = {
  render: () => (
    <ConsoleFrame title={title} notice={<StaleNotice problem="offline" />}>
      <p className="p-6">What was shown before stays.</p>
    </ConsoleFrame>
  ),
}
