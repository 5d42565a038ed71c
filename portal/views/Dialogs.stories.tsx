import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyDialog } from './ApiKeyDialog.tsx'
import { DeleteProjectDialog } from './DeleteProjectDialog.tsx'
import { settled, shell } from './fixtures.ts'
import { HomeView } from './HomeView.tsx'
import { ProjectDialog } from './ProjectDialog.tsx'
import { ShellView } from './ShellView.tsx'

const meta = {
  title: 'Portal/Dialogs',
  decorators: [
    (Story) => (
      <ShellView {...shell}>
        <HomeView state="ready" {...settled} />
        <Story />
      </ShellView>
    ),
  ],
} satisfies Meta
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const idle = { busy: false, problem: null, onClose: nothing }

export const CreateProject: Story = {
  render: () => <ProjectDialog project={null} {...idle} onSubmit={nothing} />,
}
export const RenameProject: Story = {
  render: () => <ProjectDialog project={{ name: 'Atlas' }} {...idle} busy onSubmit={nothing} />,
}
export const NameTaken: Story = {
  render: () => <ProjectDialog project={{ name: 'Atlas' }} {...idle} problem="project.name.taken" onSubmit={nothing} />,
}
export const LimitReached: Story = {
  render: () => <ProjectDialog project={null} {...idle} problem="project.limit" onSubmit={nothing} />,
}
export const DeleteProject: Story = {
  render: () => <DeleteProjectDialog project={{ name: 'Delta archive' }} {...idle} onConfirm={nothing} />,
}
export const ShowKey: Story = {
  render: () => (
    <ApiKeyDialog
      secret="tn_live_4fK2p9xQmZr7vB1dLw8sYt3uHc6nJe0g"
      pingUrl="https://api.tenure.app/v1/ping"
      onClose={nothing}
    />
  ),
}
