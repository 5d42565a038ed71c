import type { Meta, StoryObj } from '@storybook/react-vite'
import { nav, shell } from '../fixtures.ts'
import { NoPermissionView } from '../NoPermissionView.tsx'
import { ShellView } from '../ShellView.tsx'
import { SettingsView } from './SettingsView.tsx'

const inSettings = nav.map((item) => ({ ...item, current: item.icon === 'settings' }))
const titles = ['Profile', 'Workspace', 'Notifications', 'Sessions', 'API keys', 'Integrations', 'Audit log']

const meta = {
  title: 'Portal/Settings',
  component: SettingsView,
  render: (args) => (
    <ShellView {...shell} nav={inSettings}>
      <SettingsView {...args} />
    </ShellView>
  ),
  args: {
    sections: titles.map((title) => ({ title, href: `/portal/settings/${title}`, current: title === 'Audit log' })),
    children: null,
  },
} satisfies Meta<typeof SettingsView>
export default meta
type Story = StoryObj<typeof meta>

export const NoPermission: Story = {
  args: { children: <NoPermissionView what="Audit log" who="Owners and admins" /> },
}
