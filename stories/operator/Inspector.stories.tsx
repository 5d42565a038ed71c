/** The inspector's page: live, opening, broken, and for nobody. */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { InspectView } from '../../portal/operator/views/InspectView.tsx'
import { ConsoleFrame } from './ConsoleFrame.tsx'

const base = (sessionId: string, n: number) => ({
  sessionId,
  rootId: 'onb_018f2c7d',
  id: `${sessionId}:${n}`,
  createdAt: String(Date.UTC(2026, 10, 18, 9, 0, n)),
  _version: '0.7.2',
})
const actor = (sessionId: string, name: string) => ({
  ...base(sessionId, 0),
  type: '@xstate.actor',
  name,
  definition: '{}',
  snapshot: { status: 'active' },
})
const step = (sessionId: string, n: number, type: string, value: unknown) => [
  { ...base(sessionId, n), type: '@xstate.event', event: { type, email: '•••' } },
  {
    ...base(sessionId, n),
    type: '@xstate.snapshot',
    event: { type },
    snapshot: { status: 'active', value, context: { triesLeft: 5, email: '•••' } },
  },
]
const messages = [
  actor('onb_018f2c7d', 'onboarding'),
  ...step('onb_018f2c7d', 1, 'xstate.init', { signUp: 'address' }),
  ...step('onb_018f2c7d', 2, 'address.submitted', { signUp: 'sendingCode' }),
  actor('onb_018f2c7d/provisioning#1', 'provisioning'),
  ...step('onb_018f2c7d/provisioning#1', 1, 'xstate.init', 'executing'),
] as unknown as StatelyInspectionEvent[]

const opened = (): boolean => true

const meta = {
  title: 'Console/Inspector',
  component: InspectView,
  args: { messages, line: 'live', onStately: opened },
  render: (args) => (
    <ConsoleFrame title={<h1 className="text-title font-semibold">Inspector</h1>}>
      <InspectView {...args} />
    </ConsoleFrame>
  ),
} satisfies Meta<typeof InspectView>
export default meta
type Story = StoryObj<typeof meta>

export const Live: Story = {}
export const WindowBlocked: Story = {
  args: { onStately: () => false },
  async play({ canvasElement }) {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: 'Open in Stately’s inspector' }))
    await expect(page.getByText('Your browser blocked the window.')).toBeVisible()
  },
}
export const Opening: Story = { args: { messages: [], line: 'opening' } }
export const Broken: Story = { args: { line: 'broken' } }
export const Nobody: Story = { args: { messages: [], line: 'absent' } }
export const SignedOut: Story = { args: { line: 'signed out' } }
