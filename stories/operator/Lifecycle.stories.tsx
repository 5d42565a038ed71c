/** Every chart at a glance. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { flows } from '../../machines/registry.ts'
import { LifecycleView } from '../../portal/operator/views/LifecycleView.tsx'
import { ConsoleFrame } from './ConsoleFrame.tsx'

const overview = {
  flows: flows.map(({ machine: { id } }, index) => ({
    flow: id,
    version: '1',
    active: (index * 311) % 1300,
    ended: index * 40,
    states: {},
  })),
  versions: {},
  tiers: ['none', 'free', 'team'],
}

const meta = {
  title: 'Console/Lifecycle',
  component: LifecycleView,
  args: { overview, onOpen: () => {} },
  render: (args) => (
    <ConsoleFrame title={<h1 className="truncate text-title font-semibold">Customer lifecycle</h1>}>
      <LifecycleView {...args} />
    </ConsoleFrame>
  ),
} satisfies Meta<typeof LifecycleView>
export default meta
type Story = StoryObj<typeof meta>

export const Full: Story = {}
export const Waiting: Story = { args: { overview: null } }
export const AsAList: Story = {
  async play({ canvasElement }) {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('radio', { name: 'List' }))
    await expect(page.getByRole('button', { name: 'Signing in by code' })).toBeVisible()
  },
}
