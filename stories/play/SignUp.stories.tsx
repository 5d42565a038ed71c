import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Sign-up',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'sign-up' },
  render: (args, { globals }) => <Playable {...args} network={globals.network} faults={globals.faults} />,
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>
export const FromTheBeginning: Story = {}
