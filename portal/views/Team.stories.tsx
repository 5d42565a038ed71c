import type { Meta, StoryObj } from '@storybook/react-vite'
import { shell } from './fixtures.ts'
import { InviteDialog, type InviteDialogProps } from './InviteDialog.tsx'
import { RemoveMemberDialog } from './RemoveMemberDialog.tsx'
import { ShellView } from './ShellView.tsx'
import { aloneTeam, crowdedTeam, fullTeam, seenTeam, teamNav } from './team-fixtures.ts'
import { TeamView } from './TeamView.tsx'

const meta = {
  title: 'Portal/Team',
  component: TeamView,
  render: (args) => (
    <ShellView {...shell} nav={teamNav}>
      <TeamView {...args} />
    </ShellView>
  ),
} satisfies Meta<typeof TeamView>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const full: Story = { args: { state: 'ready', ...fullTeam } }

export const Full: Story = full
/** The menu of who is signed in says where else they work. */
export const OtherWorkspaces: Story = {
  ...full,
  render: (args) => (
    <ShellView {...shell} nav={teamNav} others={[{ name: 'Kettle & Co', onEnter: () => undefined }]}>
      <TeamView {...args} />
    </ShellView>
  ),
}
export const Alone: Story = { args: { state: 'ready', ...aloneTeam } }
export const SeatsTaken: Story = { args: { state: 'ready', ...crowdedTeam } }
export const NoRight: Story = { args: { state: 'ready', ...seenTeam } }
export const ManySeats: Story = { args: { state: 'ready', ...fullTeam, seats: { used: 61, held: 4, all: 120 } } }
export const RoleProblem: Story = {
  args: { state: 'ready', ...fullTeam, action: { busy: false, problem: 'owner.last' } },
}
export const Saving: Story = { args: { state: 'ready', ...fullTeam, action: { busy: true, problem: null } } }
export const Stale: Story = { args: { state: 'ready', ...fullTeam, stale: 'offline' } }
export const Waiting: Story = { args: { state: 'waiting' } }
export const Problem: Story = { args: { state: 'problem', problem: 'offline', busy: false, onRetry: nothing } }

const dialog: InviteDialogProps = {
  roles: ['owner', 'admin', 'billing', 'developer', 'member'],
  free: 2,
  busy: false,
  problem: null,
  results: [],
  onSubmit: nothing,
  onClose: nothing,
}
const inviting = (props: Partial<InviteDialogProps> = {}): Story => ({
  ...full,
  render: (args) => (
    <ShellView {...shell} nav={teamNav}>
      <TeamView {...args} />
      <InviteDialog {...dialog} {...props} />
    </ShellView>
  ),
})
export const Invite = inviting()
export const InviteSending = inviting({ busy: true })
export const InviteNoAddress = inviting({ problem: 'addresses.missing' })
export const InviteNoSeat = inviting({ free: 0 })
export const InvitePartly = inviting({
  results: [
    { email: 'ana@fernhill.studio', problem: null },
    { email: 'jonas@fernhill.studio', problem: 'member.exists' },
    { email: 'sol.ferreira@fernhill.studio', problem: 'invitation.exists' },
  ],
})

const leaving = (member: { name: string; isYou: boolean }, problem: 'owner.last' | null = null): Story => ({
  ...full,
  render: (args) => (
    <ShellView {...shell} nav={teamNav}>
      <TeamView {...args} />
      <RemoveMemberDialog
        member={member}
        workspace="Fernhill Studio"
        busy={false}
        problem={problem}
        onConfirm={nothing}
        onClose={nothing}
      />
    </ShellView>
  ),
})
export const Remove = leaving({ name: 'Jonas Abara', isYou: false })
export const Leave = leaving({ name: 'Mara Lindqvist', isYou: true })
export const LastOwner = leaving({ name: 'Mara Lindqvist', isYou: true }, 'owner.last')
