import type { Meta, StoryObj } from '@storybook/react-vite'
import '../widget/leaving/leaving.css'
import { AddressStep } from '../widget/leaving/steps/AddressStep.tsx'
import { BeginStep } from '../widget/leaving/steps/BeginStep.tsx'
import { ChooseStep } from '../widget/leaving/steps/ChooseStep.tsx'
import { CodeStep } from '../widget/leaving/steps/CodeStep.tsx'
import { FailedStep } from '../widget/leaving/steps/FailedStep.tsx'
import { GoneStep } from '../widget/leaving/steps/GoneStep.tsx'
import { NoneStep } from '../widget/leaving/steps/NoneStep.tsx'

const meta = {
  title: 'Flows/Leaving, embedded/Before the chart',
  render: () => <></>,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta
export default meta
type Story = StoryObj

const nothing = () => {}
const email = 'mara@fernhill.studio'
const workspaces = [
  { id: 'ten_1', name: 'Fernhill Studio' },
  { id: 'ten_2', name: 'Northlake Press' },
]
const code = { email, problem: null, isOver: false, busy: false, onSubmit: nothing, onRestart: nothing }

export const Address: Story = {
  render: () => <AddressStep email="" problem={null} busy={false} onSubmit={nothing} />,
}
export const AddressWrong: Story = {
  render: () => <AddressStep email="mara@" problem="address.invalid" busy={false} onSubmit={nothing} />,
}
export const AddressOffline: Story = {
  render: () => <AddressStep email={email} problem="offline" busy={false} onSubmit={nothing} />,
}
export const Code: Story = { render: () => <CodeStep {...code} /> }
export const CodeWrong: Story = { render: () => <CodeStep {...code} problem="code.wrong" /> }
export const CodeOver: Story = { render: () => <CodeStep {...code} problem="code.dead" isOver /> }
export const NoWorkspace: Story = { render: () => <NoneStep email={email} onAgain={nothing} /> }
export const Choose: Story = { render: () => <ChooseStep workspaces={workspaces} onChoose={nothing} /> }
export const Begin: Story = { render: () => <BeginStep company="Fernhill Studio" busy={false} onBegin={nothing} /> }
export const NotFound: Story = { render: () => <FailedStep busy={false} onAgain={nothing} /> }
export const Gone: Story = { render: () => <GoneStep onAgain={nothing} /> }
