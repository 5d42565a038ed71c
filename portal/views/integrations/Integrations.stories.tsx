import type { Meta, StoryObj } from '@storybook/react-vite'
import { nav, shell } from '../fixtures.ts'
import { NoPermissionView } from '../NoPermissionView.tsx'
import { SettingsView } from '../settings/SettingsView.tsx'
import { ShellView } from '../ShellView.tsx'
import { ConnectDialog, type ConnectDialogProps } from './ConnectDialog.tsx'
import { DisconnectDialog } from './DisconnectDialog.tsx'
import { allConnected, noIntegrations, troubled } from './fixtures.ts'
import { IntegrationsView } from './IntegrationsView.tsx'

const inSettings = nav.map((item) => ({ ...item, current: item.icon === 'settings' }))
const sections = ['Profile', 'Integrations'].map((title) => ({
  title,
  href: `/portal/settings/${title.toLowerCase()}`,
  current: title === 'Integrations',
}))
const Page = ({ children }: { children: React.ReactNode }) => (
  <ShellView {...shell} nav={inSettings}>
    <SettingsView sections={sections}>{children}</SettingsView>
  </ShellView>
)

const meta = {
  title: 'Portal/Integrations',
  component: IntegrationsView,
  render: (args) => (
    <Page>
      <IntegrationsView {...args} />
    </Page>
  ),
} satisfies Meta<typeof IntegrationsView>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const full: Story = { args: { state: 'ready', ...allConnected } }

export const Connected: Story = full
export const Nothing: Story = { args: { state: 'ready', ...noIntegrations } }
export const Troubled: Story = { args: { state: 'ready', ...troubled } }
/** Nobody has told GitHub of this server. */
export const WithoutGithub: Story = {
  args: { state: 'ready', ...noIntegrations, integrations: noIntegrations.integrations.slice(1) },
}
export const Opening: Story = {
  args: { state: 'ready', ...noIntegrations, action: { busy: true, problem: null, kind: 'github' } },
}
export const NotOpen: Story = {
  args: { state: 'ready', ...noIntegrations, action: { busy: false, problem: 'account.unpaid', kind: 'npm' } },
}
export const Stale: Story = { args: { state: 'ready', ...allConnected, stale: 'offline' } }
export const Waiting: Story = { args: { state: 'waiting' } }
export const Problem: Story = { args: { state: 'problem', problem: 'offline', busy: false, onRetry: nothing } }
export const NoPermission: Story = {
  ...full,
  render: () => (
    <Page>
      <NoPermissionView what="Integrations" who="Owners and admins" />
    </Page>
  ),
}

const dialog: ConnectDialogProps = {
  kind: 'anthropic',
  busy: false,
  problem: null,
  refusal: null,
  onSubmit: nothing,
  onClose: nothing,
}
const connecting = (props: Partial<ConnectDialogProps> = {}): Story => ({
  args: { state: 'ready', ...noIntegrations },
  render: (args) => (
    <Page>
      <IntegrationsView {...args} />
      <ConnectDialog {...dialog} {...props} />
    </Page>
  ),
})
export const Connect = connecting()
export const ConnectOpenVsx = connecting({ kind: 'openvsx' })
export const ConnectChecking = connecting({ busy: true })
export const ConnectRefused = connecting({ refusal: 'credential.refused' })
export const ConnectMalformed = connecting({ problem: 'credential.malformed' })
export const ConnectOffline = connecting({ problem: 'offline' })

const leaving = (kind: 'github' | 'anthropic', problem: 'offline' | null = null): Story => ({
  ...full,
  render: (args) => (
    <Page>
      <IntegrationsView {...args} />
      <DisconnectDialog kind={kind} busy={false} problem={problem} onConfirm={nothing} onClose={nothing} />
    </Page>
  ),
})
export const Disconnect = leaving('github')
export const DisconnectByHand = leaving('anthropic')
export const DisconnectOffline = leaving('github', 'offline')
